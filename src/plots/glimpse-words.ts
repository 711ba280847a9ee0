import type { Glimpse, GlimpsePicture, Place } from "../core/glimpse";
import { formatFixed, formatSigned } from "./number";
import type { PlotTable } from "./plot-frame";

/** A class and how probable it is. */
export interface Believed {
  digit: number;
  probability: number;
}

/** The classes from the most probable on, the first of equal ones first. */
export function ranked(belief: ArrayLike<number>): Believed[] {
  const all = Array.from(belief, (probability, digit) => ({ digit, probability }));
  return all.sort((a, b) => b.probability - a.probability || a.digit - b.digit);
}

/** “62 %”; what is nearly but not quite sure or impossible does not read as if it were. */
export function percent(share: number): string {
  if (share > 0.995 && share < 1) return "> 99 %";
  if (share > 0 && share < 0.005) return "< 1 %";
  return `${formatFixed(100 * share, 0)} %`;
}

/** “x 0.20, y −0.40” */
export function placeText({ x, y }: Place): string {
  return `x ${formatFixed(x, 2)}, y ${formatFixed(y, 2)}`;
}

/** What the network made of glimpse `t`, from 0, in a sentence. */
export function glimpseSentence({ glimpses, planned }: GlimpsePicture, t: number): string {
  const { place, belief } = glimpses[t];
  const [{ digit, probability }] = ranked(belief);
  return `Glimpse ${t + 1} of ${planned} at ${placeText(place)}: most likely ${withArticle(digit)} (${percent(probability)}).`;
}

/** “a 7”, “an 8”. */
export function withArticle(digit: number): string {
  return `${digit === 8 ? "an" : "a"} ${digit}`;
}

/** The answer after the glimpses so far, and whether it is right; null before the first glimpse. */
export interface Answer extends Believed {
  isFinal: boolean;
  /** Null where nobody knows what the image shows. */
  isRight: boolean | null;
}

export function answerOf({ glimpses, planned, label }: GlimpsePicture): Answer | null {
  const last = glimpses.at(-1);
  if (!last) return null;
  const [best] = ranked(last.belief);
  return {
    ...best,
    isFinal: glimpses.length >= planned,
    isRight: label < 0 ? null : best.digit === label,
  };
}

/** “✓ Answers 7 (98 %): right”. The mark says it without colour. */
export function answerText(picture: GlimpsePicture): string {
  const answer = answerOf(picture);
  if (!answer) return "No glimpse yet";
  const { digit, probability, isFinal, isRight } = answer;
  const sure = `${digit} (${percent(probability)})`;
  if (!isFinal) return `So far ${sure}, ${picture.glimpses.length} of ${picture.planned} glimpses`;
  if (isRight === null) return `Answers ${sure}`;
  return isRight
    ? `✓ Answers ${sure}: right`
    : `✗ Answers ${sure}: wrong, it is ${withArticle(picture.label)}`;
}

/** The picture in words: the image, every glimpse, the answer. */
export function describePicture(picture: GlimpsePicture): string {
  const { size, label, glimpses } = picture;
  const what = label < 0 ? "An image" : `An image of ${withArticle(label)}`;
  const each = glimpses.map((_, t) => glimpseSentence(picture, t));
  const last = glimpses.at(-1);
  const isOpen = last !== undefined && glimpses.length < picture.planned;
  const next = isOpen ? [`It would look next around ${placeText(last.mean)}.`] : [];
  return [`${what}, ${size} by ${size} pixels.`, ...each, `${answerText(picture)}.`, ...next].join(" ");
}

/** Every push of the last update in words; empty where there is none. */
export function describePushes({ pushes }: GlimpsePicture): string {
  return (pushes ?? [])
    .map(
      ({ advantage, mean }, t) =>
        `The mean after glimpse ${t + 1}, ${placeText(mean)}, was pushed ${wayText(advantage)} the place drawn: advantage ${formatSigned(advantage)}.`,
    )
    .join(" ");
}

function wayText(advantage: number): string {
  if (advantage === 0) return "neither towards nor away from";
  return advantage > 0 ? "towards" : "away from";
}

/** Where each glimpse was, what was believed, and what the last update made of the place that followed. */
export function pictureTable({ glimpses, pushes }: GlimpsePicture): PlotTable {
  const columns = ["glimpse", "x", "y", "most likely", "probability", "b", "next mean x", "next mean y"];
  const pushed = ["reward", "advantage", "∇ log π x", "∇ log π y"];
  const row = ({ place, belief, baseline, mean }: Glimpse, t: number) => {
    const [{ digit, probability }] = ranked(belief);
    const push = pushes?.[t];
    return [
      t + 1,
      place.x,
      place.y,
      digit,
      probability,
      baseline,
      mean.x,
      mean.y,
      ...(pushes
        ? [push?.reward ?? null, push?.advantage ?? null, push?.gradient.x ?? null, push?.gradient.y ?? null]
        : []),
    ];
  };
  return { columns: pushes ? [...columns, ...pushed] : columns, rows: glimpses.map(row) };
}
