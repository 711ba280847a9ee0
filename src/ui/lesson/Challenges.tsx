import type { Challenge } from "../../lessons/challenge";
import type { Lesson } from "../../lessons/lesson";
import { challenges as words } from "../../messages/challenges";
import { Icon } from "../Icon";
import { keyOf } from "./challenge-state";
import { begin } from "./open-challenge";
import { passedChallenges } from "./progress";
import { Paragraph } from "./Prose";
import styles from "./challenge.module.css";

/** The tasks at the end of a chapter; each has a page of its own. */
export function Challenges({ lesson }: { lesson: Lesson }) {
  return (
    <section className={styles.challenges} aria-label={words.heading}>
      <h3>{words.heading}</h3>
      <p>{words.intro}</p>
      {lesson.challenges.map((challenge) => (
        <Card key={challenge.id} lesson={lesson} challenge={challenge} />
      ))}
    </section>
  );
}

function Card({ lesson, challenge }: { lesson: Lesson; challenge: Challenge }) {
  const isPassed = passedChallenges().includes(keyOf(lesson, challenge));
  return (
    <section className={styles.card} aria-label={challenge.title}>
      <h4>
        {challenge.title}
        {isPassed && <Passed />}
      </h4>
      {challenge.task.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      <div className={styles.buttons}>
        <button type="button" className="primary" onClick={() => begin(lesson, challenge)}>
          {words.begin}
        </button>
      </div>
    </section>
  );
}

function Passed() {
  return (
    <span className={styles.passed}>
      <Icon name="check" /> {words.passedBefore}
    </span>
  );
}
