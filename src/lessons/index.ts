import type { Lesson } from "./lesson";

/** A chapter in the list: its text is loaded when it is opened. */
export interface Chapter extends Pick<Lesson, "id" | "number" | "title" | "question"> {
  load(): Promise<Lesson>;
}

/** The lecture, chapter by chapter. */
export const chapters: readonly Chapter[] = [
  {
    id: "value-iteration",
    number: 6,
    title: "Value iteration, and why it does not scale",
    question: "How can all values be found when the model is known, and what does that cost?",
    load: () => import("./06-value-iteration/lesson").then(({ lesson }) => lesson),
  },
];

export function chapterById(id: string): Chapter | undefined {
  return chapters.find((chapter) => chapter.id === id);
}
