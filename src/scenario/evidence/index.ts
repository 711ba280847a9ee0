import recorded from "./recorded.json";

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
  readonly wallSeconds: number;
  /** Whether the run ended by itself because it diverged. */
  readonly diverged: boolean;
}

/** What was measured of one preset. */
export interface Evidence {
  readonly preset: string;
  readonly date: string;
  readonly backend: string;
  readonly runs: readonly MeasuredRun[];
}

/** Everything recorded, by `npm run evidence` only. */
export const evidence: readonly Evidence[] = recorded;

/** What was measured of a preset, in a sentence for the page; undefined where nothing was. */
export function measuredSentence(preset: string): string | undefined {
  const found = evidence.find((entry) => entry.preset === preset);
  return found && sentenceFor(found);
}

function sentenceFor({ runs, backend, date }: Evidence): string {
  const solved = runs.filter(({ solvedAtStep }) => solvedAtStep !== null);
  const diverged = runs.filter((run) => run.diverged).length;
  const counts = `Measured (${runs.length} seeds, ${date}): solved in ${solved.length} of ${runs.length}`;
  const trouble = diverged > 0 ? `, diverged in ${diverged}` : "";
  if (solved.length === 0) return `${counts}${trouble}.`;
  const steps = median(solved.map((run) => run.steps));
  const episodes = median(solved.map((run) => run.episodes));
  const seconds = median(solved.map((run) => run.wallSeconds));
  return (
    `${counts}${trouble}; of these the median took ${steps.toLocaleString("en")} steps, ` +
    `${Math.round(episodes)} episodes and ${seconds.toPrecision(2)} s (${backend}).`
  );
}

/** The middle value; of an even number the mean of the middle two. Throws for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("There is no median of nothing.");
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
