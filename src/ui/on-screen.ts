import { isBefore, type Scenario } from "../core/scenario";
import { beginsLike } from "../engine/client-saved-run";
import { useLab } from "./store";

/** Whether a run that began like this one is still there: notices outlast what they are about. */
export function isOnScreen(run: Scenario): boolean {
  return beginsLike(useLab.getState().base, run);
}

/** How many live changes lie further on in the run than where it stands. */
export function changesAhead(): number {
  const { base, run } = useLab.getState();
  return (base.changes ?? []).filter(({ at }) => isBefore(run.position, at)).length;
}
