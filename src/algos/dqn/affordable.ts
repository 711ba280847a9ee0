import { parameterCount, type MlpSpec } from "../../nn/params";

/**
 * How many evaluations of the network a picture may cost: as many as fit into `work` multiplications, but at least
 * `least` and at most `most`. A million take about half a millisecond.
 */
export function affordable({ sizes }: MlpSpec, work: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.floor(work / parameterCount(sizes))));
}
