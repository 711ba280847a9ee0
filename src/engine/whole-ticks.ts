import { algoSpec } from "../algos";

/** A size of step by which an algorithm's run goes on in whole ticks, however many at a time. */
export function wholeTicksOf(algorithm: string): string {
  return algoSpec(algorithm)?.granularities.find(({ until }) => until !== "line")?.id ?? "";
}
