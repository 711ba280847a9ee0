import { chapters } from "../../lessons";
import { lesson as words } from "../../messages/lesson";
import { fill } from "../../messages/section";
import { Dialog } from "../Dialog";
import { useLab } from "../store";
import { openStep } from "./go";
import { useLesson } from "./lesson-state";
import { passedChallenges, seenSteps } from "./progress";
import styles from "./lesson.module.css";

/** The chapters of the lecture. */
export default function Lecture() {
  const seen = seenSteps();
  const passed = passedChallenges();
  const now = useLesson(({ lesson }) => lesson?.id);
  const inLesson = useLab(({ lesson }) => lesson !== null);
  const passedIn = (id: string) => passed.filter((key) => key.startsWith(`${id}/`)).length;
  const choose = (id: string) => {
    useLab.setState({ dialog: null });
    void openStep({ id, step: 0 });
  };
  return (
    <Dialog title={words.lecture} wide>
      <ol className={styles.chapters}>
        {chapters.map(({ id, number, title, question }) => (
          <li key={id} value={number}>
            <button
              type="button"
              aria-current={inLesson && id === now ? "page" : undefined}
              onClick={() => choose(id)}
            >
              {title}
            </button>
            <p>{question}</p>
            {seen[id] !== undefined && <p className="quiet">{doneSays(seen[id], passedIn(id))}</p>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function doneSays(count: number, passed: number): string {
  return passed > 0 ? fill(words.seenAndPassed, { count, passed }) : fill(words.seen, { count });
}
