import { encodeLink } from "../../scenario/link";
import { useLesson } from "../lesson/lesson-state";
import { withPlace } from "../lesson/address";
import { snapshot } from "../snapshot";
import { useLab } from "../store";

/**
 * Where all of the lab shows what is on screen: the step of the lecture, or the experiment with its state. Null where that
 * is too long for a link.
 */
export function fullAddress(): string | null {
  const { lesson, step } = useLesson.getState();
  if (useLab.getState().lesson && lesson) return withPlace("", { id: lesson.id, step });
  const link = encodeLink(snapshot());
  return link.ok ? link.value : null;
}
