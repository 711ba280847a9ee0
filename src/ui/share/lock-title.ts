import type { Scenario } from "../../core/scenario";
import { algoSpec } from "../../algos";
import { envSpec } from "../../envs";
import { share as words } from "../../messages/share";
import { GROUPS, type LockGroup } from "../../scenario/lock-names";
import { labOf } from "../labs";

/** What there is to lock in the lab of a scenario, beside single parameters. */
export function groupsFor(scenario: Scenario): LockGroup[] {
  const lab = labOf(scenario);
  return GROUPS.filter(
    (group) => (group !== "editor" || lab === "grid-world") && (group !== "push" || lab === "cart-pole"),
  );
}

/** What a lock is about, in words: a group, or a parameter that the scenario has. */
export function lockTitle(lock: string, { env, algo }: Pick<Scenario, "env" | "algo">): string {
  const { all, allParameters: parameters, algo: algorithm, editor, seed, stop, push } = words;
  const groups = { all, parameters, algo: algorithm, editor, seed, stop, push } satisfies Record<
    LockGroup,
    string
  >;
  if (lock in groups) return groups[lock as LockGroup];
  const [part, name] = lock.split(".");
  const defs = (part === "algo" ? algoSpec(algo.id) : envSpec(env.id))?.params;
  return defs?.[name]?.label ?? lock;
}
