import { useEffect } from "react";
import { hasFailed } from "../../controls/preparing";
import { probe } from "../../session";
import { useLab, type LabState } from "../../store";
import { atMostEvery } from "../../at-most-every";
import { isBlank, pickedImage } from "./own-image";
import { endGesture, fitOwn, setImage, takeAnswer, useOwn, type OwnLab } from "./own-lab";

/** ms between two questions while the image changes, and while the network does. */
const WHILE_DRAGGING = 100;
const WHILE_TRAINING = 500;

/** Whether there is a network to ask. */
export function isThere({ run }: Pick<LabState, "run">): boolean {
  return run.clock !== null && run.status !== "preparing" && !hasFailed(run);
}

/** What to ask about the image; null where there is nothing to see or no glimpse to take. */
export function questionOf({
  mode,
  image,
  pixels,
  places,
  goOn,
}: Pick<OwnLab, "mode" | "image" | "pixels" | "places" | "goOn">) {
  if (isBlank(image)) return null;
  if (mode !== "place") return { image: pixels, places: [], goOn: true };
  return places.length > 0 ? { image: pixels, places, goOn } : null;
}

/** The newest question, and the first one since what is asked is of the present kind: older answers do not count. */
let newest = 0;
let first = 0;
/** A question for a held-out digit. */
let picking: { id: number; digit: number } | null = null;

function askNow(): void {
  const question = questionOf(useOwn.getState());
  if (question && isThere(useLab.getState())) newest = probe(question);
}

const ask = atMostEvery(WHILE_DRAGGING, askNow);
const askAgain = atMostEvery(WHILE_TRAINING, askNow);

/** Takes a held-out digit as the image: its pixels come with the answer. */
export function pick(digit: number): void {
  endGesture();
  newest = probe({ image: digit, places: [], goOn: true });
  picking = { id: newest, digit };
}

function takeIn({ probed }: LabState): void {
  if (!probed) return;
  const { id, picture } = probed;
  if (picking?.id === id) {
    setImage(pickedImage(picture.size, picture.pixels, picking.digit, picture.label));
    picking = null;
  } else if (id >= first && questionOf(useOwn.getState())) {
    // While one drags, answers are always to an older image: better than none.
    takeAnswer(picture);
  }
}

function follow(own: OwnLab, before: OwnLab): void {
  if (own.mode !== before.mode) first = newest + 1;
  const parts = ["pixels", "mode", "places", "goOn", "world"] as const;
  if (parts.every((part) => own[part] === before[part])) return;
  if (questionOf(own)) ask();
  else if (own.answer) takeAnswer(null);
}

/** Asks the network about the image whenever that or the network has changed, while the component is on screen. */
export function useAnswers(): void {
  useEffect(() => {
    fitOwn(useLab.getState().scenario);
    const stopOwn = useOwn.subscribe(follow);
    const stopLab = useLab.subscribe((lab, before) => {
      if (lab.scenario !== before.scenario) fitOwn(lab.scenario);
      if (lab.probed !== before.probed) takeIn(lab);
      const isOtherNetwork =
        lab.run.clock?.updates !== before.run.clock?.updates || isThere(lab) !== isThere(before);
      if (isOtherNetwork) askAgain();
    });
    ask();
    return () => {
      stopOwn();
      stopLab();
    };
  }, []);
}
