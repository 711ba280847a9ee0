import { encodeLink } from "../../scenario/link";
import { useLesson } from "../lesson/lesson-state";
import { withPlace } from "../lesson/address";
import { snapshot } from "../snapshot";
import { useLab } from "../store";

/**
 * Where all of the lab shows what is on screen: the step of the lecture as it is there, or the experiment with its state. Null where that
 * is too long for a link.
 */
export function fullAddress(): string | null {
  const { lesson, step, challenge } = useLesson.getState();
  const lab = useLab.getState();
  const isAsInChapter = lab.lesson && lab.origin === "preset";
  if (isAsInChapter && lesson)
    return withPlace("", { id: lesson.id, step, ...(challenge !== null && { challenge }) });
  const link = encodeLink(snapshot());
  return link.ok ? link.value : null;
}
