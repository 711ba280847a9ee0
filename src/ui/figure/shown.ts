import { create } from "zustand";
import type { EquationLine, Explanation, TabularView } from "../../core/algo";
import type { Scenario } from "../../core/scenario";
import { algoSpec } from "../../algos";
import { equation as words } from "../../messages/equation";
import { fill } from "../../messages/section";
import { useLab, viewOf, type LabState } from "../store";
import { gridParams, modelFor, valueKind, withPolicyValues } from "./problem";
import { cellKind } from "./cell-kind";
import { placeName } from "./names";
import { bellmanNow, outcomesOf, type Outcome, type Selected } from "./selection";

/** The equation on screen and what of it is lit on the figure. */
export interface ShownEquation {
  /** `update`: what the algorithm just did. `selected`: what holds for the chosen cell. `rule`: symbols only. */
  source: "update" | "selected" | "rule";
  heading: string;
  lines: EquationLine[];
  /** The entry that the equation is about. */
  about: Selected | null;
  outcomes: Outcome[];
}

/** Which equation the student wants to see while there are two. */
export const useEquationChoice = create<{ prefers: "update" | "selected" }>()(() => ({
  prefers: "selected",
}));

/** The update an explanation tells of, or without one the rule in symbols. */
export function updateEquation(scenario: Scenario, explanation: Explanation | null): ShownEquation {
  const lines = algoSpec(scenario.algo.id)?.equation(explanation) ?? [];
  if (!explanation) return { source: "rule", heading: words.rule, lines, about: null, outcomes: [] };
  const { state, action, terms } = explanation;
  const columns = gridParams(scenario).rows[0].length;
  return {
    source: "update",
    heading: fill(words.update, { place: placeName({ state, action }, columns) }),
    lines,
    about: { state, action },
    outcomes: outcomesOf(terms),
  };
}

/** The Bellman equation of the selected cell or action with the numbers of now. */
function selectedEquation(scenario: Scenario, view: TabularView, selected: Selected): ShownEquation | null {
  const mdp = modelFor(scenario);
  if (!mdp) return null;
  const kind = valueKind(scenario.algo.id);
  const gamma = scenario.algo.params.gamma as number;
  const params = gridParams(scenario);
  const place = placeName(selected, params.rows[0].length);
  const now = bellmanNow(mdp, withPolicyValues(scenario.algo.id, view), kind, gamma, selected);
  if (!now) {
    const says = fill(words.noDecision, { kind: cellKind(params, selected.state) });
    const lines = [`V(s) = 0 \\quad\\text{${says}}`];
    return { source: "selected", heading: fill(words.now, { place }), lines, about: selected, outcomes: [] };
  }
  return { source: "selected", heading: fill(words.bellman, { place }), about: selected, ...now };
}

/**
 * The equation to show: while running, the update just made; when paused, what the student last asked for.
 * `view` is what the figure shows, null before the first frame.
 */
export function shownEquation(
  { scenario, run }: Pick<LabState, "scenario" | "run">,
  view: TabularView | null,
  prefers: "update" | "selected",
): ShownEquation {
  const { selected } = viewOf(scenario);
  const paused = run.status === "paused" || run.status === "finished";
  const wanted = selected !== undefined && (prefers === "selected" || !run.explanation);
  if (selected && view && paused && wanted) {
    const equation = selectedEquation(scenario, view, selected);
    if (equation) return equation;
  }
  return updateEquation(scenario, run.explanation);
}

/** Follows what the student does: selecting shows the selection, stepping shows the update. */
useLab.subscribe((lab, before) => {
  const { selected } = viewOf(lab.scenario);
  if (selected !== viewOf(before.scenario).selected) {
    if (selected) useEquationChoice.setState({ prefers: "selected" });
    return;
  }
  const { position, status } = lab.run;
  const moved = position.tick !== before.run.position.tick || position.phase !== before.run.position.phase;
  const arrived = before.run.status === "preparing" || before.run.status === "seeking";
  if (moved && status !== "preparing" && !arrived) useEquationChoice.setState({ prefers: "update" });
});
