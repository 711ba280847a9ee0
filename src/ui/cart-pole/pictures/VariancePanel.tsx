import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { createVariancePlot } from "../../../plots/variance-plot";
import { sampleText } from "../../../plots/variance-plot-words";
import { Measuring } from "../../pictures/Measuring";
import { Picture } from "../../pictures/Picture";
import { LAB } from "../../pictures/source";
import { useMeasurement, type Measurement } from "../../pictures/use-measurement";
import { measure } from "../../session";
import { useLab } from "../../store";
import { measuredAt } from "./captions";
import styles from "../../pictures/pictures.module.css";

/** The variance microscope: how much gradient estimates of one frozen policy scatter under every setting. */
export function VariancePanel() {
  const variance = useLab((lab) => lab.variance);
  return (
    <div className={styles.panel}>
      <Measure />
      {!variance && <p className={styles.empty}>{words.noVariance}</p>}
      {variance && (
        <Picture
          name={words.variance}
          create={createVariancePlot}
          read={() => useLab.getState().variance?.report ?? null}
          source={LAB}
          room="tall"
        >
          <MeasuredAt updates={variance.updates} />
          <p className={styles.caption}>{sampleText(variance.report)}</p>
          <p className={styles.caption}>{words.varianceCaption}</p>
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
  if (status === "measuring") return <Measuring label={words.measuring} />;
  return (
    <div className={styles.measure}>
      <button
        type="button"
        className="primary"
        disabled={status === "preparing" || status === "seeking"}
        onClick={begin}
      >
        {words.measure}
      </button>
      <p>{words.aboutMeasuring}</p>
      {isBroken && <p role="status">{words.brokenOff}</p>}
    </div>
  );
}

function MeasuredAt({ updates }: { updates: number }) {
  const says = useLab(({ run }) => measuredAt(updates, run.clock?.updates ?? updates));
  return <p className={styles.picked}>{says}</p>;
}
