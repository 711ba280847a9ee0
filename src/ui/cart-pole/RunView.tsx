import { envSpec } from "../../envs";
import { Waiting } from "../pictures/Waiting";
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
