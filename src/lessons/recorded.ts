import type { Gaze } from "../core/glimpse";
import { evidence, median, type MeasuredRun } from "../scenario/evidence";
import { shippedTests } from "../scenario/evidence/shipped";

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

/** The recorded error of a shipped network on all test digits, in per cent. Throws if none is recorded: a test opens every step. */
export function errorOf(preset: string, gaze: Gaze = "learned"): string {
  const test = shippedTests.find((each) => each.preset === preset && each.gaze === gaze);
  if (!test) throw new Error(`Nothing is recorded of ${preset} with the gaze ${gaze}.`);
  return ((100 * test.wrong) / test.count).toFixed(2);
}
