import type { AnyParamDefs } from "../../core/params";
import type { Scenario } from "../../core/scenario";
import { algoSpec } from "../../algos";
import { envSpec } from "../../envs";
import { share as words } from "../../messages/share";
import { isLocked } from "../../scenario/locks";
import { LIMITS } from "../../scenario/schema";
import { edit, endGesture } from "../session";
import { Checks, toggled } from "./Checks";
import { groupsFor, lockTitle } from "./lock-title";
import styles from "./Share.module.css";

interface Props {
  scenario: Scenario;
  /** Called after each change. */
  changed(): void;
}

/** What the author says of the experiment, and what of it others are asked to leave as it is. */
export function AboutExperiment({ scenario, changed }: Props) {
  const setText = (name: "title" | "notes", text: string) => {
    edit((current) => {
      const { [name]: _old, ...rest } = current;
      return text === "" ? rest : { ...rest, [name]: text };
    }, `share ${name}`);
    changed();
  };
  return (
    <section className={styles.part}>
      <h3>{words.about}</h3>
      <label>
        {words.title}
        <input
          type="text"
          maxLength={LIMITS.title}
          value={scenario.title ?? ""}
          onChange={(event) => setText("title", event.target.value)}
          onBlur={endGesture}
        />
      </label>
      <label>
        {words.notes}
        <textarea
          rows={3}
          maxLength={LIMITS.notes}
          value={scenario.notes ?? ""}
          onChange={(event) => setText("notes", event.target.value)}
          onBlur={endGesture}
        />
      </label>
      <Locks scenario={scenario} changed={changed} />
    </section>
  );
}

function Locks({ scenario, changed }: Props) {
  const locks = scenario.locks ?? [];
  /** What is locked with a group is locked already, so its own box has nothing to say. */
  const option = (id: string, groups: readonly string[]) => ({
    id,
    label: lockTitle(id, scenario),
    disabled: groups.some((group) => locks.includes(group)),
  });
  const boxes = (legend: string, ids: readonly string[], groups: readonly string[]) => (
    <Checks
      legend={legend}
      options={ids.map((id) => option(id, id === "all" ? [] : groups))}
      chosen={ids.filter((id) => isLocked(locks, id))}
      onToggle={(lock, on) => {
        setLock(lock, on);
        changed();
      }}
    />
  );
  return (
    <>
      {boxes(words.locks, groupsFor(scenario), ["all"])}
      <details>
        <summary>{words.single}</summary>
        {boxes(words.oneByOne, parametersOf(scenario), ["all", "parameters"])}
      </details>
      <p className="quiet">{words.courtesy}</p>
    </>
  );
}

/** The parameters that have a control of their own, as locks name them. */
function parametersOf({ env, algo }: Scenario): string[] {
  const named = (part: string, defs: AnyParamDefs = {}) =>
    Object.keys(defs)
      .filter((name) => defs[name].kind !== "data")
      .map((name) => `${part}.${name}`);
  return [...named("algo", algoSpec(algo.id)?.params), ...named("env", envSpec(env.id)?.params)];
}

function setLock(lock: string, on: boolean): void {
  edit(({ locks = [], ...rest }) => {
    const next = toggled(locks, lock, on).toSorted();
    return { ...rest, ...(next.length > 0 && { locks: next }) };
  });
}
