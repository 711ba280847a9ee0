import { create } from "zustand";
import type { Scenario } from "../../core/scenario";
import type { GridFigureModel } from "../../envs/grid-world/view";
import { decodeLink } from "../../scenario/link";
import { layersOf } from "../figure/layers";
import { currentView } from "../figure/lit";
import { gridParams } from "../figure/problem";
import { isMoving } from "../moving";
import { frames, open, pause, play, setRate, turnedAway } from "../session";
import { snapshot } from "../snapshot";
import { useLab } from "../store";

/** The run that the landing page shows: the lab's own, in its worker, again and again with other seeds. */

/** The lecture's maze, four numbers a cell, learned from experience. */
export const SHOWN = "#lecture-maze?algo=q-learning&alpha=0.5&epsilon=0.1";

/** Steps a second: each can be seen, and the first episode ends within ten seconds. */
const RATE = 30;
/** By then, after about a minute, the agent goes straight to the end. */
const EPISODES = 30;
const REST = 6000; // ms between two runs

/** Whether it is to run. Who wants less motion starts it by hand. */
export const useDemonstration = create<{ isWanted: boolean; isResting: boolean }>()(() => ({
  isWanted: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  isResting: false,
}));

let seed = 0;
let rest: ReturnType<typeof setTimeout> | undefined;
let isSeen = false;

export function setWanted(isWanted: boolean): void {
  useDemonstration.setState({ isWanted });
  goOn();
}

/** Shows it in an element of the page, running while that can be seen; returns what ends it. */
export function demonstrate(element: Element): () => void {
  let isInView = false;
  const look = () => {
    isSeen = isInView && !document.hidden;
    turnedAway();
    goOn();
  };
  const inView = new IntersectionObserver(([entry]) => {
    isInView = entry.isIntersecting;
    look();
  });
  inView.observe(element);
  document.addEventListener("visibilitychange", look);
  const unsubscribe = frames.subscribe(({ status }) => {
    if (isMoving(status) && isOver() && rest === undefined) restAwhile();
  });
  return () => {
    unsubscribe();
    inView.disconnect();
    document.removeEventListener("visibilitychange", look);
    isSeen = false;
    goOn();
  };
}

/** Exactly what is on screen, with the place that the figure, ahead of the controls, has come to. */
export function shownNow(): Scenario {
  const scenario = snapshot();
  const at = frames.latest?.position;
  return at ? { ...scenario, view: { ...scenario.view, at } } : scenario;
}

/** What the figure draws. */
export function demonstrationModel(): GridFigureModel {
  const lab = useLab.getState();
  return {
    params: gridParams(lab.scenario),
    view: currentView(lab),
    layers: layersOf(lab.scenario),
    selected: null,
    lit: [],
  };
}

/** Puts a run of it on screen, with the next seed. */
export function begin(): void {
  const shown = decodeLink(SHOWN);
  if (!shown.ok) throw new Error(shown.error);
  open({ ...shown.value, seed: seed++ }, "preset");
  setRate(RATE);
}

function isOver(): boolean {
  return (frames.latest?.clock.episodes ?? 0) >= EPISODES;
}

function restAwhile(): void {
  pause();
  rest = setTimeout(goOn, REST);
  useDemonstration.setState({ isResting: true });
}

/** Brings the run to what is wanted of it. */
function goOn(): void {
  clearTimeout(rest);
  rest = undefined;
  useDemonstration.setState({ isResting: false });
  if (!isSeen || !useDemonstration.getState().isWanted) return pause();
  if (isOver()) begin();
  play();
}
