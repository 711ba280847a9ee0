import { useId, useState } from "react";
import { cellName } from "../../envs/grid-world/figure/cell-name";
import { figure as words } from "../../messages/figure";
import { fill } from "../../messages/section";
import { extraOf, letterOf, paint } from "../editor/map-edit";
import { changeMap, currentMap } from "../editor/change-map";
import { RewardBox } from "../editor/RewardBox";
import { useLocked } from "../locks";
import { endGesture } from "../session";
import { useLab, viewOf } from "../store";
import { capital } from "../text";
import { cellKind } from "./cell-kind";
import { ACTION_ARROWS, placeName } from "./names";
import { gridParams } from "./problem";
import { rewardBound } from "./reward-bound";
import { select } from "./RunFigure";
import styles from "./Figure.module.css";

/** What is chosen on the map: which equation is open, and the cell's reward, to change while the agent learns. */
export function Inspector() {
  const params = useLab((lab) => gridParams(lab.scenario));
  const selected = useLab((lab) => viewOf(lab.scenario).selected);
  const locked = useLocked("editor");
  if (!selected || selected.state >= params.rows.length * params.rows[0].length) {
    return (
      <p className={`${styles.inspector} quiet`} data-tool="">
        {words.chooseCell}
      </p>
    );
  }
  const columns = params.rows[0].length;
  const { state, action } = selected;
  const wall = letterOf(params, state) === "#";
  return (
    <div className={styles.inspector} role="group" aria-label={words.chosen} data-tool="">
      <strong>
        {capital(cellName(state, columns))} <span className="quiet">{cellKind(params, state)}</span>
      </strong>
      {!wall && (
        <div className={styles.actions} role="group" aria-label={words.equationOf}>
          <button type="button" aria-pressed={action === undefined} onClick={() => select({ state })}>
            V(s)
          </button>
          {ACTION_ARROWS.map((arrow, a) => (
            <button
              key={arrow}
              type="button"
              aria-pressed={action === a}
              aria-label={fill(words.q, { place: placeName({ state, action: a }, columns) })}
              onClick={() => select({ state, action: a })}
            >
              {arrow}
            </button>
          ))}
        </div>
      )}
      {!wall && !locked && <RewardOf cell={state} key={state} />}
      <button type="button" className={styles.close} onClick={() => select(null)}>
        {words.close}
      </button>
    </div>
  );
}

function RewardOf({ cell }: { cell: number }) {
  const id = useId();
  const params = useLab((lab) => gridParams(lab.scenario));
  const reward = extraOf(params, cell).reward ?? 0;
  // Kept while the slider is dragged: its ends must not move under the pointer.
  const [first] = useState(() => rewardBound(params));
  const bound = Math.max(first, Math.abs(reward));
  const change = (value: number, gesture?: string) => {
    const painted = paint(currentMap(), cell, { kind: "reward", value });
    if ("map" in painted) changeMap(painted.map, gesture);
  };
  return (
    <div className={styles.reward}>
      <label htmlFor={id} className="aloud">
        {words.rewardSlider}
      </label>
      <RewardBox
        label={words.reward}
        value={reward}
        onChange={(value) => change(value, `reward box ${cell}`)}
      />
      <input
        id={id}
        type="range"
        min={-bound}
        max={bound}
        step={bound / 100}
        value={reward}
        onChange={(event) => change(Number(Number(event.target.value).toPrecision(6)), `reward ${cell}`)}
        onPointerUp={endGesture}
        onKeyUp={endGesture}
      />
    </div>
  );
}
