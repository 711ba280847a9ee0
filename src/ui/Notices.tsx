import { useEffect } from "react";
import { dismiss } from "./session";
import { useLab, type Notice } from "./store";
import styles from "./Notices.module.css";

const INFO_STAYS = 20_000; // ms; a problem stays until it is dismissed

/** Messages of the page, newest last. Screen readers hear them; problems at once. */
export function Notices() {
  const notices = useLab((lab) => lab.notices);
  return (
    <section className={styles.notices} aria-label="Messages" aria-live="polite">
      {notices.map((notice) => (
        <Message key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function Message({ notice }: { notice: Notice }) {
  const { id, kind, says, action } = notice;
  const fades = kind === "info";
  useEffect(() => {
    if (!fades) return undefined;
    const timer = setTimeout(() => dismiss(id), INFO_STAYS);
    return () => clearTimeout(timer);
  }, [id, fades]);
  return (
    <div className={styles.notice} role={kind === "problem" ? "alert" : undefined} data-kind={kind}>
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
          Dismiss
        </button>
      </div>
    </div>
  );
}
