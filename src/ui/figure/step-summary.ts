import { algoSpec } from "../../algos";
import { outcome as words } from "../../messages/outcome";
import { fill } from "../../messages/section";
import { formatNumber } from "../../plots/number";
import { clockText, hasStages } from "../controls/clock-text";
import { kindOf } from "../controls/kind";
import type { LabState } from "../store";
import { capital } from "../text";
import { placeName } from "./names";
import { gridParams } from "./problem";

/**
 * What the last step did, in words: the line, the entry that changed, and how far the run is now. Empty while the
 * run goes on by itself.
 */
export function stepSummary({ scenario, run }: Pick<LabState, "scenario" | "run">): string {
  const spec = algoSpec(scenario.algo.id);
  if (!spec || (run.status !== "paused" && run.status !== "finished")) return "";
  const phase = run.phase === null ? undefined : spec.phases[run.phase];
  const says = phase ? [fill(words.line, phase)] : [];
  const { explanation } = run;
  if (phase && explanation) {
    says.push(
      fill(words.changed, {
        place: capital(placeName(explanation, gridParams(scenario).rows[0].length)),
        after: formatNumber(explanation.after),
        before: formatNumber(explanation.before),
      }),
    );
  }
  const clock = clockText(run.clock, kindOf(spec), hasStages(spec)).replaceAll(" · ", ", ");
  return [...says, fill(words.clock, { clock })].join(" ");
}
