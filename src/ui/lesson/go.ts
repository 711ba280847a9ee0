import { chapterById } from "../../lessons";
import type { Lesson } from "../../lessons/lesson";
import { parseScenario } from "../../scenario/parse";
import { notify } from "../notify";
import { open } from "../session";
import { forgetAddress } from "../storage/autosave";
import { useLab } from "../store";
import { placeIn, withPlace, type Place } from "./address";
import { experimentOf, UNASKED, useLesson } from "./lesson-state";
import { noteSeen } from "./progress";

/** Ways into the lecture, through it and out of it. */

let isMoving = false;

/** Shows a step of a chapter with its experiment. A step beyond the last is the last. Tells of a chapter that there is not. */
export async function openStep({ id, step }: Place): Promise<void> {
  const lesson = await fetchLesson(id);
  if (!lesson) return;
  const index = Math.min(step, lesson.steps.length - 1);
  const now = useLesson.getState();
  const followsOn = useLab.getState().lesson && now.lesson === lesson && index === now.step + 1;
  // A step without an experiment of its own goes on with the run of the one before.
  if (!followsOn || lesson.steps[index].scenario) openExperiment(lesson, index);
  show(lesson, index);
}

/** The chapter that the address names, with `restored` beside the run that this tab had there. False if there is none. */
export async function openPlace(restore: () => boolean): Promise<boolean> {
  const place = placeIn(location.search);
  const lesson = place && (await fetchLesson(place.id));
  if (!lesson) {
    address(null);
    return false;
  }
  const index = Math.min(place.step, lesson.steps.length - 1);
  if (!restore()) openExperiment(lesson, index);
  show(lesson, index);
  return true;
}

/** The lab stays as it is. */
export function leaveLesson(): void {
  useLab.setState({ lesson: null });
}

async function fetchLesson(id: string): Promise<Lesson | null> {
  const chapter = chapterById(id);
  if (!chapter) {
    notify({
      kind: "problem",
      says: `The lecture has no chapter called “${id}”; its chapters are under Lecture.`,
    });
    return null;
  }
  try {
    return await chapter.load();
  } catch {
    notify({
      kind: "problem",
      says: "This chapter could not be fetched. Check the connection and try again; your work is kept.",
    });
    return null;
  }
}

function openExperiment(lesson: Lesson, index: number): void {
  const parsed = parseScenario(experimentOf(lesson, index) ?? {});
  if (!parsed.ok) throw new Error(`${lesson.id}, step ${index + 1}: ${parsed.error}`); // a test opens them all
  isMoving = true;
  forgetAddress();
  open(parsed.value, "preset");
  isMoving = false;
}

function show(lesson: Lesson, step: number): void {
  useLesson.setState({ lesson, step, ...UNASKED });
  useLab.setState({ lesson: { panels: lesson.steps[step].panels } });
  address({ id: lesson.id, step });
  noteSeen(lesson.id, step);
}

function address(place: Place | null): void {
  const { hash, pathname, search } = location;
  history.replaceState(history.state, "", pathname + withPlace(search, place) + hash);
}

// Whoever opens another experiment leaves the chapter.
useLab.subscribe((lab, before) => {
  if (before.lesson && !lab.lesson && !isMoving) address(null);
});
