import { algoSpec } from "../algos/index";
import { parseParam, type ParamDef } from "../core/params";
import type { Scenario, Stop } from "../core/scenario";

/** Where an experiment stops that has only just got its kind of algorithm. */
const FIRST_STOP: Record<"planning" | "learning", Stop> = {
  planning: { converged: true },
  learning: { episodes: 500 },
};

/**
 * The same experiment with another algorithm. Parameters that both have keep their values; the stop
 * condition and the step size stay where they make sense for both. Unknown ids change nothing.
 */
export function withAlgorithm(scenario: Scenario, id: string): Scenario {
  const before = algoSpec(scenario.algo.id);
  const next = algoSpec(id);
  if (!next || id === scenario.algo.id) return scenario;
  const params: Record<string, unknown> = {};
  for (const [name, def] of Object.entries<ParamDef>(next.params)) {
    const had = Object.hasOwn(scenario.algo.params, name);
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
