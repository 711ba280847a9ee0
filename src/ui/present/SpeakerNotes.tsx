import type { Lesson, LessonStep } from "../../lessons/lesson";
import { present as words } from "../../messages/present";
import { fill } from "../../messages/section";
import { Prose } from "../lesson/Prose";
import { spotText } from "./sequence";
import { usePresent } from "./state";
import styles from "./speaker.module.css";

/** The step on screen, with what the lecturer wants to know of it, and the step after it. */
export function SpeakerNotes({ lessons }: { lessons: readonly Lesson[] }) {
  const { place, stage } = usePresent();
  const steps = lessons.flatMap((lesson) => lesson.steps.map((step, index) => ({ lesson, step, index })));
  const at = steps.findIndex(({ lesson, index }) => lesson.id === place?.id && index === place.step);
  if (at < 0) return <p className={styles.notes}>{lessons.length > 0 && words.experiment}</p>;
  const { lesson, step, index } = steps[at];
  const after = steps.at(at + 1)?.step;
  return (
    <div
      className={styles.notes}
      data-spot={spotText(place, stage)}
      // What scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={words.now}
    >
      <section aria-label={words.notes}>
        <p className="quiet">
          {fill(words.where, { chapter: lesson.number, step: index + 1, count: lesson.steps.length })}
        </p>
        <h2>{step.title}</h2>
        <p className={styles.says}>{step.notes}</p>
      </section>
      {step.prediction && (
        <section aria-label={words.question} className={styles.question}>
          <Asked prediction={step.prediction} />
          <p className="quiet" role="status">
            {stage === "run" && words.asked}
            {stage === "told" && words.told}
          </p>
        </section>
      )}
      {after ? <After step={after} /> : <p>{words.end}</p>}
    </div>
  );
}

function Asked({
  prediction: { question, options, answer, because },
}: Required<Pick<LessonStep, "prediction">>) {
  return (
    <>
      <p>
        <Prose text={question} />
      </p>
      <p>
        <strong>
          <Prose text={fill(words.answer, { option: options[answer] })} />
        </strong>
      </p>
      {because.map((text) => (
        <p key={text}>
          <Prose text={text} />
        </p>
      ))}
    </>
  );
}

function After({ step: { title, text } }: { step: LessonStep }) {
  return (
    <section className={styles.after}>
      <h2>{fill(words.following, { title })}</h2>
      {text.map((paragraph) => (
        <p key={paragraph}>
          <Prose text={paragraph} />
        </p>
      ))}
    </section>
  );
}
