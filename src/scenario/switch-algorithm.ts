import { algoSpec } from "../algos/index";
import type { AlgoSpec } from "../core/algo";
import { parseParam, type ParamDef } from "../core/params";
import type { Scenario, Stop } from "../core/scenario";

type Spec = AlgoSpec<Record<string, unknown>>;

/** Switched off, a network that has not been trained would stay so. */
const LEARNING = "learning";

/** Where an experiment stops that has only just got its kind of algorithm. */
const FIRST_STOP: Record<"planning" | "learning", Stop> = {
  planning: { converged: true },
  learning: { episodes: 500 },
};

/**
 * The same experiment with another algorithm. Parameters that both have keep their values; of networks only those that
 * were changed and mean the same, since their defaults are tuned for each algorithm. The stop condition and the step
 * size stay where they make sense for both. Unknown ids change nothing.
 */
export function withAlgorithm(scenario: Scenario, id: string): Scenario {
  const before = algoSpec(scenario.algo.id);
  const next = algoSpec(id);
  if (!next || id === scenario.algo.id) return scenario;
  const params: Record<string, unknown> = {};
  for (const [name, def] of Object.entries<ParamDef>(next.params)) {
    const had = isShared(name, def, before, scenario.algo.params);
    const kept = had ? parseParam(def, scenario.algo.params[name]) : undefined;
    params[name] = kept?.ok ? kept.value : def.default;
  }
  const { stop: oldStop, view: { granularity, ...view } = {}, ...rest } = scenario;
  const stop = before?.family === next.family ? oldStop : FIRST_STOP[next.family];
  const keepsStep = next.granularities.some((known) => known.id === granularity);
  return {
    ...rest,
    algo: { id, params },
    view: { ...view, ...(keepsStep && granularity !== undefined && { granularity }) },
    ...(stop && { stop }),
  };
}

/** Whether the value of a parameter is taken over from the algorithm before. */
function isShared(
  name: string,
  def: ParamDef,
  before: Spec | undefined,
  params: Readonly<Record<string, unknown>>,
): boolean {
  if (!before?.network) return Object.hasOwn(params, name);
  const own: ParamDef | undefined = before.params[name];
  return own?.symbol === def.symbol && params[name] !== own?.default && name !== LEARNING;
}
