import { algoSpec } from "../../algos";
import { formatNumber } from "../../plots/number";
import type { LabState } from "../store";
import { placeName } from "./names";
import { gridParams } from "./problem";

/** What the last step did, in words: the line, and the entry that changed. Empty while the run goes on by itself. */
export function stepSummary({ scenario, run }: Pick<LabState, "scenario" | "run">): string {
  if (run.status !== "paused" && run.status !== "finished") return "";
  const spec = algoSpec(scenario.algo.id);
  const phase = run.phase === null ? undefined : spec?.phases[run.phase];
  if (!phase) return "";
  const says = `Line ${phase.line}: ${phase.says}`;
  const { explanation } = run;
  if (!explanation) return says;
  const place = placeName(explanation, gridParams(scenario).rows[0].length);
  const change = `${formatNumber(explanation.after)}, was ${formatNumber(explanation.before)}`;
  return `${says} ${place.charAt(0).toUpperCase()}${place.slice(1)}: ${change}.`;
}
