import { placeIn } from "./address";
import { address, fetchLesson, reopenStep } from "./go";
import { reopenChallenge } from "./open-challenge";

/** The chapter that the address names, beside the run that this tab had there where `restore` brings it back. False if there is none. */
export async function openPlace(restore: () => boolean): Promise<boolean> {
  const place = placeIn(location.search);
  const lesson = place && (await fetchLesson(place.id));
  if (!lesson) {
    address(null);
    return false;
  }
  const isAtChallenge = place.challenge !== undefined && (await reopenChallenge(lesson, place, restore));
  if (!isAtChallenge) reopenStep(lesson, place, restore);
  return true;
}
