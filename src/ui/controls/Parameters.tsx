import { useId, useMemo, useState, type ReactNode } from "react";
import { algoSpec } from "../../algos";
import type { AnyParamDefs } from "../../core/params";
import { envSpec } from "../../envs";
import { parameters as words } from "../../messages/parameters";
import { fill } from "../../messages/section";
import { scenarioNotices } from "../../scenario/schema";
import { Icon } from "../Icon";
import { useLab } from "../store";
import { LEARNING } from "../training/learning";
import { AlgorithmPicker } from "./AlgorithmPicker";
import { helpHandlers, useHelp } from "./help";
import { ParamForm } from "./ParamForm";
import { SeedField } from "./SeedField";
import { Unlock } from "./Unlock";
import { unusualSettings } from "./unusual-settings";
import styles from "./ParamForm.module.css";

/** Algorithm, its parameters, the world's, the seed, and remarks on all of them. */
export function Parameters() {
  const spec = useLab((lab) => algoSpec(lab.scenario.algo.id));
  const world = useLab((lab) => envSpec(lab.scenario.env.id));
  const [open, setOpen] = useState<"world" | "settings" | null>(null);
  const details = useId();
  if (!spec || !world) return null;
  /** The world of a network has many parameters, and whoever has trained one wants to find them: a place of their own. */
  const trains = spec.network !== undefined;
  const disclosure = (which: "world" | "settings", label: ReactNode) => (
    <button
      type="button"
      className={styles.more}
      aria-expanded={open === which}
      aria-controls={`${details}${which}`}
      onClick={() => setOpen(open === which ? null : which)}
    >
      {label}
      <Icon name={open === which ? "up" : "down"} />
    </button>
  );
  return (
    <section className={styles.parameters} aria-label={words.name}>
      <div className={styles.first}>
        <div className={styles.algorithm} {...helpHandlers(spec.summary)}>
          <AlgorithmPicker />
        </div>
        {trains && disclosure("world", <WorldSummary />)}
        {disclosure("settings", <Summary />)}
      </div>
      {trains && (
        <div id={`${details}world`} hidden={open !== "world"} className={styles.folded}>
          <h2 className={styles.heading}>{words.world}</h2>
          <p className="quiet">{words.worldHelp}</p>
          <ParamForm part="env" defs={world.params} />
        </div>
      )}
      <div id={`${details}settings`} hidden={open !== "settings"} className={styles.folded}>
        <ParamForm part="algo" defs={only(spec.params, true)} />
        {!trains && <ParamForm part="env" defs={world.params} />}
        <SeedField />
      </div>
      <ParamForm part="algo" defs={only(spec.params, false)} />
      <Remarks />
      <Unlock />
      <HelpHere />
    </section>
  );
}

/** On a phone the help stays in sight of the hand; elsewhere the line under the figure shows it. */
function HelpHere() {
  const help = useHelp((state) => state.help);
  return help === null ? null : <p className={styles.help}>{help}</p>;
}

/** The parameters that are folded away, or the others; that of learning has a switch beside the figure. */
function only(defs: AnyParamDefs, folded: boolean): AnyParamDefs {
  return Object.fromEntries(
    Object.entries(defs).filter(([name, def]) => name !== LEARNING && (def.folded ?? false) === folded),
  );
}

/** What of the folded settings is not as usual, and the seed: “seed 7, noise 0.2”. */
function Summary() {
  const { env, algo } = useLab((lab) => lab.scenario);
  const seed = useLab((lab) => lab.scenario.seed);
  const spec = algoSpec(algo.id);
  const parts = [
    ...unusualSettings(only(spec?.params ?? {}, true), algo.params),
    ...(spec?.network ? [] : unusualSettings(envSpec(env.id)?.params ?? {}, env.params)),
  ];
  return (
    <Folded
      name={words.settings}
      holds={[fill(words.seedIs, { seed }), ...parts]}
      changed={parts.length}
      room={spec?.network ? "beside" : "alone"}
    />
  );
}

function WorldSummary() {
  const env = useLab((lab) => lab.scenario.env);
  const parts = unusualSettings(envSpec(env.id)?.params ?? {}, env.params);
  return <Folded name={words.world} holds={parts} changed={parts.length} room="beside" />;
}

/** Characters that there is room for, beside the world's settings and alone. */
const MOST = { beside: 12, alone: 28 };

interface FoldedProps {
  name: string;
  holds: readonly string[];
  changed: number;
  room: keyof typeof MOST;
}

/** What there is in it, or, where that is too much to write, how much of it is not as usual. */
function Folded({ name, holds, changed, room }: FoldedProps) {
  const all = holds.join(", ");
  const fits = all.length <= MOST[room] || changed === 0;
  return (
    // The title is on the text itself, so that it is not heard twice.
    <span className={styles.summary} title={all}>
      {name}
      {all !== "" && (
        <>
          : <span className="quiet">{fits ? all : fill(words.changed, { count: changed })}</span>
        </>
      )}
    </span>
  );
}

function Remarks() {
  const { env, algo } = useLab((lab) => lab.scenario);
  const seed = useLab((lab) => lab.scenario.seed);
  const remarks = useMemo(() => scenarioNotices({ v: 1, env, algo, seed }), [env, algo, seed]);
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.remarks} aria-label={words.remarks}>
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}
