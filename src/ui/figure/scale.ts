import { scaling as words } from "../../messages/scaling";
import { fill } from "../../messages/section";

/** A problem size for the table that shows why tables do not scale. Numbers as powers of ten: the last one fits nowhere else. */
export interface ProblemSize {
  /** With how the number of its states comes about. */
  name: string;
  /** log₁₀ of the number of Q entries, states × actions. */
  entries: number;
}

/** Problems of growing size; `states` and `actions` are those of the grid on screen. */
export function problemSizes(states: number, actions: number): ProblemSize[] {
  return [
    { name: words.thisGrid, entries: Math.log10(states * actions) },
    { name: words.largeGrid, entries: Math.log10(64 * 64 * actions) },
    { name: words.cartPole, entries: Math.log10(1e4 * 2) },
    { name: words.atari, entries: 84 * 84 * 4 * Math.log10(256) + Math.log10(4) },
  ];
}

/** log₁₀ of the seconds that one sweep over 10^`entries` entries takes at `rate` backups a second. */
export function sweepSeconds(entries: number, rate: number): number {
  return entries - Math.log10(rate);
}

/** 10^`power` as a count: 16,384, or with an exponent 10^67971. */
export function formatCount(power: number): string {
  return power < 9.5 ? group(Math.round(10 ** power)) : `10^${Math.round(power)}`;
}

const UNITS = [
  [31_557_600, "years"],
  [86_400, "days"],
  [3600, "hours"],
  [60, "minutes"],
  [1, "seconds"],
  [1e-3, "milliseconds"],
  [1e-6, "microseconds"],
] as const;

/** 10^`power` seconds for reading: 1.2 ms, 3.4 hours, 10^67957 years. */
export function formatDuration(power: number): string {
  const years = power - Math.log10(UNITS[0][0]);
  if (years >= 6) return fill(words.years, { count: `10^${Math.round(years)}` });
  const seconds = 10 ** power;
  const [size, name] = UNITS.find(([unit]) => seconds >= 0.9995 * unit) ?? UNITS[UNITS.length - 1];
  const amount = seconds / size;
  return fill(words[name], {
    count: amount >= 100 ? group(Math.round(amount)) : Number(amount.toPrecision(2)),
  });
}

/** A whole number with a comma for every thousand. */
export function group(n: number): string {
  return n.toLocaleString("en-GB");
}
