import { algoSpec } from "../../algos";
import { isBefore, START } from "../../core/scenario";
import { hasFailed } from "../controls/preparing";
import { isLockedIn } from "../locks";
import { open, reset, setParams } from "../session";
import { snapshot } from "../snapshot";
import { useLab, type LabState } from "../store";

/** Which digits a run that is there has to do without, and why; null where all have come. */
export function missingDigits({ run, fetching }: Pick<LabState, "run" | "fetching">): string | null {
  const isThere = run.clock !== null && run.status !== "preparing";
  const isShort = fetching !== null && fetching < 1;
  return isThere && isShort && run.outcome?.reason === "stop" ? run.outcome.says : null;
}

/** Whether a run could not begin with shipped weights, and may begin with others. */
export function canBeginAnew({
  run,
  backend,
  scenario,
  locks,
}: Pick<LabState, "run" | "backend" | "scenario" | "locks">): boolean {
  const { algo } = scenario;
  const isShipped = (algoSpec(algo.id)?.shipped?.(algo.params) ?? null) !== null;
  // Where there is nothing to compute on, other weights are no help.
  return hasFailed(run) && backend !== null && isShipped && !isLockedIn({ scenario, locks }, "algo.weights");
}

/** Fetches again what is missing, for a run that stands, or was to stand, where this one does. */
export function fetchAgain(): void {
  const { base, origin, run } = useLab.getState();
  const isResumed = isBefore(START, run.position);
  if (isResumed) open(snapshot(), origin, { resumed: true });
  else if (base.view?.at) open(base, origin);
  else reset();
}

/** The same run with weights drawn anew. */
export function beginAnew(): void {
  setParams({ algo: { weights: "fresh" } });
}
