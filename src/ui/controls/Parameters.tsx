import { useMemo } from "react";
import { algoSpec, algoSpecs } from "../../algos";
import type { AnyParamDefs } from "../../core/params";
import { envSpec } from "../../envs";
import { scenarioNotices } from "../../scenario/schema";
import { edit } from "../session";
import { useLab } from "../store";
import { numberText } from "./number-text";
import { ParamForm, useHelp } from "./ParamForm";
import { SeedField } from "./SeedField";
import { withAlgorithm } from "./switch-algorithm";
import styles from "./ParamForm.module.css";

const FAMILIES = { planning: "Planning: the model is known", learning: "Learning from experience" } as const;

/** Algorithm, its parameters, the world's, the seed, and remarks on all of them. */
export function Parameters() {
  const spec = useLab((lab) => algoSpec(lab.scenario.algo.id));
  const world = useLab((lab) => envSpec(lab.scenario.env.id));
  const [help, setHelp] = useHelp();
  return (
    <section className={styles.parameters} aria-label="Algorithm and parameters">
      <div className={styles.first}>
        <AlgorithmPicker />
        <SeedField />
      </div>
      {spec && <ParamForm part="algo" defs={spec.params} onHelp={setHelp} />}
      {world && (
        <details className={styles.world}>
          <summary>
            <h2>World</h2> <Summary defs={world.params} />
          </summary>
          <ParamForm part="env" defs={world.params} onHelp={setHelp} />
        </details>
      )}
      <p className={styles.help} data-at-hand={help !== null}>
        {help ?? spec?.summary}
      </p>
      <Remarks />
    </section>
  );
}

function AlgorithmPicker() {
  const id = useLab((lab) => lab.scenario.algo.id);
  const locked = useLab((lab) => lab.scenario.locks?.includes("algo") ?? false);
  return (
    <select
      className={styles.algorithm}
      aria-label="Algorithm"
      value={id}
      disabled={locked}
      onChange={(event) => edit((scenario) => withAlgorithm(scenario, event.target.value))}
    >
      {(["planning", "learning"] as const).map((family) => (
        <optgroup key={family} label={FAMILIES[family]}>
          {Object.values(algoSpecs)
            .filter((spec) => spec.family === family)
            .map((spec) => (
              <option key={spec.id} value={spec.id}>
                {spec.title}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

/** What of the world is not as usual: “noise 0.2, step reward −1”. */
function Summary({ defs }: { defs: AnyParamDefs }) {
  const params = useLab((lab) => lab.scenario.env.params);
  const parts = Object.entries(defs).flatMap(([name, def]) => {
    const value = params[name];
    if (def.kind === "number" && value !== def.default)
      return [`${def.label.toLowerCase()} ${numberText(value as number)}`];
    return def.kind === "flag" && value === true ? [def.label.toLowerCase()] : [];
  });
  return <span className="quiet">{parts.length > 0 ? parts.join(", ") : "the usual: one step costs 1"}</span>;
}

function Remarks() {
  const { env, algo } = useLab((lab) => lab.scenario);
  const seed = useLab((lab) => lab.scenario.seed);
  const remarks = useMemo(() => scenarioNotices({ v: 1, env, algo, seed }), [env, algo, seed]);
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.remarks} aria-label="Remarks on these settings">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}
