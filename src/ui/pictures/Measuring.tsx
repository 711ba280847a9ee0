import { pictures as words } from "../../messages/pictures";
import { fill } from "../../messages/section";
import { pause } from "../session";
import { useLab } from "../store";
import styles from "./pictures.module.css";

/** How far a measurement is, and the way out of it. */
export function Measuring({ label }: { label: string }) {
  const percent = useLab(({ run }) => (run.progress < 1 ? Math.floor(run.progress * 100) : 0));
  return (
    <div className={styles.measure}>
      <span aria-hidden="true">{label}</span>
      <progress value={percent} max={100} aria-label={label} />
      <span className="numbers">{fill(words.percent, { percent })}</span>
      <button type="button" onClick={pause}>
        {words.cancel}
      </button>
    </div>
  );
}
