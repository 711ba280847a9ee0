import { parameterCount, type MlpSpec } from "./params";

/**
 * How many evaluations of the network a picture may cost: as many as fit into `work` multiplications, but at least
 * `least` and at most `most`. A million take about half a millisecond.
 */
export function affordable(
  { sizes }: Pick<MlpSpec, "sizes">,
  work: number,
  least: number,
  most: number,
): number {
  return Math.max(least, Math.min(most, Math.floor(work / parameterCount(sizes))));
}
