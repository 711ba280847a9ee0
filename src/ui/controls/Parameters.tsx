import { useId, useMemo, useState } from "react";
import { algoSpec, algoSpecs } from "../../algos";
import type { AnyParamDefs } from "../../core/params";
import { envSpec } from "../../envs";
import { scenarioNotices } from "../../scenario/schema";
import { Icon } from "../Icon";
import { edit } from "../session";
import { useLab } from "../store";
import { numberText } from "./number-text";
import { helpHandlers, useHelp } from "./help";
import { ParamForm } from "./ParamForm";
import { SeedField } from "./SeedField";
import { withAlgorithm } from "../../scenario/switch-algorithm";
import styles from "./ParamForm.module.css";

const FAMILIES = { planning: "Planning: the model is known", learning: "Learning from experience" } as const;

/** Algorithm, its parameters, the world's, the seed, and remarks on all of them. */
export function Parameters() {
  const spec = useLab((lab) => algoSpec(lab.scenario.algo.id));
  const world = useLab((lab) => envSpec(lab.scenario.env.id));
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <section className={styles.parameters} aria-label="Algorithm and parameters">
      <div className={styles.first}>
        <div className={styles.algorithm} {...helpHandlers(spec?.summary ?? "")}>
          <AlgorithmPicker />
        </div>
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
        >
          <Summary />
          <Icon name={open ? "up" : "down"} />
        </button>
      </div>
      <div id={details} hidden={!open} className={styles.world}>
        {spec && <ParamForm part="algo" defs={only(spec.params, true)} />}
        {world && <ParamForm part="env" defs={world.params} />}
        <SeedField />
      </div>
      {spec && <ParamForm part="algo" defs={only(spec.params, false)} />}
      <Remarks />
      <HelpHere />
    </section>
  );
}

/** On a phone the help stays in sight of the hand; elsewhere the line under the figure shows it. */
function HelpHere() {
  const help = useHelp((state) => state.help);
  return help === null ? null : <p className={styles.help}>{help}</p>;
}

function AlgorithmPicker() {
  const id = useLab((lab) => lab.scenario.algo.id);
  const locked = useLab((lab) => lab.scenario.locks?.includes("algo") ?? false);
  return (
    <select
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

/** The parameters that are folded away, or the others. */
function only(defs: AnyParamDefs, folded: boolean): AnyParamDefs {
  return Object.fromEntries(Object.entries(defs).filter(([, def]) => (def.folded ?? false) === folded));
}

/** What of the folded settings is not as usual, and the seed: “seed 7, noise 0.2”; cut where there is no room. */
function Summary() {
  const { env, algo } = useLab((lab) => lab.scenario);
  const seed = useLab((lab) => lab.scenario.seed);
  const parts = [
    ...unusual(only(algoSpec(algo.id)?.params ?? {}, true), algo.params),
    ...unusual(envSpec(env.id)?.params ?? {}, env.params),
  ];
  const text = [`seed ${seed}`, ...parts].join(", ");
  return (
    // The title is on the text itself, so that it is not heard twice.
    <span className={styles.summary} title={text}>
      All settings: <span className="quiet">{text}</span>
    </span>
  );
}

function unusual(defs: AnyParamDefs, params: Record<string, unknown>): string[] {
  return Object.entries(defs).flatMap(([name, def]) => {
    const value = params[name];
    const isShown = !def.shownWhen || params[def.shownWhen.param] === def.shownWhen.is;
    if (value === def.default || def.kind === "data" || !isShown) return [];
    const label = def.label.toLowerCase();
    if (def.kind === "flag") return [value ? label : `no ${label}`];
    if (def.kind === "number") return [`${label} ${numberText(value as number)}`];
    return [`${label} ${def.options.find((option) => option.value === value)?.label ?? ""}`];
  });
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
