import { pictures as words } from "../../messages/pictures";
import { hasFailed, preparing } from "../controls/preparing";
import { reset } from "../session";
import { useLab } from "../store";
import styles from "./pictures.module.css";

/** Over the place of a picture while there is no run: what is being waited for, or that it could not be started. */
export function Waiting() {
  const says = useLab(preparing);
  const failed = useLab(({ run }) => hasFailed(run));
  if (failed) {
    return (
      <div className={styles.waiting}>
        <p>{words.notStarted}</p>
        <button type="button" className="primary" onClick={reset}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  return says === "" ? null : <p className={styles.waiting}>{says}</p>;
}
