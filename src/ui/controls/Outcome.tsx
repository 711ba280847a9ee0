import { algoSpec } from "../../algos";
import { pause } from "../session";
import { useLab } from "../store";
import { clockText } from "./clock-text";
import styles from "./Transport.module.css";

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
      <StepAloud />
    </div>
  );
}

function StepAloud() {
  const spec = useLab((lab) => algoSpec(lab.scenario.algo.id));
  const text = useLab(({ run }) => {
    const rests = run.status === "paused" || run.status === "finished";
    if (!rests || !spec) return "";
    const phase = run.phase === null ? undefined : spec.phases[run.phase];
    return `${clockText(run.clock, spec.family)}. ${phase?.says ?? ""}`;
  });
  return (
    <p className="aloud" aria-live="polite">
      {text}
    </p>
  );
}
