import type { TabularView } from "../../core/algo";
import type { GridFigureModel } from "../../envs/grid-world/view";
import { isMoving } from "../moving";
import { frames } from "../session";
import type { LabState } from "../store";
import { fits, gridParams } from "./problem";
import { shownEquation, updateEquation, useEquationChoice, type ShownEquation } from "./shown";

type Lit = GridFigureModel["lit"][number];

/** Steps a second up to which the eye can follow the outcomes of each update. */
const FOLLOWED_RATE = 8;

/** The view of the latest frame, if it belongs to the map on screen. */
export function currentView({ scenario }: Pick<LabState, "scenario">): TabularView | null {
  const view = frames.latest?.view;
  return view && fits(view, gridParams(scenario)) ? view : null;
}

/** The equation that the figure lights: none while the run is too fast to follow. */
export function followedEquation(lab: LabState): ShownEquation | null {
  const frame = frames.latest;
  const view = currentView(lab);
  if (!frame || !view) return null;
  if (!isMoving(frame.status)) {
    const run = { ...lab.run, explanation: frame.explanation };
    return shownEquation({ scenario: lab.scenario, run }, view, useEquationChoice.getState().prefers);
  }
  return lab.rate <= FOLLOWED_RATE ? updateEquation(lab.scenario, frame.explanation) : null;
}

/** What to light: the entry an equation is about with arrows to its outcomes, and what the student points at. */
export function litBy(equation: ShownEquation | null, pointedAt: LabState["lit"]): Lit[] {
  const lit: Lit[] = pointedAt.map((place) => ({ ...place }));
  if (!equation?.about) return lit;
  const { about, outcomes, source } = equation;
  if (source === "update") lit.push({ ...about });
  for (const { state, probability } of outcomes) {
    const same = lit.find((other) => other.from !== undefined && other.state === state);
    if (same) same.probability = (same.probability ?? 0) + probability;
    else lit.push({ state, probability, from: about.state });
  }
  return lit;
}
