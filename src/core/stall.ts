/**
 * Watches whether a sequence of residuals still shrinks: `least` is the last one that counted as progress,
 * `sweeps` how many sweeps ago that was. Plain data.
 */
export interface Stall {
  least: number;
  sweeps: number;
}

/** Less than this share of the last progress is progress. */
const PROGRESS = 0.999;

export function newStall(): Stall {
  return { least: Infinity, sweeps: 0 };
}

/** Takes the residual of one more sweep; returns for how many sweeps there has been no progress. */
export function watch(stall: Stall, residual: number): number {
  if (residual < PROGRESS * stall.least) {
    stall.least = residual;
    stall.sweeps = 0;
  } else stall.sweeps++;
  return stall.sweeps;
}
