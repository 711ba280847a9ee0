import { bin, mean, quantile, ticks } from "d3";
import { niceCeiling, steadyExtent } from "./colour";

/** Where Huber's loss turns from squared to absolute. */
export const HUBER = 1;
/** About how many bins there are. */
const BINS = 30;
/** The domain is cut where the largest error is so many times the 98th percentile. */
const FLATTENING = 3;

/** The domain is not narrower than ± this: there are no numbers between denormal ones. */
const LEAST = 1e-9;

export interface Bin {
  low: number;
  high: number;
  count: number;
}

export interface ErrorHistogram {
  bins: Bin[];
  /** The domain is ± this. */
  extent: number;
  count: number;
  mean: number;
  largest: number;
  /** Errors with |δ| > 1, beyond the domain, and that are no numbers. */
  outside: number;
  beyond: number;
  notFinite: number;
}

/**
 * Counts errors in bins of one width on a domain that is symmetric about 0 and steady: `previous` is the extent it had.
 * Every multiple of the width is an edge, so 0 always is one.
 */
export function binErrors(errors: ArrayLike<number>, previous: number): ErrorHistogram {
  const finite = Array.from(errors).filter(Number.isFinite);
  const sizes = finite.map(Math.abs);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const usual = quantile(sizes, 0.98) ?? 0;
  const wanted = largest > FLATTENING * usual && usual > 0 ? niceCeiling(usual) : largest;
  const extent = Math.max(LEAST, steadyExtent(previous, wanted) || previous || HUBER);
  const shown = finite.filter((error) => Math.abs(error) <= extent);
  // The ends of the domain are edges anyway; given again, they would make empty bins that take the largest error.
  const edges = ticks(-extent, extent, BINS).filter((edge) => Math.abs(edge) < extent * (1 - 1e-9));
  const counted = bin().domain([-extent, extent]).thresholds(edges)(shown);
  return {
    bins: counted.map((values) => ({ low: values.x0 ?? 0, high: values.x1 ?? 0, count: values.length })),
    extent,
    count: finite.length,
    mean: mean(finite) ?? NaN,
    largest,
    outside: sizes.filter((size) => size > HUBER).length,
    beyond: finite.length - shown.length,
    notFinite: errors.length - finite.length,
  };
}
