import { createVariancePlot } from "../../../plots/variance-plot";
import { sampleText } from "../../../plots/variance-plot-words";
import { Measuring } from "../../pictures/Measuring";
import { Picture } from "../../pictures/Picture";
import { LAB } from "../../pictures/source";
import { useMeasurement, type Measurement } from "../../pictures/use-measurement";
import { measure } from "../../session";
import { useLab } from "../../store";
import { BROKEN_OFF, measuredAt, VARIANCE_CAPTION } from "./captions";
import styles from "../../pictures/pictures.module.css";

/** The variance microscope: how much gradient estimates of one frozen policy scatter under every setting. */
export function VariancePanel() {
  const variance = useLab((lab) => lab.variance);
  return (
    <div className={styles.panel}>
      <Measure />
      {!variance && (
        <p className={styles.empty}>
          For each way of crediting actions you will see how far single gradient estimates lie apart, how long
          their mean is, and how well they point where the gradient of very many episodes points.
        </p>
      )}
      {variance && (
        <Picture
          name="Scatter of gradient estimates"
          create={createVariancePlot}
          read={() => useLab.getState().variance?.report ?? null}
          source={LAB}
          room="tall"
        >
          <MeasuredAt updates={variance.updates} />
          <p className={styles.caption}>{sampleText(variance.report)}</p>
          <p className={styles.caption}>{VARIANCE_CAPTION}</p>
        </Picture>
      )}
    </div>
  );
}

const MEASUREMENT: Measurement = {
  start: () => measure({ type: "variance" }),
  result: ({ variance }) => variance,
};

function Measure() {
  const { begin, isBroken } = useMeasurement(MEASUREMENT);
  const status = useLab((lab) => lab.run.status);
  if (status === "measuring") return <Measuring label="Gradients measured" />;
  return (
    <div className={styles.measure}>
      <button
        type="button"
        className="primary"
        disabled={status === "preparing" || status === "seeking"}
        onClick={begin}
      >
        Measure the scatter of gradients
      </button>
      <p>
        Freezes the policy, lets it play fresh episodes, and compares how its gradient scatters under each
        setting of the lecture; a run that is going on waits meanwhile and then goes on.
      </p>
      {isBroken && <p role="status">{BROKEN_OFF}</p>}
    </div>
  );
}

function MeasuredAt({ updates }: { updates: number }) {
  const says = useLab(({ run }) => measuredAt(updates, run.clock?.updates ?? updates));
  return <p className={styles.picked}>{says}</p>;
}
