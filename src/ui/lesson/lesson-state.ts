import { create } from "zustand";
import type { Lesson, LessonStep } from "../../lessons/lesson";
import type { HandIn } from "./challenge-state";

/** The chapter on screen, and how far the question of its step has come. */
interface LessonState {
  lesson: Lesson | null;
  step: number;
  /** The challenge whose experiment is beside the chapter, by its id; null: that of the step. */
  challenge: string | null;
  /** The answer of the hand-in link that is shown; null: none, or the setting has been changed since. */
  handIn: HandIn | null;
  /** The option chosen; null: none yet. */
  guess: number | null;
  /** The run that answers has been begun. */
  asked: boolean;
  /** The option that it showed. */
  shown: number | null;
}

/** A question that nobody has answered yet. */
export const UNASKED = { guess: null, asked: false, shown: null } as const;

export const useLesson = create<LessonState>()(() => ({
  lesson: null,
  step: 0,
  challenge: null,
  handIn: null,
  ...UNASKED,
}));

export function stepOf({ lesson, step }: Pick<LessonState, "lesson" | "step">): LessonStep | undefined {
  return lesson?.steps[step];
}
