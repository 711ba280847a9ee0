import { useId } from "react";
import type { NumberParam } from "../../core/params";
import { MAX_SIDE } from "../../envs/grid-world/map";
import { NumberBox } from "../controls/NumberBox";
import { edit } from "../session";
import { useLab } from "../store";
import { withMargins } from "./change-map";
import { say } from "./editor-state";
import { NO_MARGINS, sizeProblem, type Margins } from "./map-size";
import styles from "./Editor.module.css";

const SIDES: readonly { side: keyof Margins; one: string; where: string }[] = [
  { side: "top", one: "row", where: "at the top" },
  { side: "bottom", one: "row", where: "at the bottom" },
  { side: "left", one: "column", where: "on the left" },
  { side: "right", one: "column", where: "on the right" },
];

/** Adds and removes rows and columns at any side, or sets the size. */
export function SizePanel() {
  const rows = useLab((lab) => lab.scenario.env.params.rows as string[]);
  const [height, width] = [rows.length, rows[0].length];
  const change = (margins: Margins) => {
    const wrong = sizeProblem(height + margins.top + margins.bottom, width + margins.left + margins.right);
    if (!wrong) edit((scenario) => withMargins(scenario, margins));
    say(wrong ?? "The run starts again on the map of the new size.");
  };
  return (
    <div className={styles.panel}>
      <div className={styles.row}>
        <SizeBox label="Rows" size={height} onChange={(n) => change({ ...NO_MARGINS, bottom: n - height })} />
        <SizeBox label="Columns" size={width} onChange={(n) => change({ ...NO_MARGINS, right: n - width })} />
        <span className="quiet">at most {MAX_SIDE} each; new cells are floor</span>
      </div>
      <div className={styles.sides}>
        {SIDES.map(({ side, one, where }) => (
          <span key={side} className={styles.stepper}>
            <button type="button" onClick={() => change({ ...NO_MARGINS, [side]: -1 })}>
              −{" "}
              <span className="aloud">
                Remove a {one} {where}
              </span>
            </button>
            <span>
              {one} {where}
            </span>
            <button type="button" onClick={() => change({ ...NO_MARGINS, [side]: 1 })}>
              +{" "}
              <span className="aloud">
                Add a {one} {where}
              </span>
            </button>
          </span>
        ))}
      </div>
    </div>
  );
}

function SizeBox({ label, size, onChange }: { label: string; size: number; onChange: (n: number) => void }) {
  const id = useId();
  const def: NumberParam = {
    kind: "number",
    label,
    help: "",
    live: false,
    default: size,
    min: 1,
    max: MAX_SIDE,
    step: 1,
    integer: true,
  };
  return (
    <span className={styles.box}>
      <label htmlFor={id}>{label}</label>
      <NumberBox id={id} def={def} value={size} onCommit={onChange} />
    </span>
  );
}
