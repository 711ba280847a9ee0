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
      states: "",
      entries: Math.log10(states * actions),
    },
    { name: "Grid of 64×64", states: "", entries: Math.log10(64 * 64 * actions) },
    { name: "Cart-pole", states: "10 bins for each of 4 numbers", entries: Math.log10(1e4 * 2) },
    {
      name: "Atari",
      states: "256^28224 screens of 84×84×4 pixels",
      entries: 84 * 84 * 4 * Math.log10(256) + Math.log10(4),
    },
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

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [31_557_600, "years"],
  [86_400, "days"],
  [3600, "hours"],
  [60, "minutes"],
  [1, "s"],
  [1e-3, "ms"],
  [1e-6, "µs"],
];

/** 10^`power` seconds for reading: 1.2 ms, 3.4 hours, 10^67957 years. */
export function formatDuration(power: number): string {
  const years = power - Math.log10(UNITS[0][0]);
  if (years >= 6) return `10^${Math.round(years)} years`;
  const seconds = 10 ** power;
  const [size, name] = UNITS.find(([unit]) => seconds >= 0.9995 * unit) ?? UNITS[UNITS.length - 1];
  const amount = seconds / size;
  return `${amount >= 100 ? group(Math.round(amount)) : Number(amount.toPrecision(2))} ${name}`;
}

/** A whole number with a comma for every thousand. */
export function group(n: number): string {
  return n.toLocaleString("en-GB");
}
