import { evidence, median, type MeasuredRun } from "../scenario/evidence";

/** What was recorded of a preset, as words. */
export function recordOf(preset: string) {
  const runs: readonly MeasuredRun[] = evidence.find((entry) => entry.preset === preset)?.runs ?? [];
  const solvedAt = runs.flatMap((run) => (run.solvedAtStep === null ? [] : [run.solvedAtStep]));
  const words = (n: number) => n.toLocaleString("en");
  return {
    seeds: runs.length,
    solved: solvedAt.length,
    diverged: runs.filter((run) => run.diverged).length,
    /** Passed a test once, and ended with one that was failed. */
    lost: runs.filter((run) => run.solvedAtStep !== null && (run.greedyMean ?? 0) < 475).length,
    half: words(median(solvedAt.length > 0 ? solvedAt : [NaN])),
    slowest: words(Math.max(...solvedAt)),
    fastest: words(Math.min(...solvedAt)),
  };
}
