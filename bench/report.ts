import { readFileSync, writeFileSync } from "node:fs";

/** One measured number. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** Which way is better. */
  better: "more" | "less";
  /** What we want it to be, at least or at most. */
  aim?: number;
}

/** What was measured when, where, and how busy the machine was. */
export interface Recording {
  machine: string;
  when: string;
  /** Average number of processes that wanted a core in the last minute, before and after the measuring. */
  load: [before: number, after: number];
  figures: Record<string, number>;
}

const BASELINE = new URL("baseline.json", import.meta.url);

export function readBaseline(): Partial<Recording> {
  try {
    return JSON.parse(readFileSync(BASELINE, "utf8")) as Recording;
  } catch {
    return {};
  }
}

/** Keeps the figures for comparison; those of parts that did not run stay as they were. */
export function writeBaseline(recording: Recording): void {
  const figures = { ...readBaseline().figures, ...recording.figures };
  writeFileSync(BASELINE, `${JSON.stringify({ ...recording, figures }, null, 2)}\n`);
}

/** The figures as a table: now, recorded, now / recorded, and whether the aim is met. */
export function table(figures: readonly Figure[], recorded: Partial<Recording>): string {
  const rows = figures.map(({ name, value, unit, better, aim }) => {
    const before = recorded.figures?.[name];
    const goal =
      aim === undefined ? "" : `${better === "more" ? "≥" : "≤"} ${short(aim)} ${met(value, better, aim)}`;
    const ratio = before ? (value / before).toFixed(2) : "";
    return [name, short(value), unit, before === undefined ? "" : short(before), ratio, goal];
  });
  const head = ["", "now", "", "recorded", "ratio", "aim"];
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const left = [0, 2, 5];
  return all
    .map((row) =>
      row
        .map((cell, i) => (left.includes(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function met(value: number, better: Figure["better"], aim: number): string {
  return (better === "more" ? value >= aim : value <= aim) ? "met" : "MISSED";
}

/** Three digits, large numbers with k or M. */
export function short(x: number): string {
  if (Number.isNaN(x)) return "–";
  const [factor, letter] = Math.abs(x) >= 1e6 ? [1e6, " M"] : Math.abs(x) >= 1e4 ? [1e3, " k"] : [1, ""];
  return `${Number((x / factor).toPrecision(3))}${letter}`;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share `q` of the values does not exceed. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}
