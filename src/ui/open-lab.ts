import { isSame, type Scenario } from "../core/scenario";
import type { EnvId } from "../envs";
import { presets, presetScenario } from "../scenario/presets";
import { toJson } from "../scenario/schema";
import { labOf, lastRunIn } from "./labs";
import { open } from "./session";
import { forgetAddress, openWork, otherWorks } from "./storage/autosave";
import { useLab } from "./store";

/** Puts a lab on screen: the run that was last there in this visit, else its first preset. Undo comes back. */
export function openLab(id: EnvId): void {
  const lab = useLab.getState();
  if (labOf(lab.scenario) === id) return;
  const last = lastRunIn(id, lab);
  forgetAddress();
  if (last) {
    if (last.origin === "own" && goOnWith(last.scenario)) return;
    open(last.scenario, last.origin);
    return;
  }
  const preset = presets.find(({ scenario }) => labOf(scenario) === id);
  if (preset) open(presetScenario(preset), "preset");
}

/** Goes on with the saved work that a run of one's own belongs to, so that it is not saved a second time. */
function goOnWith(scenario: Scenario): boolean {
  const run = runOf(toJson(scenario));
  const work = otherWorks().works.find((each) => isSame(runOf(each.scenario), run));
  return work !== undefined && openWork({ ...work, scenario: toJson(scenario) });
}

/** All of a stored scenario but what is only shown. */
function runOf(stored: unknown): unknown {
  const { view: _view, ...run } = stored as { view?: unknown };
  return run;
}
