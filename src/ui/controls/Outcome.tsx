import { useState } from "react";
import { algoSpec } from "../../algos";
import { outcome as words } from "../../messages/outcome";
import { fill } from "../../messages/section";
import { stepSummary } from "../figure/step-summary";
import { useThrottled } from "../figure/use-throttled";
import { frames, pause } from "../session";
import { useLab, type LabState } from "../store";
import { preparing } from "./preparing";
import { sweepRemark } from "./sweep-remark";
import { timeLeft } from "./time-left";
import styles from "./Transport.module.css";

const ALOUD_EVERY = 1000; // ms between sentences
const ESTIMATE_EVERY = 1000; // ms between estimates of the time that is left

/** The element that says why the run stands still. */
export const OUTCOME_ID = "outcome";

/** Why the run stands still, or how far it is on its way; and, for screen readers, what each step did. */
export function Outcome() {
  const { status } = useLab((lab) => lab.run);
  const says = useLab(sentence);
  return (
    <div className={styles.outcome}>
      {(status === "seeking" || status === "measuring") && (
        <OnTheWay key={status} seeking={status === "seeking"} />
      )}
      <p role="status" id={OUTCOME_ID}>
        {says}
      </p>
      <SweepRemark />
      <StepAloud />
    </div>
  );
}

const MOVING: ReadonlySet<string> = new Set(["running", "stepping", "seeking", "measuring"]);

function sentence(lab: LabState): string {
  const { status, outcome } = lab.run;
  if (MOVING.has(status) || !outcome) return preparing(lab);
  // The whole of it stands above the figure, with ways out.
  const isLong = outcome.reason === "diverges" && algoSpec(lab.scenario.algo.id)?.network !== undefined;
  return isLong ? words.diverged : outcome.says;
}

/** Slow work that is neither a step nor a run: how far it is, and the way out. */
function OnTheWay({ seeking }: { seeking: boolean }) {
  const progress = useLab((lab) => lab.run.progress);
  const network = useLab((lab) => algoSpec(lab.scenario.algo.id)?.network);
  const [begun] = useState(() => performance.now());
  const left = useThrottled(
    () => timeLeft(progress, (performance.now() - begun) / 1000),
    [progress],
    ESTIMATE_EVERY,
  );
  if (progress === 1) return null;
  const replaying = network ? words.training : words.replaying;
  const measuring = network?.sights.includes("glimpses") ? words.testing : words.measuring;
  const at = { work: seeking ? replaying : measuring, percent: Math.floor(progress * 100) };
  return (
    <>
      <span className="quiet">
        {left === "" ? fill(words.onTheWay, at) : fill(words.onTheWayFor, { ...at, left })}
      </span>
      <button type="button" onClick={pause}>
        {words.cancel}
      </button>
    </>
  );
}

function SweepRemark() {
  const says = useLab((lab) => sweepRemark(lab.scenario.algo.params, lab.run, frames.series.get("residual")));
  return says === "" ? null : <p className={`quiet ${styles.remark}`}>{says}</p>;
}

/** Says what each step did, for those who do not see it; not more often than can be heard. */
function StepAloud() {
  const run = useLab((lab) => lab.run);
  const says = useThrottled(() => stepSummary(useLab.getState()), [run], ALOUD_EVERY);
  return (
    <p className="aloud" aria-live="polite">
      {says}
    </p>
  );
}
