import { useId, useState } from "react";
import type { NumberParam } from "../../core/params";
import { numberBox as words } from "../../messages/number-box";
import { fill } from "../../messages/section";
import { useLab } from "../store";
import { numberText, readNumber } from "./number-text";
import { nudge } from "./slider-scale";
import styles from "./ParamForm.module.css";

interface NumberBoxProps {
  def: NumberParam;
  value: number;
  /** The accessible name, where no label element gives it. */
  label?: string;
  id?: string;
  describedBy?: string;
  disabled?: boolean;
  /** `byKeys`: one of a burst from the arrow keys. */
  onCommit(value: number, byKeys: boolean): void;
}

/**
 * A box for a number. What is typed counts on Enter and when the box is left; what is not a number of
 * the range is answered with a sentence, and the old value stays in force. Arrow up and down go by steps. While nothing typed is
 * unfinished, undo in the box is that of the page.
 */
export function NumberBox({
  def,
  value,
  label,
  id,
  describedBy,
  disabled = false,
  onCommit,
}: NumberBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  // What was typed is about the experiment as it stood: an edit elsewhere, or undo, ends it.
  const past = useLab((lab) => lab.past);
  const [seen, setSeen] = useState(past);
  if (past !== seen) {
    setSeen(past);
    setTyped(null);
    setError(null);
  }

  const type = (text: string) => {
    if (text !== numberText(value)) {
      setTyped(text);
      return;
    }
    setTyped(null);
    setError(null);
  };
  const commit = () => {
    if (typed === null) return;
    const read = readNumber(def, typed);
    if (!read.ok) {
      setError(fill(words.still, { problem: read.error, value: numberText(value) }));
      return;
    }
    setTyped(null);
    setError(null);
    if (read.value !== value) onCommit(read.value, false);
  };
  const keys = (event: React.KeyboardEvent) => {
    const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") commit();
    else if (event.key === "Escape" && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      setError(null);
    } else if (steps !== undefined) {
      event.preventDefault();
      setTyped(null);
      setError(null);
      onCommit(nudge(def, value, event.shiftKey ? steps * 10 : steps), true);
    }
  };
  return (
    <>
      <input
        type="text"
        className={`numbers ${styles.box}`}
        inputMode={def.min < 0 ? "text" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        id={id}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? describedBy : errorId}
        data-settled={typed === null}
        disabled={disabled}
        value={typed ?? numberText(value)}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={commit}
        onKeyDown={keys}
      />
      {error !== null && (
        <span className={styles.error} id={errorId} role="alert">
          {error}
        </span>
      )}
    </>
  );
}
