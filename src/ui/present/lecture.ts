import { chapters } from "../../lessons";
import type { Lesson } from "../../lessons/lesson";

let loading: Promise<readonly Lesson[]> | null = null;

/** All chapters: fetched at once, so that the talk goes on when the network does not. */
export function loadLecture(): Promise<readonly Lesson[]> {
  loading ??= Promise.all(chapters.map(({ load }) => load())).catch((error: unknown) => {
    loading = null; // to be tried again
    throw error;
  });
  return loading;
}
