import type { Scenario } from "../../core/scenario";
import { chapterById } from "../../lessons";
import type { Challenge } from "../../lessons/challenge";
import { experimentOf } from "../../lessons/experiment-of";
import type { Lesson } from "../../lessons/lesson";
import { lesson as words } from "../../messages/lesson";
import { fill } from "../../messages/section";
import { parseScenario } from "../../scenario/parse";
import { staysInLab } from "../mode";
import { notify } from "../notify";
import { rewriteAddress } from "../rewrite-address";
import { open } from "../session";
import { forgetAddress } from "../storage/autosave";
import { useLab, type LabState } from "../store";
import { withoutClaim, withPlace, type Place } from "./address";
import type { HandIn } from "./challenge-state";
import { UNASKED, useLesson } from "./lesson-state";
import { noteSeen } from "./progress";

/** Ways into the lecture, through it and out of it. */

let isMoving = false;
/** Counts what has been chosen to be shown: a chapter that comes later than the next choice is not shown any more. */
let choices = 0;

/** Shows a step of a chapter with its experiment. A step beyond the last is the last. Tells of a chapter that there is not. */
export async function openStep({ id, step }: Place): Promise<void> {
  const mine = ++choices;
  const lesson = await fetchLesson(id);
  if (!lesson || mine !== choices) return;
  const index = Math.min(step, lesson.steps.length - 1);
  const now = useLesson.getState();
  const followsOn = useLab.getState().lesson && now.lesson === lesson && index === now.step + 1;
  // A step without an experiment of its own goes on with the run of the one before.
  if (!followsOn || lesson.steps[index].scenario) openExperiment(lesson, index);
  show(lesson, { id, step: index });
}

/** Shows a step with its experiment, or, where `restore` brings it back, with the run that this tab had there. */
export function reopenStep(lesson: Lesson, { id, step }: Place, restore: () => boolean): void {
  const index = Math.min(step, lesson.steps.length - 1);
  if (!restore()) openExperiment(lesson, index);
  show(lesson, { id, step: index });
}

/** Shows the end of a chapter for one of its challenges, with `scenario` in the lab; null: what is there stays. */
export function showChallenge(
  lesson: Lesson,
  challenge: Challenge,
  scenario: Scenario | null,
  handIn: HandIn | null = null,
): void {
  if (scenario) put(scenario, handIn ? "link" : "preset");
  const place = { id: lesson.id, step: lesson.steps.length - 1, challenge: challenge.id };
  show(lesson, handIn ? { ...place, claim: handIn.claim } : place);
  useLesson.setState({ handIn });
}

/** The lab stays as it is. */
export function leaveLesson(): void {
  choices++;
  useLab.setState({ lesson: null });
}

/** A chapter’s text; null, with a notice, where there is none or it cannot be fetched. */
export async function fetchLesson(id: string): Promise<Lesson | null> {
  const chapter = chapterById(id);
  if (!chapter) {
    notify({ kind: "problem", says: fill(words.noChapter, { id }) });
    return null;
  }
  try {
    return await chapter.load();
  } catch {
    notify({ kind: "problem", says: words.notFetched });
    return null;
  }
}

function openExperiment(lesson: Lesson, index: number): void {
  const parsed = parseScenario(experimentOf(lesson, index) ?? {});
  if (!parsed.ok) throw new Error(`${lesson.id}, step ${index + 1}: ${parsed.error}`); // a test opens them all
  put(parsed.value, "preset");
}

/** Puts an experiment beside the chapter. A link stays in the address. */
function put(scenario: Scenario, origin: LabState["origin"]): void {
  isMoving = true;
  if (origin !== "link") forgetAddress();
  open(scenario, origin);
  isMoving = false;
}

function show(lesson: Lesson, place: Place): void {
  const { step, challenge } = place;
  choices++;
  useLesson.setState({ lesson, step, challenge: challenge ?? null, handIn: null, ...UNASKED });
  useLab.setState({
    lesson: { panels: challenge === undefined ? lesson.steps[step].panels : ["parameters"] },
  });
  address(place);
  if (challenge === undefined) noteSeen(lesson.id, step);
}

/** Writes into the address where in the lecture the page is. */
export function address(place: Place | null): void {
  const { hash, pathname, search } = location;
  rewriteAddress(pathname + staysInLab(withPlace(search, place)) + hash);
}

useLab.subscribe((lab, before) => {
  if (lab.base !== before.base) choices++;
  // Whoever opens another experiment leaves the chapter.
  if (before.lesson && !lab.lesson && !isMoving) address(null);
  // Whoever changes a setting that was handed in has one of their own: the link no longer tells what is on screen.
  if (lab.lesson && lab.origin === "own" && before.origin === "link") {
    useLesson.setState({ handIn: null });
    rewriteAddress(location.pathname + withoutClaim(location.search) + location.hash);
  }
});
