import type { AnyParamDefs } from "../core/params";
import { isSame, type Scenario } from "../core/scenario";
import { algoSpec } from "../algos/index";
import { envSpec } from "../envs/index";

type Locks = readonly string[] | undefined;

/** Whether a control is locked, by its own name or with others. A name that nothing has locks nothing. */
export function isLocked(locks: Locks, name: string): boolean {
  if (!locks) return false;
  return (
    locks.includes(name) || locks.includes("all") || (name.includes(".") && locks.includes("parameters"))
  );
}

/** Whether something locked would have to be used to bring a scenario from one state to another. */
export function needsLocked(locks: Locks, before: Scenario, after: Scenario): boolean {
  if (!locks || locks.length === 0) return false;
  return controlsBetween(before, after).some((name) => isLocked(locks, name));
}

function controlsBetween(before: Scenario, after: Scenario): string[] {
  const names = changed("env", envSpec(after.env.id)?.params ?? {}, before, after);
  if (before.seed !== after.seed) names.push("seed");
  // Another algorithm brings its own parameters and its own stop; what both have stays as it is.
  if (before.algo.id !== after.algo.id) return [...names, "algo"];
  if (!isSame(before.stop, after.stop)) names.push("stop");
  return [...names, ...changed("algo", algoSpec(after.algo.id)?.params ?? {}, before, after)];
}

function changed(part: "algo" | "env", defs: AnyParamDefs, before: Scenario, after: Scenario): string[] {
  const [was, is] = [before[part].params, after[part].params];
  return Object.entries(defs)
    .filter(([name]) => !isSame(was[name], is[name]))
    .map(([name, { kind }]) => (kind === "data" ? "editor" : `${part}.${name}`));
}
