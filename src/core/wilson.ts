/** Of the standard normal distribution: 95 % lie within ± this. */
const Z = 1.959964;

/**
 * The 95 % interval of a share of which `hits` of `count` were seen (Wilson, 1927): right also for few images and for
 * shares near 0, where mean ± 2 standard errors is not.
 */
export function wilsonInterval(hits: number, count: number): [low: number, high: number] {
  if (count === 0) return [0, 1];
  const share = hits / count;
  const weight = 1 + (Z * Z) / count;
  const middle = (share + (Z * Z) / (2 * count)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / count + (Z * Z) / (4 * count * count));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
