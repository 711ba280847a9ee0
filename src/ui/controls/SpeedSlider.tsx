import { useId } from "react";
import { realTimeOf } from "../cart-pole/real-time";
import { transport as words } from "../../messages/transport";
import { setRate } from "../session";
import { useLab } from "../store";
import { FASTEST, positionOf, rateAt, shortSpeedText, speedText } from "./speed-scale";
import styles from "./Transport.module.css";

export function SpeedSlider() {
  const rate = useLab((lab) => lab.rate);
  const realTime = useLab(realTimeOf);
  const id = useId();
  return (
    <div className={styles.speed}>
      <label htmlFor={id}>{words.speed}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={FASTEST}
        value={positionOf(rate)}
        aria-valuetext={speedText(rate, realTime)}
        onChange={(event) => setRate(rateAt(Number(event.target.value), realTime))}
      />
      <span className={`numbers ${styles.speedText}`} aria-hidden="true">
        {shortSpeedText(rate, realTime)}
      </span>
    </div>
  );
}
