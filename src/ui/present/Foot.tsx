import { useEffect, useState } from "react";
import type { Lesson, Panel } from "../../lessons/lesson";
import { present as words } from "../../messages/present";
import { fill } from "../../messages/section";
import { runOrPause } from "../controls/run-or-pause";
import { Choice } from "../figure/Choice";
import { useLesson } from "../lesson/lesson-state";
import { isMoving } from "../moving";
import { step } from "../session";
import { useLab } from "../store";
import { clockSays } from "./clock-says";
import { obey } from "./control";
import type { Command } from "./keys";
import { usePresent } from "./state";
import styles from "./present.module.css";

const STAYS = 2500; // ms that the controls stay after the mouse has moved

interface Props {
  lesson: Lesson | null;
  board: Panel | null;
  setBoard: (board: Panel | null) => void;
  own: (command: Command) => void;
}

/** One line: where the lecture and the run are. Controls take its place while the mouse moves or the focus is in them. */
export function Foot({ lesson, ...bar }: Props) {
  const index = useLesson((state) => state.step);
  const clock = useLab(clockSays);
  const { frozen, laser } = usePresent();
  const awake = useAwake() && !laser;
  return (
    <footer className={styles.foot} data-awake={awake}>
      <div className={styles.status}>
        {lesson && (
          <p>{fill(words.where, { chapter: lesson.number, step: index + 1, count: lesson.steps.length })}</p>
        )}
        {frozen && <p>{words.held}</p>}
        <p className="numbers">{clock}</p>
      </div>
      <Bar {...bar} inLesson={lesson !== null} />
    </footer>
  );
}

const NO_BOARD = "none";

function Bar({ board, setBoard, own, inLesson }: Omit<Props, "lesson"> & { inLesson: boolean }) {
  const moving = useLab((lab) => isMoving(lab.run.status));
  const boards = [
    { id: NO_BOARD, label: words.nothing },
    { id: "equation", label: words.equation },
    { id: "charts", label: words.charts },
    { id: "code", label: words.code },
    { id: "parameters", label: words.parameters },
  ] as const;
  return (
    <div className={styles.bar} role="toolbar" aria-label={words.controls}>
      {inLesson && (
        <>
          <Do act={() => obey("previous")}>{words.back}</Do>
          <Do act={() => obey("next")}>{words.on}</Do>
        </>
      )}
      <Do act={runOrPause}>{moving ? words.pause : words.run}</Do>
      <Do act={() => step()}>{words.step}</Do>
      <Choice
        label={words.beside}
        options={boards}
        value={board ?? NO_BOARD}
        onChange={(id) => setBoard(id === NO_BOARD ? null : id)}
      />
      <Do act={() => own("speaker")}>{words.speaker}</Do>
      <Do act={() => obey("code")}>{words.qr}</Do>
      <Do act={() => useLab.setState({ dialog: "keys" })}>{words.keys}</Do>
      <Do act={() => own("leave")}>{words.leave}</Do>
    </div>
  );
}

/** A click with the mouse leaves the focus where it was, so that Space still runs and pauses, and the bar goes. */
function Do({ act, children }: { act: () => void; children: string }) {
  return (
    <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={act}>
      {children}
    </button>
  );
}

/** Whether the mouse has moved a moment ago. */
function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = () => {
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), STAYS);
    };
    const events = ["pointermove", "pointerdown"] as const;
    for (const event of events) addEventListener(event, wake);
    return () => {
      clearTimeout(timer);
      for (const event of events) removeEventListener(event, wake);
    };
  }, []);
  return awake;
}
