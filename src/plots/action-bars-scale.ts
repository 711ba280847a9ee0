import { niceCeiling } from "./colour";

/** Where the bars of action values begin and end; the values lie between. Always contains 0. */
export type BarDomain = readonly [number, number];

/**
 * The domain for bars from 0 to each value: round, and as it was until a value leaves it or all of them need less than
 * a third of it, so that it does not jitter from frame to frame.
 */
export function barDomain(previous: BarDomain | null, values: readonly number[]): BarDomain {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  if (low === 0 && high === 0) return previous ?? [0, 1];
  if (previous && low >= previous[0] && high <= previous[1]) {
    if (high - low > (previous[1] - previous[0]) / 3) return previous;
  }
  return [low < 0 ? -niceCeiling(-low) : 0, high > 0 ? niceCeiling(high) : 0];
}

/** Index of the largest value, the first of equal ones; −1 without a number. */
export function bestOf(values: ArrayLike<number>): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]) && (best < 0 || values[i] > values[best])) best = i;
  }
  return best;
}
