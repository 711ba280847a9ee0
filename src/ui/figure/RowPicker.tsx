import type { NumberParam } from "../../core/params";
import type { RowKind } from "../../core/network-run";
import { rows as words } from "../../messages/rows";
import { fill } from "../../messages/section";
import { NumberBox } from "../controls/NumberBox";
import styles from "./RowPicker.module.css";

interface Props {
  /** What the rows are. */
  of: RowKind | "trajectory";
  /** The one that is shown, from 0 on, and how many there are. */
  row: number;
  rows: number;
  /** The number of the first one. */
  first?: number;
  /** How many there are in all, where only the first `rows` can be shown. */
  total?: number;
  onChoose: (row: number) => void;
}

/** “‹ 12 › of 64”, “‹ 12 › first 16 of 512”: which of several is shown. */
export function RowPicker({ of, row, rows, first = 1, total = rows, onChoose }: Props) {
  return (
    <div className={styles.picker} role="group" aria-label={words[`${of}Which`]}>
      <button
        type="button"
        aria-label={words[`${of}Previous`]}
        disabled={row === 0}
        onClick={() => onChoose(row - 1)}
      >
        ‹
      </button>
      <NumberBox
        def={numbersOf(words[of], first, rows)}
        value={row + first}
        label={words[`${of}Number`]}
        onCommit={(number) => onChoose(number - first)}
      />
      <button
        type="button"
        aria-label={words[`${of}Next`]}
        disabled={row >= rows - 1}
        onClick={() => onChoose(row + 1)}
      >
        ›
      </button>
      {rows < total ? (
        <span>{fill(words.firstOf, { rows, count: total })}</span>
      ) : (
        <span className="numbers">
          {first === 1 ? fill(words.of, { count: rows }) : fill(words.to, { last: first + rows - 1 })}
        </span>
      )}
    </div>
  );
}

const numbersOf = (label: string, first: number, rows: number): NumberParam => ({
  kind: "number",
  label,
  help: "",
  live: true,
  default: first,
  min: first,
  max: first + Math.max(1, rows) - 1,
  step: 1,
  integer: true,
});
