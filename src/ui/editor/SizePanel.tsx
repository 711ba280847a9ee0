import { useId } from "react";
import type { NumberParam } from "../../core/params";
import { MAX_SIDE } from "../../envs/grid-world/map";
import { editor as words } from "../../messages/editor";
import { fill } from "../../messages/section";
import { NumberBox } from "../controls/NumberBox";
import { edit } from "../session";
import { useLab } from "../store";
import { withMargins } from "./change-map";
import { say } from "./editor-state";
import { NO_MARGINS, sizeProblem, type Margins } from "./map-size";
import styles from "./Editor.module.css";

const SIDES: readonly (keyof Margins)[] = ["top", "bottom", "left", "right"];

/** Adds and removes rows and columns at any side, or sets the size. */
export function SizePanel() {
  const rows = useLab((lab) => lab.scenario.env.params.rows as string[]);
  const [height, width] = [rows.length, rows[0].length];
  const change = (margins: Margins) => {
    const wrong = sizeProblem(height + margins.top + margins.bottom, width + margins.left + margins.right);
    if (!wrong) edit((scenario) => withMargins(scenario, margins));
    say(wrong ?? words.resized);
  };
  return (
    <div className={styles.panel}>
      <div className={styles.row}>
        <SizeBox
          label={words.rows}
          size={height}
          onChange={(n) => change({ ...NO_MARGINS, bottom: n - height })}
        />
        <SizeBox
          label={words.columns}
          size={width}
          onChange={(n) => change({ ...NO_MARGINS, right: n - width })}
        />
        <span className="quiet">{fill(words.atMost, { side: MAX_SIDE })}</span>
      </div>
      <div className={styles.sides}>
        {SIDES.map((side) => (
          <span key={side} className={styles.stepper}>
            <button type="button" onClick={() => change({ ...NO_MARGINS, [side]: -1 })}>
              − <span className="aloud">{words[`${side}Remove`]}</span>
            </button>
            <span>{words[side]}</span>
            <button type="button" onClick={() => change({ ...NO_MARGINS, [side]: 1 })}>
              + <span className="aloud">{words[`${side}Add`]}</span>
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
