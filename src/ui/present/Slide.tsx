import { useEffect, useState } from "react";
import { algoSpec } from "../../algos";
import type { Scenario } from "../../core/scenario";
import type { Lesson, LessonStep, Panel } from "../../lessons/lesson";
import { present as words } from "../../messages/present";
import { gridParams } from "../figure/problem";
import { Formula } from "../lesson/Formula";
import { stepOf, useLesson } from "../lesson/lesson-state";
import { Prose } from "../lesson/Prose";
import { FigurePanel } from "../parts";
import { noticedPreset, titleOf } from "../preset-of";
import { useLab } from "../store";
import { useShown } from "./audience";
import { Board } from "./Board";
import { Foot } from "./Foot";
import type { Command } from "./keys";
import { spotText } from "./sequence";
import { SlideQuestion } from "./SlideQuestion";
import styles from "./present.module.css";

/** What is on screen as a slide: a step of the lecture, or an experiment by itself. */
export function Slide({ own }: { own: (command: Command) => void }) {
  const { lesson, step: index, challenge } = useLesson();
  const inLesson = useLab((lab) => lab.lesson !== null) && challenge === null;
  const step = inLesson ? stepOf({ lesson, step: index }) : undefined;
  const key = step && lesson ? `${lesson.id} ${index}` : "experiment";
  return <Page key={key} lesson={step && lesson ? lesson : null} step={step} own={own} />;
}

interface Props {
  lesson: Lesson | null;
  step: LessonStep | undefined;
  own: (command: Command) => void;
}

function Page({ lesson, step, own }: Props) {
  const [board, setBoard] = useState<Panel | null>(() => firstBoard(step));
  const name = useLab((lab) => titleOf(lab.scenario)) ?? words.myOwn;
  const title = step?.title ?? name;
  const spot = useShown(({ place, stage }) => spotText(place, stage));
  const shape = useLab((lab) => shapeOf(lab.scenario));
  useEffect(() => {
    document.title = `${title} · Bellman`;
  }, [title]);
  return (
    <article className={styles.slide} data-board={board ?? "none"} data-shape={shape} data-spot={spot}>
      <h1 className={styles.title}>{title}</h1>
      {step?.equation && (
        <div className={styles.formula}>
          <Formula parts={step.equation} />
        </div>
      )}
      <div className={styles.figure}>
        <FigurePanel />
      </div>
      <div className={styles.side} data-part="side">
        <div className={styles.text}>{step ? <StepText step={step} /> : <Caption />}</div>
        {board && <Board key={board} board={board} />}
      </div>
      <Foot lesson={lesson} board={board} setBoard={setBoard} own={own} />
    </article>
  );
}

/** Maps from this ratio of width to height on have the text below them, not beside them. */
const WIDE = 2.2;

/** How a figure wants to be placed. */
function shapeOf(scenario: Scenario): "wide" | "pictures" | "square" {
  if (scenario.env.id === "glimpse") return "pictures";
  if (scenario.env.id !== "grid-world" || scenario.view?.figure === "three-views") return "square";
  const { rows } = gridParams(scenario);
  return rows[0].length / rows.length >= WIDE ? "wide" : "square";
}

/**
 * The part of the lab that is beside the figure at first: where the step asks, the chart that shows the run that answers,
 * else the first that it names. Settings are for the lecturer and wait until asked for.
 */
function firstBoard(step: LessonStep | undefined): Panel | null {
  if (!step) return "equation";
  const shown = step.panels.filter((panel) => panel !== "parameters");
  if (step.prediction && shown.includes("charts")) return "charts";
  return shown.at(0) ?? null;
}

function StepText({ step: { slide, prediction } }: { step: LessonStep }) {
  const says = slide.map((text) => (
    <p key={text}>
      <Prose text={text} />
    </p>
  ));
  return prediction ? <SlideQuestion prediction={prediction}>{says}</SlideQuestion> : says;
}

/** Of an experiment without a lesson: what to notice, or what the algorithm does. */
function Caption() {
  const notes = useLab((lab) => lab.scenario.notes);
  const preset = useLab((lab) => noticedPreset(lab.scenario));
  const algo = useLab((lab) => algoSpec(lab.scenario.algo.id)?.summary);
  return <p className={styles.caption}>{notes ?? preset?.notice ?? algo}</p>;
}
