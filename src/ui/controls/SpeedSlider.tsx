import { useId } from "react";
import { setRate } from "../session";
import { useLab } from "../store";
import { FASTEST, positionOf, rateAt, speedText } from "./speed-scale";
import styles from "./Transport.module.css";

export function SpeedSlider() {
  const rate = useLab((lab) => lab.rate);
  const id = useId();
  return (
    <div className={styles.speed}>
      <label htmlFor={id}>Speed</label>
      <input
        id={id}
        type="range"
        min={0}
        max={FASTEST}
        value={positionOf(rate)}
        aria-valuetext={speedText(rate)}
        onChange={(event) => setRate(rateAt(Number(event.target.value)))}
      />
      <span className={`numbers ${styles.speedText}`} aria-hidden="true">
        {rate === Infinity ? "max" : `${rate.toLocaleString("en")}/s`}
      </span>
    </div>
  );
}
