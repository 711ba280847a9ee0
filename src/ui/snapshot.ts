import type { Scenario } from "../core/scenario";
import { placed } from "./scenario-change";
import { useLab } from "./store";

/** The scenario that shows exactly what is on screen: the run as it began, its live changes, and where it stands. */
export function snapshot(): Scenario {
  const { base, scenario, run } = useLab.getState();
  const { title: _title, notes: _notes, locks: _locks, stop: _stop, ...rest } = base;
  const { title, notes, locks, stop } = scenario;
  const shown: Scenario = {
    ...rest,
    ...(title !== undefined && { title }),
    ...(notes !== undefined && { notes }),
    ...(locks !== undefined && { locks }),
    ...(stop !== undefined && { stop }),
    ...(scenario.view && { view: scenario.view }),
  };
  return placed(shown, run.position);
}
