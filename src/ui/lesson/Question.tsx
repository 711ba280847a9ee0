import type { Prediction } from "../../lessons/lesson";
import { askRun, useAnswer } from "./answer";
import { useLesson } from "./lesson-state";
import { Paragraph, Prose } from "./Prose";
import styles from "./lesson.module.css";

/** Asks first, then has the run answer: it says which option was right. */
export function Question({ prediction }: { prediction: Prediction }) {
  const { guess, asked, shown } = useLesson();
  useAnswer(prediction);
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
        <button type="button" className={styles.go} disabled={guess === null} onClick={askRun}>
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
