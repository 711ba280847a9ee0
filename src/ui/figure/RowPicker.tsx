import type { NumberParam } from "../../core/params";
import { NumberBox } from "../controls/NumberBox";
import { capital } from "../text";
import { oneRow } from "./network-equation";
import styles from "./RowPicker.module.css";

interface Props {
  /** What the rows are, in the plural: "transitions of the minibatch". */
  of: string;
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
  const one = oneRow(of);
  return (
    <div className={styles.picker} role="group" aria-label={`Which of the ${of}`}>
      <button
        type="button"
        aria-label={`Previous ${one}`}
        disabled={row === 0}
        onClick={() => onChoose(row - 1)}
      >
        ‹
      </button>
      <NumberBox
        def={numbersOf(one, first, rows)}
        value={row + first}
        label={`Number of the ${one}`}
        onCommit={(number) => onChoose(number - first)}
      />
      <button
        type="button"
        aria-label={`Next ${one}`}
        disabled={row >= rows - 1}
        onClick={() => onChoose(row + 1)}
      >
        ›
      </button>
      {rows < total ? (
        <span>
          first {rows} of {total}
        </span>
      ) : (
        <span className="numbers">{first === 1 ? `of ${rows}` : `to ${first + rows - 1}`}</span>
      )}
    </div>
  );
}

const numbersOf = (one: string, first: number, rows: number): NumberParam => ({
  kind: "number",
  label: capital(one),
  help: "",
  live: true,
  default: first,
  min: first,
  max: first + Math.max(1, rows) - 1,
  step: 1,
  integer: true,
});
