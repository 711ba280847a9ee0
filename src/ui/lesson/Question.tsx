import { useEffect } from "react";
import type { Prediction } from "../../lessons/lesson";
import { frames, play, reset, setRate } from "../session";
import { useLab } from "../store";
import { useLesson } from "./lesson-state";
import { Paragraph, Prose } from "./Prose";
import styles from "./lesson.module.css";

/** Asks first, then has the run answer: it says which option was right. */
export function Question({ prediction }: { prediction: Prediction }) {
  const { guess, asked, shown } = useLesson();
  useAnswer(prediction);
  const run = () => {
    if (useLab.getState().run.outcome) reset();
    useLesson.setState({ asked: true, shown: null });
    setRate(Infinity);
    play();
  };
  return (
    <section className={styles.question} aria-label="A question">
      <fieldset disabled={asked}>
        <legend>
          <Prose text={prediction.question} />
        </legend>
        {prediction.options.map((option, i) => (
          <label key={option} data-shown={shown === i}>
            <input
              type="radio"
              name="prediction"
              checked={guess === i}
              onChange={() => useLesson.setState({ guess: i })}
            />
            <span>
              <Prose text={option} />
            </span>
          </label>
        ))}
      </fieldset>
      {!asked && (
        <button type="button" className={styles.go} disabled={guess === null} onClick={run}>
          Run it and see
        </button>
      )}
      <div role="status">
        {asked && shown === null && <p>The run is under way …</p>}
        {shown !== null && <Verdict prediction={prediction} guess={guess} shown={shown} />}
      </div>
    </section>
  );
}

function Verdict({
  prediction,
  guess,
  shown,
}: {
  prediction: Prediction;
  guess: number | null;
  shown: number;
}) {
  const { answer, because, options } = prediction;
  return (
    <>
      <p>
        <b>{guess === shown ? "Yes: " : "No: "}</b>
        the run shows “
        <Prose text={options[shown]} />
        ”.
      </p>
      {shown === answer ? (
        because.map((text) => <Paragraph key={text} text={text} />)
      ) : (
        <p>
          With the experiment as the chapter has it, it is “
          <Prose text={options[answer]} />
          ”. Was something changed? Open the step again to see it.
        </p>
      )}
    </>
  );
}

/** Reads the answer off the run once it has come to its end or its stop condition. */
function useAnswer(prediction: Prediction): void {
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
