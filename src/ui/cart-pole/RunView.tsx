import { envSpec } from "../../envs";
import { hasFailed, preparing } from "../controls/preparing";
import { reset } from "../session";
import { useLab } from "../store";
import { CartCanvas } from "./CartCanvas";
import { Readings } from "./Readings";
import styles from "./cart-pole.module.css";

/** The run: its carts, and beside them what the first one's agent thinks and how far the training is. */
export function RunView() {
  const actions = useLab((lab) => envSpec(lab.scenario.env.id)?.actionNames) ?? NONE;
  return (
    <div className={styles.run}>
      <CartCanvas actions={actions} />
      <Readings />
      <Waiting />
    </div>
  );
}

const NONE: readonly string[] = [];

/** In place of carts while there are none. */
function Waiting() {
  const says = useLab(preparing);
  const failed = useLab(({ run }) => hasFailed(run));
  if (failed) {
    return (
      <div className={styles.waiting}>
        <p>The run could not be started; a message says why.</p>
        <button type="button" className="primary" onClick={reset}>
          Try again
        </button>
      </div>
    );
  }
  return says === "" ? null : <p className={styles.waiting}>{says}</p>;
}
