/** Values are hopeless beyond this many times what any policy could earn … */
const HOPELESS = 100;
/** … and believable up to this many times: bootstrapping overestimates in good runs too. */
const BELIEVABLE = 2;

/** What decides how large a return can be. Plain data. */
export interface Experience {
  /** The largest |r| so far. */
  largestReward: number;
  /** Steps of the longest episode so far, for γ = 1. */
  longestEpisode: number;
}

/** What no policy's |Q| or |V| can exceed: rewards as large as the largest one so far, in every step. 0 while there is none. */
export function earnable({ largestReward, longestEpisode }: Experience, gamma: number): number {
  return largestReward * (gamma < 1 ? 1 / (1 - gamma) : Math.max(1, longestEpisode));
}

/** Whether values of this size can be trusted so far. */
export function isBelievable(largest: number, most: number): boolean {
  return most === 0 ? Number.isFinite(largest) : largest <= BELIEVABLE * most;
}

/** What values of this size show to have gone wrong, as part of a sentence about `what`, in the plural; null if nothing. */
export function badValues(what: string, largest: number, most: number): string | null {
  if (!Number.isFinite(largest)) return `${what} are no longer numbers`;
  const isHopeless = most > 0 && largest > HOPELESS * most;
  if (!isHopeless) return null;
  return `${what} have reached ${roughly(largest)}, though no policy can earn more than ${roughly(most)}`;
}

/** A number as a sentence has it: to three digits. */
export function roughly(x: number): string {
  return Math.abs(x) >= 1e6 ? x.toExponential(1) : String(Number(x.toPrecision(3)));
}
