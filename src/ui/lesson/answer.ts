import { useEffect } from "react";
import type { Prediction } from "../../lessons/lesson";
import { frames, play, reset, setRate } from "../session";
import { useLab } from "../store";
import { useLesson } from "./lesson-state";

/** Begins the run that answers the question of the step. */
export function askRun(): void {
  if (useLab.getState().run.outcome) reset();
  useLesson.setState({ asked: true, shown: null });
  setRate(Infinity);
  play();
}

/** Reads the answer off the run once it has come to its end or its stop condition. */
export function useAnswer(prediction: Prediction): void {
  const over = useLab(
    ({ run }) => run.outcome !== null && run.status !== "running" && run.fingerprint !== null,
  );
  const waiting = useLesson(({ asked, shown }) => asked && shown === null);
  useEffect(() => {
    const { latest } = frames;
    if (!over || !waiting || !latest?.outcome) return;
    // A run that could not begin, as digits are missing, answers nothing: the question stays open.
    const begun = latest.clock.ticks > 0;
    useLesson.setState(begun ? { shown: prediction.outcome(latest) } : { asked: false });
  }, [over, waiting, prediction]);
}
