import type { Scenario } from "../core/scenario";
import { isSame, toJson } from "../scenario/canonical";
import { parseScenario } from "../scenario/parse";
import type { Challenge, Path, Setting } from "./challenge";

/** The experiment that a challenge begins with. Throws if it is not valid: a test opens them all. */
export function startOf({ id, start }: Challenge): Scenario {
  const parsed = parseScenario(start);
  if (!parsed.ok) throw new Error(`Challenge ${id}: ${parsed.error}`);
  return parsed.value;
}

/** The experiment that is judged: its world and its algorithm, with the stop condition of the challenge and its first seed. */
export function judgedOf(challenge: Challenge, { env, algo }: Scenario): Scenario {
  const { view: _view, ...start } = startOf(challenge);
  return { ...start, env, algo, seed: challenge.seeds[0] };
}

/** The start with some parameters changed. Throws if there is no such experiment. */
export function withSetting(challenge: Challenge, setting: Setting): Scenario {
  const { env, algo, ...rest } = startOf(challenge);
  const params = { env: { ...env.params }, algo: { ...algo.params } };
  for (const [path, value] of Object.entries(setting) as [Path, unknown][]) {
    const [home, name] = split(path);
    params[home][name] = value;
  }
  const scenario = { ...rest, env: { ...env, params: params.env }, algo: { ...algo, params: params.algo } };
  const parsed = parseScenario(toJson(scenario));
  if (!parsed.ok) throw new Error(`Challenge ${challenge.id}: ${parsed.error}`);
  return parsed.value;
}

/** A parameter's home and its name. */
export function split(path: Path): ["env" | "algo", string] {
  const [home, name] = path.split(".") as ["env" | "algo", string];
  return [home, name];
}

/** What of an experiment is not as at the start of a challenge. */
export interface Deviations {
  /** Another environment or algorithm, so that nothing else can be compared. */
  readonly other: boolean;
  /** Parameters that may be changed, and have been … */
  readonly free: readonly Path[];
  /** … and those that may not. */
  readonly fixed: readonly Path[];
}

export function deviationsFrom(challenge: Challenge, { env, algo }: Scenario): Deviations {
  const start = startOf(challenge);
  if (env.id !== start.env.id || algo.id !== start.algo.id) return { other: true, free: [], fixed: [] };
  const changed = [
    ...namesOf(start.env.params, env.params).map((name): Path => `env.${name}`),
    ...namesOf(start.algo.params, algo.params).map((name): Path => `algo.${name}`),
  ];
  return {
    other: false,
    free: changed.filter((path) => challenge.free.includes(path)),
    fixed: changed.filter((path) => !challenge.free.includes(path)),
  };
}

function namesOf(before: Scenario["env"]["params"], after: Scenario["env"]["params"]): string[] {
  return Object.keys(after).filter((name) => !isSame(before[name], after[name]));
}
