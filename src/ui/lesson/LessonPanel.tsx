import { chapters } from "../../lessons";
import type { Panel } from "../../lessons/lesson";
import { header } from "../../messages/header";
import { lesson as words } from "../../messages/lesson";
import { fill } from "../../messages/section";
import { setPresenting, useMode } from "../mode-state";
import { useLab } from "../store";
import { ChallengePage } from "./ChallengePage";
import { Challenges } from "./Challenges";
import { Formula } from "./Formula";
import { leaveLesson, openStep } from "./go";
import { stepOf, useLesson } from "./lesson-state";
import { Paragraph } from "./Prose";
import { Question } from "./Question";
import { useArrival } from "./use-arrival";
import styles from "./lesson.module.css";

const EVERYTHING: readonly Panel[] = ["equation", "parameters", "charts", "code"];

/** A page of a chapter beside the lab it speaks of: a step, or one of the challenges. */
export function LessonPanel() {
  const isChallenge = useLesson(({ challenge }) => challenge !== null);
  return isChallenge ? <ChallengePage /> : <StepPage />;
}

function StepPage() {
  const { lesson, step: index } = useLesson();
  const step = stepOf({ lesson, step: index });
  const embedded = useMode(({ mode }) => mode === "embed");
  const heading = useArrival(step);
  if (!lesson || !step) return null;
  const isLast = index === lesson.steps.length - 1;
  return (
    <article className={styles.lesson} aria-label={fill(words.chapter, lesson)}>
      <p className={styles.where}>
        {fill(words.where, {
          number: lesson.number,
          title: lesson.title,
          at: index + 1,
          count: lesson.steps.length,
        })}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {step.title}
      </h2>
      {step.text.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      {step.equation && <Formula key={step.title} parts={step.equation} />}
      {step.prediction && <Question key={step.title} prediction={step.prediction} />}
      {isLast && <Challenges lesson={lesson} />}
      {isLast && <Fineprint />}
      {!embedded && <Panels panels={step.panels} />}
      <Steps />
    </article>
  );
}

/** To the step before and after, over the ends of chapters too. */
function Steps() {
  const { lesson, step } = useLesson();
  if (!lesson) return null;
  const at = chapters.findIndex(({ id }) => id === lesson.id);
  const [before, after] = [chapters[at - 1], chapters[at + 1]];
  const isLast = step === lesson.steps.length - 1;
  return (
    <nav className={styles.steps} aria-label={words.steps}>
      {step > 0 ? (
        <button type="button" onClick={() => void openStep({ id: lesson.id, step: step - 1 })}>
          {words.back}
        </button>
      ) : (
        before && (
          <button type="button" onClick={() => void openStep({ id: before.id, step: Infinity })}>
            {fill(words.backTo, { title: before.title })}
          </button>
        )
      )}
      {!isLast ? (
        <button
          type="button"
          className={styles.go}
          onClick={() => void openStep({ id: lesson.id, step: step + 1 })}
        >
          {words.next}
        </button>
      ) : (
        after && (
          <button
            type="button"
            className={styles.go}
            onClick={() => void openStep({ id: after.id, step: 0 })}
          >
            {fill(words.nextIs, { title: after.title })}
          </button>
        )
      )}
    </nav>
  );
}

/** Ways to more of the lab, and out of the lecture. */
function Panels({ panels }: { panels: readonly Panel[] }) {
  const showsAll = useLab(({ lesson }) => lesson?.panels === EVERYTHING);
  return (
    <div className={styles.tools}>
      <button
        type="button"
        aria-pressed={showsAll}
        onClick={() => useLab.setState({ lesson: { panels: showsAll ? panels : EVERYTHING } })}
      >
        {words.all}
      </button>
      <button type="button" onClick={() => useLab.setState({ dialog: "lecture" })}>
        {words.chapters}
      </button>
      <button type="button" onClick={() => setPresenting(true)}>
        {header.present}
      </button>
      <button type="button" onClick={leaveLesson}>
        {words.leave}
      </button>
    </div>
  );
}

function Fineprint() {
  const lesson = useLesson((state) => state.lesson);
  if (!lesson) return null;
  return (
    <section className={styles.fine} aria-label={words.fine}>
      <h3>{words.exact}</h3>
      {lesson.exact.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      <h3>{words.simplified}</h3>
      {lesson.simplified.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      <h3>{words.sources}</h3>
      <ul>
        {lesson.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </section>
  );
}
