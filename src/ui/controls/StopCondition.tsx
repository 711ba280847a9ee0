import { useId } from "react";
import { algoSpec } from "../../algos";
import type { NumberParam } from "../../core/params";
import type { Stop } from "../../core/scenario";
import { LIMITS } from "../../scenario/schema";
import { edit } from "../session";
import { useLab } from "../store";
import { NumberBox } from "./NumberBox";
import { kindOf } from "./kind";
import { readStop, STOP_KINDS, stopLabel, stopProgress, writeStop, type StopKind } from "./stop-condition";
import styles from "./Transport.module.css";

const countParam: NumberParam = {
  kind: "number",
  label: "Stop after",
  help: "",
  live: true,
  default: 1,
  min: 1,
  max: LIMITS.stop,
  step: 1,
  integer: true,
};

function setStop(next: Stop | undefined): void {
  edit((scenario) => {
    const { stop: _stop, ...rest } = scenario;
    return next ? { ...rest, stop: next } : rest;
  });
}

/** When the run pauses by itself. */
export function StopCondition() {
  const stop = useLab((lab) => lab.scenario.stop);
  const algorithm = useLab((lab) => kindOf(algoSpec(lab.scenario.algo.id)));
  const progress = useLab((lab) => stopProgress(lab.scenario.stop, lab.run.clock));
  const id = useId();
  const { kind, count } = readStop(stop);
  const kinds = STOP_KINDS[algorithm];
  const offered = Object.keys(kinds) as StopKind[];
  if (!offered.includes(kind)) offered.push(kind);
  const choose = (next: StopKind) =>
    setStop(writeStop(next, (kinds as Partial<Record<StopKind, number>>)[next] ?? 1));
  return (
    <div className={styles.stop}>
      <label htmlFor={id}>Stop</label>
      <select id={id} value={kind} onChange={(event) => choose(event.target.value as StopKind)}>
        {offered.map((each) => (
          <option key={each} value={each}>
            {stopLabel(each, algorithm)}
          </option>
        ))}
      </select>
      {count > 0 && (
        <NumberBox
          def={countParam}
          value={count}
          label="Count to stop at"
          onCommit={(value) => setStop(writeStop(kind, value))}
        />
      )}
      {progress !== null && (
        <progress className={styles.progress} value={progress} aria-label="Progress to the stop" />
      )}
    </div>
  );
}
