/** Ten steps to a power of ten (the R10 series of preferred numbers). */
const SERIES = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8];
const DECADES = 4;

/** The slider's last position: as fast as possible. */
export const FASTEST = SERIES.length * DECADES + 1;

/** Steps a second at a slider position from 0 (one) to FASTEST (Infinity). */
export function rateAt(position: number): number {
  if (position >= FASTEST) return Infinity;
  const decade = Math.floor(position / SERIES.length);
  return Number((SERIES[position % SERIES.length] * 10 ** decade).toPrecision(3));
}

/** The slider position nearest to a rate. */
export function positionOf(rate: number): number {
  if (rate === Infinity) return FASTEST;
  const position = Math.round(Math.log10(Math.max(1, rate)) * SERIES.length);
  return Math.min(position, FASTEST - 1);
}

export function speedText(rate: number): string {
  return rate === Infinity ? "as fast as possible" : `${rate.toLocaleString("en")} a second`;
}
