import { algoSpec } from "../../algos";
import type { LabState } from "../store";
import { granularityOf } from "../session";

/** How many steps a second are real time: 1/τ; undefined where steps have no length or are not what is stepped by. */
export function realTimeOf(lab: Pick<LabState, "scenario">): number | undefined {
  const { env, algo } = lab.scenario;
  const { tau } = env.params;
  const chosen = algoSpec(algo.id)?.granularities.find(({ id }) => id === granularityOf(lab));
  return typeof tau === "number" && chosen?.until === "ticks" ? 1 / tau : undefined;
}
