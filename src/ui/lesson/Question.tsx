import { useEffect, useRef } from "react";
import type { Prediction } from "../../lessons/lesson";
import { lesson as words } from "../../messages/lesson";
import { Filled } from "../Filled";
import { askRun, useAnswer } from "./answer";
import { useLesson } from "./lesson-state";
import { Paragraph, Prose } from "./Prose";
import styles from "./lesson.module.css";

/** Asks first, then has the run answer: it says which option was right. */
export function Question({ prediction }: { prediction: Prediction }) {
  const answer = useRef<HTMLDivElement>(null);
  const { guess, asked, shown } = useLesson();
  useAnswer(prediction);
  const ask = () => {
    askRun();
    answer.current?.focus({ preventScroll: true }); // the button goes
  };
  useEffect(() => {
    if (!asked) return;
    // On a phone the run that answers is further down the page, below the answer.
    for (const part of [answer.current, document.getElementById("figure")])
      part?.scrollIntoView({ block: "nearest" });
  }, [asked, shown]);
  return (
    <section className={styles.question} aria-label={words.question}>
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
        <button type="button" className={styles.go} disabled={guess === null} onClick={ask}>
          {words.ask}
        </button>
      )}
      <div ref={answer} role="status" tabIndex={-1}>
        {asked && shown === null && <p>{words.underWay}</p>}
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
        <Filled
          text={guess === shown ? words.yes : words.no}
          values={{ option: <Prose text={options[shown]} /> }}
        />
      </p>
      {shown === answer ? (
        because.map((text) => <Paragraph key={text} text={text} />)
      ) : (
        <p>
          <Filled text={words.otherwise} values={{ option: <Prose text={options[answer]} /> }} />
        </p>
      )}
    </>
  );
}
