import { useEffect, useState } from "react";
import type { Lesson } from "../../lessons/lesson";
import { present as words } from "../../messages/present";
import { Notices } from "../Notices";
import { notify } from "../notify";
import { loadLecture } from "./lecture";
import { SpeakerNotes } from "./SpeakerNotes";
import { SpeakerSteps } from "./SpeakerSteps";
import { SpeakerTools } from "./SpeakerTools";
import { useHall } from "./speaking";
import { useCommands } from "./use-commands";
import { Watch } from "./Watch";
import styles from "./speaker.module.css";

const nothingOfItsOwn = (): void => {};

/** The lecturer's window: notes, what comes next, the time, and all that the hall's window can be told. */
export function Speaker() {
  const lessons = useLessons();
  const { hall, clock } = useHall();
  useCommands(nothingOfItsOwn);
  useEffect(() => {
    document.title = `${words.speakerTitle} · Bellman`;
  }, []);
  return (
    <main className={styles.speaker} data-hall={hall}>
      <header className={styles.top}>
        <h1>{words.speakerTitle}</h1>
        <p className="numbers">{clock}</p>
        <Watch />
      </header>
      <p className={styles.hall} role="status">
        {hall === "no-channel" && words.noChannel}
        {hall === "looking" && words.looking}
        {hall === "gone" && words.gone}
      </p>
      <SpeakerTools />
      <div className={styles.columns}>
        <SpeakerNotes lessons={lessons} />
        <SpeakerSteps lessons={lessons} />
      </div>
      <Notices />
    </main>
  );
}

/** All chapters; none until they have been fetched. */
function useLessons(): readonly Lesson[] {
  const [lessons, setLessons] = useState<readonly Lesson[]>([]);
  useEffect(() => {
    loadLecture().then(setLessons, () => notify({ kind: "problem", says: words.notLoaded }));
  }, []);
  return lessons;
}
