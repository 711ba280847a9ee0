import { algoSpec } from "../algos";
import type { AnyParamDefs } from "../core/params";
import { isSame, type Position, type Scenario } from "../core/scenario";
import { envSpec } from "../envs";
import { run as words } from "../messages/run";
import { fill } from "../messages/section";
import { LIMITS } from "../scenario/schema";
import { lockRefusal } from "./locks";
import type { LabState } from "./store";

type Params = Record<string, unknown>;

/** `scenario` with the parameters that the first `era` live changes of `base` leave in force. */
export function inForce(scenario: Scenario, base: Scenario, era: number): Scenario {
  const past = (base.changes ?? []).slice(0, era);
  const env = past.findLast((change) => change.env)?.env ?? base.env.params;
  const algo = past.findLast((change) => change.algo)?.algo ?? base.algo.params;
  if (isSame(env, scenario.env.params) && isSame(algo, scenario.algo.params)) return scenario;
  return { ...scenario, env: { ...scenario.env, params: env }, algo: { ...scenario.algo, params: algo } };
}

/** The scenario, paused at a position. */
export function placed(scenario: Scenario, at: Position): Scenario {
  const { at: _at, ...view } = scenario.view ?? {};
  return { ...scenario, view: { ...view, ...((at.tick > 0 || at.phase > 0) && { at }) } };
}

/** Whether a change cannot be made in a running experiment. */
export function needsNewRun(before: Scenario, after: Scenario): boolean {
  const restarts = (defs: AnyParamDefs | undefined, was: Params, is: Params) =>
    Object.keys(is).some((name) => !isSame(was[name], is[name]) && !defs?.[name].live);
  return (
    before.env.id !== after.env.id ||
    before.algo.id !== after.algo.id ||
    before.seed !== after.seed ||
    restarts(algoSpec(after.algo.id)?.params, before.algo.params, after.algo.params) ||
    restarts(envSpec(after.env.id)?.params, before.env.params, after.env.params) ||
    sizeOf(before) !== sizeOf(after)
  );
}

function sizeOf({ env }: Scenario): string {
  const rows = env.params.rows as readonly string[] | undefined;
  return rows ? `${rows.length}×${rows[0].length}` : "";
}

/** Live changes that a run may have; the rest up to the format's cap is for changes still on their way. */
export const MOST_CHANGES = LIMITS.changes - 16;

/** Why the scenario on screen cannot become `after`; undefined where it can. */
export function objection(
  lab: Pick<LabState, "base" | "scenario" | "locks">,
  after: Scenario,
): string | undefined {
  const { base, scenario } = lab;
  const refusal = lockRefusal(lab, after);
  if (refusal !== undefined) return refusal;
  if ((base.changes?.length ?? 0) >= MOST_CHANGES && !needsNewRun(scenario, after)) {
    return fill(words.mostChanges, { count: MOST_CHANGES });
  }
  const { env, algo } = after;
  const world = isSame(scenario.env, env) ? [] : (envSpec(env.id)?.check(env.params) ?? []);
  const learner = isSame(scenario.algo, algo) ? [] : (algoSpec(algo.id)?.check?.(algo.params) ?? []);
  return [...world, ...learner].at(0);
}
