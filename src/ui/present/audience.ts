import { create } from "zustand";
import { runOrPause } from "../controls/run-or-pause";
import { askRun } from "../lesson/answer";
import type { Place } from "../lesson/address";
import { openStep } from "../lesson/go";
import { useLesson } from "../lesson/lesson-state";
import { setPresenting } from "../mode-state";
import { play, reset, step, stepBack } from "../session";
import { useLab } from "../store";
import { Channel } from "./channel";
import { clockSays } from "./clock-says";
import { isSamePlace, keep, keptHall, newSession } from "./kept";
import type { Message, Press, Shared } from "./messages";
import type { Spot, Stage } from "./sequence";
import { connect, NOTHING, share, tell, useDot, usePresent } from "./state";

/** The window that the hall sees: it holds the run, and follows what both windows know, but while it is frozen. */

const CLOCK_EVERY = 250; // ms between what the speaker's window is told of the run

/** What the hall sees. */
export const useShown = create<{ place: Place | null; stage: Stage }>()(() => ({
  place: null,
  stage: "open",
}));

let session = "";

const PRESSES: Record<Press, () => void> = {
  "run-or-pause": runOrPause,
  step: () => step(),
  "step-back": () => stepBack(),
  reset,
};

/** Begins, or goes on after a reload, with what is on screen. Gives back how to stop. */
export function startAudience(): () => void {
  const kept = keptHall();
  session = kept?.session ?? newSession();
  const here = placeNow();
  const before = kept && isSamePlace(kept.shown.place, here) ? kept.state : null;
  const isReload = before !== null;
  const stage = kept && isReload ? kept.shown.stage : stageNow();
  useShown.setState({ place: here, stage });
  usePresent.setState(before ?? { ...NOTHING, place: here, stage });
  if (kept && isReload && stage !== "open") goOnAsking(stage, kept.answer);
  const channel = new Channel(session, { hear });
  connect(channel);
  if (isReload) tell({ type: "hello" });
  else tell({ type: "state", state: usePresent.getState() });
  const stops = [
    usePresent.subscribe(() => void follow()),
    useShown.subscribe(() => keepAll()),
    useLesson.subscribe(() => {
      keepAll();
      tellAnswered();
    }),
    useLab.subscribe((lab, last) => {
      if (last.lesson && !lab.lesson && !isFollowing) leaveLesson();
    }),
  ];
  const clock = setInterval(tellClock, CLOCK_EVERY);
  const leaving = () => tell({ type: "bye" });
  addEventListener("pagehide", leaving);
  keepAll();
  void follow();
  return () => {
    for (const stop of stops) stop();
    clearInterval(clock);
    removeEventListener("pagehide", leaving);
    connect(null);
    channel.close();
  };
}

/** Back to the lab, with the run as it stands. */
export function leave(): void {
  tell({ type: "bye" });
  keepAll(null);
  if (document.fullscreenElement) void document.exitFullscreen();
  setPresenting(false);
}

/** The address of the speaker's window of this lecture. */
export function speakerAddress(): string {
  const query = new URLSearchParams({ present: "1", speaker: "1", session });
  return `${location.origin}${location.pathname}?${query.toString()}`;
}

/** The name that makes a second press bring the same window back. */
export function speakerName(): string {
  return `bellman-speaker-${session}`;
}

function hear(message: Message): void {
  const { frozen } = usePresent.getState();
  if (message.type === "hello") {
    tell({ type: "state", state: usePresent.getState() });
    lastClock = "";
    tellClock();
  } else if (message.type === "state") usePresent.setState(message.state);
  else if (message.type === "press" && !frozen) PRESSES[message.press]();
  else if (message.type === "dot") useDot.setState({ dot: { x: message.x, y: message.y } });
}

let isFollowing = false;

/** Shows what both windows know: one step after the other, as a chapter may have to be fetched first. */
async function follow(): Promise<void> {
  keepAll();
  if (isFollowing) return;
  isFollowing = true;
  try {
    for (let spot = wanted(); spot; spot = wanted()) await show(spot);
  } finally {
    isFollowing = false;
  }
  tellAnswered();
}

function wanted(): Spot | null {
  const { place, stage, frozen } = usePresent.getState();
  const shown = useShown.getState();
  if (frozen || !place) return null;
  return isSamePlace(place, shown.place) && stage === shown.stage ? null : { place, stage };
}

async function show({ place, stage }: Spot): Promise<void> {
  const shown = useShown.getState();
  if (!isSamePlace(place, shown.place) || stage === "open") {
    await openStep(place);
    const here = placeNow();
    useShown.setState({ place: here, stage: "open" });
    if (!isSamePlace(here, place)) {
      share({ place: here, stage: "open" }); // there is no such step, or it could not be fetched: that has been told
      return;
    }
  }
  if (stage === "open") return;
  if (!useLesson.getState().asked) askRun();
  useShown.setState({ stage });
}

/** The run has answered: both windows go on to the answer. */
function tellAnswered(): void {
  const { stage, frozen } = usePresent.getState();
  const isHere = isSamePlace(usePresent.getState().place, useShown.getState().place);
  if (stage === "run" && !frozen && isHere && useLesson.getState().shown !== null) share({ stage: "told" });
}

/** Somebody has opened another experiment, by a link. */
function leaveLesson(): void {
  useShown.setState({ place: null, stage: "open" });
  share({ place: null, stage: "open" });
}

/** After a reload: the question had been asked, and the run goes on if it was under way. */
function goOnAsking(stage: Stage, shown: number | null): void {
  useLesson.setState({ asked: true, shown });
  if (stage !== "run") return;
  const goOn = ({ run } = useLab.getState()): boolean => {
    if (run.fingerprint === null) return false;
    if (run.outcome === null) play();
    return true;
  };
  if (goOn()) return;
  const stop = useLab.subscribe((lab) => {
    if (lab.run.fingerprint === null) return;
    stop();
    goOn(lab);
  });
}

function placeNow(): Place | null {
  const { lesson, step: index, challenge } = useLesson.getState();
  // A challenge is for the lab: here it is an experiment by itself.
  return useLab.getState().lesson && lesson && challenge === null ? { id: lesson.id, step: index } : null;
}

/** Where the question of the lesson stands that is taken into the hall. */
function stageNow(): Stage {
  const { asked, shown } = useLesson.getState();
  if (!asked || !placeNow()) return "open";
  return shown === null ? "run" : "told";
}

function keepAll(state: Shared | null = usePresent.getState()): void {
  keep({ session, state, shown: useShown.getState(), answer: useLesson.getState().shown });
}

let lastClock = "";

function tellClock(): void {
  const says = clockSays(useLab.getState());
  if (says !== lastClock) tell({ type: "clock", says });
  lastClock = says;
}
