import { useId } from "react";
import { algoSpec } from "../../algos";
import type { NumberParam } from "../../core/params";
import type { Stop } from "../../core/scenario";
import { tickUnit } from "../../core/tick-unit";
import { stop as words } from "../../messages/stop";
import { LIMITS } from "../../scenario/schema";
import { useLocked } from "../locks";
import { edit } from "../session";
import { useLab } from "../store";
import { helpHandlers } from "./help";
import { Locked } from "./Locked";
import { NumberBox } from "./NumberBox";
import { kindOf } from "./kind";
import { readStop, STOP_KINDS, stopLabel, stopProgress, writeStop, type StopKind } from "./stop-condition";
import styles from "./Transport.module.css";

const countParam = (): NumberParam => ({
  kind: "number",
  label: words.stopAfter,
  help: "",
  live: true,
  default: 1,
  min: 1,
  max: LIMITS.stop,
  step: 1,
  integer: true,
});

function setStop(next: Stop | undefined): void {
  edit((scenario) => {
    const { stop: _stop, ...rest } = scenario;
    return next ? { ...rest, stop: next } : rest;
  });
}

/** When the run pauses by itself. */
export function StopCondition() {
  const stop = useLab((lab) => lab.scenario.stop);
  const algo = useLab((lab) => lab.scenario.algo);
  const clock = useLab((lab) => lab.run.clock);
  const locked = useLocked("stop");
  const id = useId();
  const { kind, count } = readStop(stop);
  const spec = algoSpec(algo.id);
  const unit = tickUnit(spec, algo.params);
  const progress = stopProgress(stop, clock, unit.one);
  const help = unit.one === "round" || unit.one === "glimpse" ? words[unit.one] : "";
  const kinds = STOP_KINDS[kindOf(spec)];
  const offered = Object.keys(kinds) as StopKind[];
  if (!offered.includes(kind)) offered.push(kind);
  const choose = (next: StopKind) =>
    setStop(writeStop(next, (kinds as Partial<Record<StopKind, number>>)[next] ?? 1));
  return (
    <div className={styles.stop} {...(help !== "" && helpHandlers(help))}>
      <label htmlFor={id}>
        {words.stop}
        {locked && <Locked />}
      </label>
      <select
        id={id}
        aria-describedby={help === "" ? undefined : `${id}-help`}
        value={kind}
        disabled={locked}
        onChange={(event) => choose(event.target.value as StopKind)}
      >
        {offered.map((each) => (
          <option key={each} value={each}>
            {stopLabel(each, unit.one)}
          </option>
        ))}
      </select>
      {count > 0 && (
        <NumberBox
          def={countParam()}
          value={count}
          label={words.count}
          disabled={locked}
          onCommit={(value) => setStop(writeStop(kind, value))}
        />
      )}
      {progress !== null && (
        <progress
          className={styles.progress}
          value={progress.share}
          aria-label={words.progress}
          aria-valuetext={progress.says}
          title={progress.says}
        />
      )}
      {help !== "" && (
        <span hidden id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
