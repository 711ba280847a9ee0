/** A problem size for the table that shows why tables do not scale. Numbers as powers of ten: the last one fits nowhere else. */
export interface ProblemSize {
  name: string;
  /** How the number of states comes about. */
  states: string;
  /** log₁₀ of the number of Q entries, states × actions. */
  entries: number;
}

/** Problems of growing size; `states` and `actions` are those of the grid on screen. */
export function problemSizes(states: number, actions: number): ProblemSize[] {
  return [
    {
      name: "This grid",
      states: `${group(states)} cells with a decision`,
      entries: Math.log10(states * actions),
    },
    { name: "A 64×64 grid", states: "4,096 cells", entries: Math.log10(64 * 64 * actions) },
    { name: "Cart-pole, 10 bins for each of 4 numbers", states: "10⁴ states", entries: Math.log10(1e4 * 2) },
    {
      name: "Atari, screens of 84×84×4 pixels",
      states: "256²⁸²²⁴ screens",
      entries: 84 * 84 * 4 * Math.log10(256) + Math.log10(4),
    },
  ];
}

/** log₁₀ of the seconds that one sweep over 10^`entries` entries takes at `rate` backups a second. */
export function sweepSeconds(entries: number, rate: number): number {
  return entries - Math.log10(rate);
}

/** 10^`power` as a count: 16,384 or 10⁶⁷⁹⁷¹. */
export function formatCount(power: number): string {
  return power < 9.5 ? group(Math.round(10 ** power)) : `10${superscript(Math.round(power))}`;
}

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [31_557_600, "years"],
  [86_400, "days"],
  [3600, "hours"],
  [60, "minutes"],
  [1, "s"],
  [1e-3, "ms"],
  [1e-6, "µs"],
];

/** 10^`power` seconds for reading: 1.2 ms, 3.4 hours, 10⁶⁷⁹⁵⁷ years. */
export function formatDuration(power: number): string {
  const years = power - Math.log10(UNITS[0][0]);
  if (years >= 6) return `10${superscript(Math.round(years))} years`;
  const seconds = 10 ** power;
  const [size, name] = UNITS.find(([unit]) => seconds >= 0.9995 * unit) ?? UNITS[UNITS.length - 1];
  const amount = seconds / size;
  return `${amount >= 100 ? group(Math.round(amount)) : Number(amount.toPrecision(2))} ${name}`;
}

function superscript(n: number): string {
  return String(n).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
}

/** A whole number with a comma for every thousand. */
export function group(n: number): string {
  return n.toLocaleString("en-GB");
}
