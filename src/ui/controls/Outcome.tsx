import { stepSummary } from "../figure/step-summary";
import { useThrottled } from "../figure/use-throttled";
import { frames, pause } from "../session";
import { useLab } from "../store";
import { sweepRemark } from "./sweep-remark";
import styles from "./Transport.module.css";

const ALOUD_EVERY = 1000; // ms between sentences

/** Why the run stands still, or how far it is on its way; and, for screen readers, what each step did. */
export function Outcome() {
  const { status, outcome, progress } = useLab((lab) => lab.run);
  const says = status === "running" || status === "seeking" ? "" : (outcome?.says ?? "");
  const percent = Math.floor(progress * 100);
  return (
    <div className={styles.outcome}>
      {status === "seeking" && progress < 1 && (
        <>
          <span className="quiet">Replaying to that point, {percent} %</span>
          <button type="button" onClick={pause}>
            Cancel
          </button>
        </>
      )}
      <p role="status">{says}</p>
      <SweepRemark />
      <StepAloud />
    </div>
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
