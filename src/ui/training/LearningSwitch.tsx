import { algoSpec } from "../../algos";
import { helpHandlers } from "../controls/help";
import { setParams } from "../session";
import { useLab } from "../store";
import { LEARNING } from "./learning";
import styles from "./training.module.css";

/** Whether the agent learns, or is tested as it is. */
export function LearningSwitch() {
  const help = useLab((lab) => algoSpec(lab.scenario.algo.id)?.params[LEARNING]?.help);
  const on = useLab((lab) => lab.scenario.algo.params[LEARNING] === true);
  const locked = useLab((lab) => lab.scenario.locks?.includes(`algo.${LEARNING}`) ?? false);
  if (help === undefined) return null;
  return (
    <label className={styles.switch} data-on={on} {...helpHandlers(`Learning: ${help}`)}>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={locked}
        onChange={(event) => setParams({ algo: { [LEARNING]: event.target.checked } })}
      />
      Learning
    </label>
  );
}
