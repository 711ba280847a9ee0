import { useEffect, useState } from "react";
import { notices as words } from "../messages/notices";
import { plural } from "../messages/plural";
import { fill } from "../messages/section";
import { dismiss } from "./notify";
import { useLab, type Notice } from "./store";
import styles from "./Notices.module.css";

const INFO_STAYS = 8000; // ms, not counted while it is at hand; a problem stays until it is dismissed
const CHOICE_STAYS = 20_000; // ms, where there is something to choose
const SHOWN = 2; // at most, so that they hide little; older ones on request

/** Messages of the page, newest first. Screen readers hear them; problems at once. */
export function Notices() {
  const notices = useLab((lab) => lab.notices).toReversed();
  const [all, setAll] = useState(false);
  const older = notices.length - SHOWN;
  return (
    <section className={styles.notices} aria-label={words.label} aria-live="polite">
      {notices.slice(0, all ? undefined : SHOWN).map((notice) => (
        <Message key={notice.id} notice={notice} />
      ))}
      {older > 0 && (
        <button type="button" className={styles.older} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewer : fill(plural(older, words.oneOlder, words.older), { count: older })}
        </button>
      )}
    </section>
  );
}

function Message({ notice }: { notice: Notice }) {
  const { id, kind, says, action } = notice;
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const fades = kind === "info" && !hovered && !focused;
  const stays = action ? CHOICE_STAYS : INFO_STAYS;
  useEffect(() => {
    if (!fades) return undefined;
    const timer = setTimeout(() => dismiss(id), stays);
    return () => clearTimeout(timer);
  }, [id, fades, stays]);
  return (
    <div
      className={styles.notice}
      role={kind === "problem" ? "alert" : undefined}
      data-kind={kind}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <p>{says}</p>
      <div className={styles.actions}>
        {action && (
          <button
            type="button"
            onClick={() => {
              dismiss(id);
              action.run();
            }}
          >
            {action.label}
          </button>
        )}
        <button type="button" onClick={() => dismiss(id)}>
          {words.dismiss}
        </button>
      </div>
    </div>
  );
}
