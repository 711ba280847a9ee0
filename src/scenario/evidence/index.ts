import recorded from "./recorded.json" with { type: "json" };
import { shippedSentence } from "./shipped";

/** One run of a preset with one seed, as `npm run evidence` measured it. */
export interface MeasuredRun {
  readonly seed: number;
  /** The environment step at which the greedy policy first passed its test; null if it never did. */
  readonly solvedAtStep: number | null;
  readonly steps: number;
  readonly episodes: number;
  readonly updates: number;
  /** Mean return of the greedy policy in the last test; null before the first. */
  readonly greedyMean: number | null;
  /** Episodes of that test, 100 unless it was broken off; missing in records from before this was kept. */
  readonly greedyEpisodes?: number | null;
  readonly wallSeconds: number;
  /** Whether the run ended by itself because it diverged. */
  readonly diverged: boolean;
}

/** What was measured of one preset. */
export interface Evidence {
  /** Its id; for a control with `?` and the settings that differ, as in a short link. */
  readonly preset: string;
  readonly date: string;
  readonly backend: string;
  /** The CHECKPOINT_FORM of the code that was run: with another one the same seed may give another run. */
  readonly form: number;
  readonly runs: readonly MeasuredRun[];
}

/** Everything recorded, by `npm run evidence` only. */
export const evidence: readonly Evidence[] = recorded;

/** What was measured of a preset, in a sentence for the page; undefined where nothing was. */
export function measuredSentence(preset: string): string | undefined {
  const found = evidence.find((entry) => entry.preset === preset);
  return found ? sentenceFor(found) : shippedSentence(preset);
}

/** One record in a sentence. */
export function sentenceFor({ runs, backend, date }: Evidence): string {
  const solved = runs.filter(({ solvedAtStep }) => solvedAtStep !== null);
  const diverged = runs.filter((run) => run.diverged).length;
  const counts = `Measured (${runs.length} seeds, ${date}): solved in ${solved.length} of ${runs.length}`;
  const all = diverged === runs.length ? "all " : "";
  const trouble = diverged > 0 ? ` In the end ${all}${diverged} diverged.` : "";
  if (solved.length === 0) return `${counts}.${trouble}`;
  const steps = Math.round(median(solved.map((run) => run.solvedAtStep ?? run.steps)));
  return `${counts}; of these the median took ${steps.toLocaleString("en")} steps${costs(solved)} (${backend}).${trouble}`;
}

/** What it took besides, where the runs ended when they were solved: only of those it is known. */
function costs(solved: readonly MeasuredRun[]): string {
  if (solved.some(({ steps, solvedAtStep }) => steps !== solvedAtStep)) return "";
  const episodes = median(solved.map((run) => run.episodes));
  const seconds = median(solved.map((run) => run.wallSeconds));
  return `, ${Math.round(episodes)} episodes and ${seconds.toPrecision(2)} s`;
}

/** The middle value; of an even number the mean of the middle two. Throws for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("There is no median of nothing.");
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
