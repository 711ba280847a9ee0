import type { Challenge } from "../../lessons/challenge";
import type { Lesson } from "../../lessons/lesson";
import { challenges as words } from "../../messages/challenges";
import { lesson as lessonWords } from "../../messages/lesson";
import { fill } from "../../messages/section";
import { keyOf, useChallenges } from "./challenge-state";
import { ChallengeResult } from "./ChallengeResult";
import { openStep } from "./go";
import { check, verify } from "./judge";
import { useLesson } from "./lesson-state";
import { freeIn } from "./objection";
import { begin } from "./open-challenge";
import { Paragraph } from "./Prose";
import { useArrival } from "./use-arrival";
import styles from "./challenge.module.css";
import lessonStyles from "./lesson.module.css";

interface Props {
  lesson: Lesson;
  challenge: Challenge;
}

/** A challenge beside its experiment: the task, its judging, and what came of it. */
export function ChallengePage() {
  const { lesson, challenge: id } = useLesson();
  const challenge = lesson?.challenges.find((each) => each.id === id);
  const heading = useArrival(challenge);
  if (!lesson || !challenge) return null;
  return (
    <article className={lessonStyles.lesson} aria-label={fill(lessonWords.chapter, lesson)}>
      <p className={lessonStyles.where}>
        {fill(words.where, {
          number: lesson.number,
          title: lesson.title,
          at: lesson.challenges.indexOf(challenge) + 1,
          count: lesson.challenges.length,
        })}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {challenge.title}
      </h2>
      {challenge.task.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      <p className="quiet">{termsOf(challenge)}</p>
      <Buttons lesson={lesson} challenge={challenge} />
      <ChallengeResult of={keyOf(lesson, challenge)} />
      <Ways lesson={lesson} challenge={challenge} />
    </article>
  );
}

/** What may be changed, and how it is judged. */
function termsOf(challenge: Challenge): string {
  const { atMost, seeds, seconds } = challenge;
  const names = freeIn(challenge);
  const may =
    atMost === undefined
      ? fill(words.mayChange, { names })
      : fill(words.mayChangeSome, { count: atMost, names });
  const judged =
    seeds.length > 1 ? fill(words.seeds, { count: seeds.length, seconds }) : fill(words.oneSeed, { seconds });
  return `${may} ${judged}`;
}

function Buttons({ lesson, challenge }: Props) {
  const isJudging = useChallenges(({ judging }) => judging?.key === keyOf(lesson, challenge));
  const handIn = useLesson((state) => state.handIn);
  const judge = (of: "setting" | "impossible") => {
    if (!isJudging) void check(lesson, challenge, of);
  };
  return (
    <div className={styles.buttons}>
      <button type="button" className="primary" aria-disabled={isJudging} onClick={() => judge("setting")}>
        {words.check}
      </button>
      {challenge.sampled && (
        <button type="button" aria-disabled={isJudging} onClick={() => judge("impossible")}>
          {words.impossible}
        </button>
      )}
      {handIn && (
        <button
          type="button"
          aria-disabled={isJudging}
          onClick={() => !isJudging && void verify(lesson, challenge, handIn)}
        >
          {words.verifyAgain}
        </button>
      )}
      <button type="button" onClick={() => begin(lesson, challenge)}>
        {words.beginAgain}
      </button>
    </div>
  );
}

/** Back to the chapter, and on to the next challenge. */
function Ways({ lesson, challenge }: Props) {
  const next = lesson.challenges.at(lesson.challenges.indexOf(challenge) + 1);
  return (
    <nav className={lessonStyles.steps} aria-label={words.ways}>
      <button type="button" onClick={() => void openStep({ id: lesson.id, step: Infinity })}>
        {words.back}
      </button>
      {next && (
        <button type="button" onClick={() => begin(lesson, next)}>
          {fill(words.next, { title: next.title })}
        </button>
      )}
    </nav>
  );
}
