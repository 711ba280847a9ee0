import { algoSpec } from "../../algos";
import { present as words } from "../../messages/present";
import { clockText, hasStages } from "../controls/clock-text";
import { kindOf } from "../controls/kind";
import { hasFailed, preparing } from "../controls/preparing";
import { isMoving } from "../moving";
import type { LabState } from "../store";

/** How far the run is and whether it goes on, on one line. */
export function clockSays(lab: LabState): string {
  const { clock, status, outcome } = lab.run;
  if (hasFailed({ clock, status }) || !clock) return preparing(lab);
  const spec = algoSpec(lab.scenario.algo.id);
  const far = clockText(clock, kindOf(spec), spec !== undefined && hasStages(spec));
  const state = isMoving(status) ? words.running : outcome ? words.over : words.paused;
  return `${far}, ${state}`;
}
