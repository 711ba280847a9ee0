import { useId, useMemo, useState } from "react";
import type { Scenario } from "../../core/scenario";
import { fill } from "../../messages/section";
import { share as words } from "../../messages/share";
import { encodeLink } from "../../scenario/link";
import { LAB_PARTS } from "../lab-parts";
import { titleOf } from "../preset-of";
import { useCopy } from "../use-copy";
import { Checks, toggled } from "./Checks";
import { frameAddress, frameHtml, SIZES, type FrameChoice, type FrameSize } from "./embed-html";
import { groupsFor, lockTitle } from "./lock-title";
import { shortLink } from "./short-link";
import styles from "./Share.module.css";

const PAGE = location.origin + location.pathname;

const FIRST: FrameChoice = { size: SIZES[0], parts: ["transport", "caption"], locks: [], autoplay: false };

/** The HTML with which another page shows this experiment in a frame. */
export function EmbedSnippet({ scenario }: { scenario: Scenario }) {
  const [choice, setChoice] = useState(FIRST);
  const hash = useMemo(() => bestLink(scenario), [scenario]);
  const id = useId();
  if (hash === null) return null; // above it says why there is no link
  const { size, parts, locks } = choice;
  const address = frameAddress(PAGE, hash, choice);
  const choose = (part: Partial<FrameChoice>) => setChoice({ ...choice, ...part });
  return (
    <section className={styles.part}>
      <h3>{words.frame}</h3>
      <Checks
        legend={words.parts}
        options={LAB_PARTS.map((part) => ({ id: part, label: words[part] }))}
        chosen={parts}
        onToggle={(part, on) => choose({ parts: toggled(parts, part, on) })}
      />
      <Checks
        legend={words.held}
        options={groupsFor(scenario).map((id) => ({
          id,
          label: lockTitle(id, scenario),
          disabled: id !== "all" && locks.includes("all"),
        }))}
        chosen={locks}
        onToggle={(lock, on) => choose({ locks: lock === "all" && on ? ["all"] : toggled(locks, lock, on) })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={choice.autoplay}
          onChange={(event) => choose({ autoplay: event.target.checked })}
        />
        {words.autoplay}
      </label>
      <div className={styles.row}>
        <label htmlFor={id}>{words.size}</label>
        <select
          id={id}
          value={SIZES.indexOf(size)}
          onChange={(event) => choose({ size: SIZES[Number(event.target.value)] })}
        >
          {SIZES.map((each, i) => (
            <option key={sizeText(each)} value={i}>
              {sizeText(each)}
            </option>
          ))}
        </select>
      </div>
      <CopyHtml html={frameHtml(address, titleOf(scenario) ?? "Bellman", size)} address={address} />
    </section>
  );
}

function CopyHtml({ html, address }: { html: string; address: string }) {
  const { field, says, copy } = useCopy<HTMLTextAreaElement>(html, words.copied, words.copyIt);
  return (
    <div>
      <label>
        {words.html}
        <textarea
          ref={field}
          className="numbers"
          rows={4}
          readOnly
          spellCheck={false}
          value={html}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <div className={styles.row}>
        <button type="button" onClick={copy}>
          {words.copyHtml}
        </button>
        <a href={address} target="_blank" rel="noopener">
          {words.preview}
          <span className="aloud"> {words.newTab}</span>
        </a>
        <span className="quiet" role="status">
          {says}
        </span>
      </div>
    </div>
  );
}

/** The shorter link where there is one; null where there is none at all. */
function bestLink(scenario: Scenario): string | null {
  const full = encodeLink(scenario);
  return full.ok ? (shortLink(scenario) ?? full.value) : null;
}

function sizeText({ width, height }: FrameSize): string {
  return width === "100%" ? fill(words.fullWidth, { height }) : fill(words.sizes, { width, height });
}
