import { fill } from "../../messages/section";
import { transport as words } from "../../messages/transport";

/** Ten steps to a power of ten (the R10 series of preferred numbers). */
const SERIES = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8];
const DECADES = 4;

/** The slider's last position: as fast as possible. */
export const FASTEST = SERIES.length * DECADES + 1;

/**
 * Steps a second at a slider position from 0 (one) to FASTEST (Infinity). The position nearest to real time, where there
 * is such a thing, is exactly that.
 */
export function rateAt(position: number, realTime?: number): number {
  if (position >= FASTEST) return Infinity;
  if (realTime !== undefined && position === positionOf(realTime)) return realTime;
  const decade = Math.floor(position / SERIES.length);
  return Number((SERIES[position % SERIES.length] * 10 ** decade).toPrecision(3));
}

/** The slider position nearest to a rate. */
export function positionOf(rate: number): number {
  if (rate === Infinity) return FASTEST;
  const position = Math.round(Math.log10(Math.max(1, rate)) * SERIES.length);
  return Math.min(position, FASTEST - 1);
}

/** A rate as it is heard … */
export function speedText(rate: number, realTime?: number): string {
  if (rate === Infinity) return words.fastest;
  return fill(rate === realTime ? words.realTime : words.rate, { rate: rounded(rate) });
}

/** … and as it is seen, in little room. */
export function shortSpeedText(rate: number, realTime?: number): string {
  if (rate === Infinity) return words.fastestShort;
  return rate === realTime ? words.realTimeShort : fill(words.rateShort, { rate: rounded(rate) });
}

function rounded(rate: number): string {
  return rate.toLocaleString("en", { maximumSignificantDigits: 4 });
}
