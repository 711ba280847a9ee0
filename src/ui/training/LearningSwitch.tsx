import { algoSpec } from "../../algos";
import { fill } from "../../messages/section";
import { training as words } from "../../messages/training";
import { helpHandlers } from "../controls/help";
import { Locked } from "../controls/Locked";
import { useLocked } from "../locks";
import { setParams } from "../session";
import { useLab } from "../store";
import { LEARNING } from "./learning";
import styles from "./training.module.css";

/** Whether the agent learns, or is tested as it is. */
export function LearningSwitch() {
  const help = useLab((lab) => algoSpec(lab.scenario.algo.id)?.params[LEARNING]?.help);
  const on = useLab((lab) => lab.scenario.algo.params[LEARNING] === true);
  const locked = useLocked(`algo.${LEARNING}`);
  if (help === undefined) return null;
  return (
    <label className={styles.switch} data-on={on} {...helpHandlers(fill(words.learningHelp, { help }))}>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={locked}
        onChange={(event) => setParams({ algo: { [LEARNING]: event.target.checked } })}
      />
      {words.learning}
      {locked && <Locked />}
    </label>
  );
}
