import { useId } from "react";
import type { NumberParam } from "../../core/params";
import { parameters as words } from "../../messages/parameters";
import { LIMITS } from "../../scenario/schema";
import { useLocked } from "../locks";
import { edit } from "../session";
import { useLab } from "../store";
import { helpHandlers } from "./help";
import { Locked } from "./Locked";
import { NumberBox } from "./NumberBox";
import styles from "./ParamForm.module.css";

const seedParam = (): NumberParam => ({
  kind: "number",
  label: words.seed,
  help: words.seedHelp,
  live: false,
  default: 0,
  min: 0,
  max: LIMITS.seed,
  step: 1,
  integer: true,
});

const setSeed = (seed: number) => edit((scenario) => ({ ...scenario, seed }));

/** The number from which all chance of the run is drawn. */
export function SeedField() {
  const seed = useLab((lab) => lab.scenario.seed);
  const locked = useLocked("seed");
  const id = useId();
  const def = seedParam();
  return (
    <div className={styles.seed} {...helpHandlers(def.help)}>
      <label htmlFor={id}>
        {def.label}
        {locked && <Locked />}
      </label>
      <NumberBox def={def} value={seed} id={id} disabled={locked} onCommit={setSeed} />
      <button
        type="button"
        disabled={locked}
        onClick={() => setSeed(crypto.getRandomValues(new Uint16Array(1))[0])}
      >
        {words.newSeed}
      </button>
    </div>
  );
}
