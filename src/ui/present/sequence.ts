import type { Lesson } from "../../lessons/lesson";
import type { Place } from "../lesson/address";

/**
 * How far a step has come. `open`: its text and, if it asks, its question; `run`: the run that answers is under way;
 * `told`: the answer is on screen.
 */
export type Stage = "open" | "run" | "told";

/** Where the lecture is. */
export interface Spot {
  readonly place: Place;
  readonly stage: Stage;
}

/** A spot as text, the same in both windows: “bellman 3 open”. */
export function spotText(place: Place | null, stage: Stage): string {
  return place ? `${place.id} ${place.step + 1} ${stage}` : "";
}

/** The steps of the lecture: of each chapter, for each of its steps, whether it asks. */
export type Outline = readonly { readonly id: string; readonly asks: readonly boolean[] }[];

export function outlineOf(lessons: readonly Lesson[]): Outline {
  return lessons.map(({ id, steps }) => ({
    id,
    asks: steps.map(({ prediction }) => prediction !== undefined),
  }));
}

/**
 * What the clicker's “on” leads to: from a question to its run, from a run that is still under way to the answer, else
 * to the next step, over the ends of chapters too. Null at the end of the lecture, and where there is no such place.
 */
export function next(outline: Outline, { place, stage }: Spot): Spot | null {
  const chapter = outline.findIndex(({ id }) => id === place.id);
  if (chapter < 0) return null;
  const { asks } = outline[chapter];
  if (asks[place.step] && stage !== "told") return { place, stage: stage === "open" ? "run" : "told" };
  if (place.step + 1 < asks.length) return { place: { id: place.id, step: place.step + 1 }, stage: "open" };
  const after = outline.at(chapter + 1);
  return after ? { place: { id: after.id, step: 0 }, stage: "open" } : null;
}

/** What “back” leads to: from an answer to its question, asked anew, else to the step before. Null at the beginning. */
export function previous(outline: Outline, { place, stage }: Spot): Spot | null {
  if (stage !== "open") return { place, stage: "open" };
  if (place.step > 0) return { place: { id: place.id, step: place.step - 1 }, stage: "open" };
  const chapter = outline.findIndex(({ id }) => id === place.id);
  if (chapter < 1) return null;
  const { id, asks } = outline[chapter - 1];
  return { place: { id, step: asks.length - 1 }, stage: "open" };
}
