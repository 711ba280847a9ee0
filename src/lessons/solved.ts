import type { Challenge, Measured } from "./challenge";
import type { RunFacts } from "./run-facts";

type Judging = Pick<Challenge, "measure" | "tolerance" | "judge">;

/** [whether the greedy policy has passed its test, episodes until then or in all]. */
function solvedRun({ clock, network }: RunFacts): Measured {
  return [Number((network?.solvedAt ?? null) !== null), clock.episodes];
}

/** Judges runs that end when a test is passed, or when their budget is used up: so many of them must pass. */
export function mustBeSolved(atLeast: number, within: string): Judging {
  return {
    measure: solvedRun,
    // Judged on WebAssembly, which computes these networks alike on every machine.
    tolerance: 0,
    judge: (runs) => {
      const solved = runs.filter(([passed]) => passed === 1);
      const episodes = solved.map(([, count]) => count).join(", ");
      const after = solved.length > 0 ? `, after ${episodes} episodes` : "";
      return {
        passed: solved.length >= atLeast,
        measured: `${solved.length} of ${runs.length} seeds passed the test${after}.`,
        needed: `At least ${atLeast} of ${runs.length} must pass it ${within}.`,
      };
    },
  };
}
