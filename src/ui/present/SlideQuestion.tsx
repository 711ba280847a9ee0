import type { ReactNode } from "react";
import type { Prediction } from "../../lessons/lesson";
import { present as words } from "../../messages/present";
import { fill } from "../../messages/section";
import { useAnswer } from "../lesson/answer";
import { useLesson } from "../lesson/lesson-state";
import { Prose } from "../lesson/Prose";
import { useShown } from "./audience";
import styles from "./present.module.css";

/** Options of so many characters at most stand two in a row. */
const SHORT = 14;

/** A question to the hall, with `children` before it; once it is answered, the answer in their place. */
export function SlideQuestion({ prediction, children }: { prediction: Prediction; children: ReactNode }) {
  const stage = useShown((shown) => shown.stage);
  useAnswer(prediction);
  return (
    <>
      {stage !== "told" && children}
      <section className={styles.question} aria-label={words.question}>
        <p className={styles.asks}>
          <Prose text={prediction.question} />
        </p>
        {stage === "told" ? (
          <Answer prediction={prediction} />
        ) : (
          <ol type="A" data-short={prediction.options.every(({ length }) => length <= SHORT)}>
            {prediction.options.map((option) => (
              <li key={option}>
                <Prose text={option} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

/** What the run shows, and the first reason; the others are in the speaker's window. */
function Answer({ prediction: { answer, because, options } }: { prediction: Prediction }) {
  const shown = useLesson((lesson) => lesson.shown);
  const option = options[answer];
  if (shown !== null && shown !== answer) {
    return (
      <p role="status">
        <Prose text={fill(words.otherwise, { shown: options[shown], option })} />
      </p>
    );
  }
  return (
    <div role="status">
      <p>
        <strong>
          <Prose text={fill(shown === null ? words.expected : words.shows, { option })} />
        </strong>
      </p>
      <p>
        <Prose text={because[0]} />
      </p>
    </div>
  );
}
