import type { Challenge } from "../../lessons/challenge";
import { judgedOf, startOf } from "../../lessons/answer";
import type { Lesson } from "../../lessons/lesson";
import { challenges as words } from "../../messages/challenges";
import { fill } from "../../messages/section";
import { notify } from "../notify";
import type { Place } from "./address";
import { showChallenge } from "./go";
import { refuse, verify } from "./judge";

/** Puts the experiment of a challenge into the lab. */
export function begin(lesson: Lesson, challenge: Challenge): void {
  showChallenge(lesson, challenge, startOf(challenge));
}

/**
 * The challenge that the address names, with the run that this tab had there, or with what was handed in, which is judged
 * anew. False, with a notice, if the chapter has no such challenge.
 */
export async function reopenChallenge(
  lesson: Lesson,
  place: Place,
  restore: () => boolean,
): Promise<boolean> {
  const challenge = lesson.challenges.find(({ id }) => id === place.challenge);
  if (!challenge) {
    const id = place.challenge?.slice(0, 40) ?? "";
    notify({ kind: "problem", says: fill(words.noSuchChallenge, { chapter: lesson.title, id }) });
    return false;
  }
  const { claim } = place;
  if (claim === undefined) {
    showChallenge(lesson, challenge, restore() ? null : startOf(challenge));
    return true;
  }
  const fragment = location.hash.slice(1);
  const { decodeLink } = await import("../../scenario/link");
  const decoded = decodeLink(`#${fragment}`);
  if (!decoded.ok) {
    begin(lesson, challenge);
    refuse(lesson, challenge, fragment === "" ? words.noScenario : decoded.error);
    return true;
  }
  const { view } = startOf(challenge); // a link to hand in carries none
  const handIn = { claim, fragment, scenario: decoded.value };
  const judged = { ...judgedOf(challenge, decoded.value), ...(view && { view }) };
  showChallenge(lesson, challenge, restore() ? null : judged, handIn);
  void verify(lesson, challenge, handIn);
  return true;
}
