import type { Lesson } from "../../lessons/lesson";
import { present as words } from "../../messages/present";
import { fill } from "../../messages/section";
import { share, usePresent } from "./state";
import styles from "./speaker.module.css";

/** Every step of the lecture, to jump to; the chapter on screen is open. */
export function SpeakerSteps({ lessons }: { lessons: readonly Lesson[] }) {
  const place = usePresent((state) => state.place);
  return (
    <nav className={styles.steps} aria-label={words.chapters}>
      {lessons.map(({ id, number, title, steps }) => (
        <details key={`${id} ${id === place?.id}`} open={id === place?.id}>
          <summary>{fill(words.chapterIs, { number, title })}</summary>
          <ol>
            {steps.map((step, index) => (
              <li key={step.title}>
                <button
                  type="button"
                  aria-current={id === place?.id && index === place.step ? "step" : undefined}
                  onClick={() => share({ place: { id, step: index }, stage: "open" })}
                >
                  {step.title}
                </button>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </nav>
  );
}
