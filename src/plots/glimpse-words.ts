import type { Glimpse, GlimpsePicture, Place } from "../core/glimpse";
import { glimpsePlots as words } from "../messages/glimpse-plots";
import { fill } from "../messages/section";
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
  if (share > 0.995 && share < 1) return words.almostSure;
  if (share > 0 && share < 0.005) return words.almostNever;
  return fill(words.percent, { percent: formatFixed(100 * share, 0) });
}

/** “x 0.20, y −0.40” */
export function placeText({ x, y }: Place): string {
  return fill(words.place, { x: formatFixed(x, 2), y: formatFixed(y, 2) });
}

/** What the network made of glimpse `t`, from 0, in a sentence. */
export function glimpseSentence({ glimpses, planned }: GlimpsePicture, t: number): string {
  const { place, belief } = glimpses[t];
  const [{ digit, probability }] = ranked(belief);
  return fill(words.glimpse, {
    number: t + 1,
    count: planned,
    place: placeText(place),
    digit: withArticle(digit),
    probability: percent(probability),
  });
}

/** “a 7”, “an 8”. */
export function withArticle(digit: number): string {
  return fill(digit === 8 ? words.digitAn : words.digit, { digit });
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
  if (!answer) return words.noGlimpse;
  const { digit, isFinal, isRight } = answer;
  const probability = percent(answer.probability);
  if (!isFinal) {
    const [number, count] = [picture.glimpses.length, picture.planned];
    return fill(words.soFar, { digit, probability, number, count });
  }
  if (isRight === null) return fill(words.answers, { digit, probability });
  if (isRight) return fill(words.right, { digit, probability });
  return fill(words.wrong, { digit, probability, truth: withArticle(picture.label) });
}

/** The picture in words: the image, every glimpse, the answer. */
export function describePicture(picture: GlimpsePicture): string {
  const { size, label, glimpses } = picture;
  const what =
    label < 0 ? fill(words.image, { size }) : fill(words.imageOf, { size, digit: withArticle(label) });
  const each = glimpses.map((_, t) => glimpseSentence(picture, t));
  const last = glimpses.at(-1);
  const isOpen = last !== undefined && glimpses.length < picture.planned;
  const next = isOpen ? [fill(words.next, { place: placeText(last.mean) })] : [];
  return [what, ...each, `${answerText(picture)}.`, ...next].join(" ");
}

/** Every push of the last update in words; empty where there is none. */
export function describePushes({ pushes }: GlimpsePicture): string {
  return (pushes ?? [])
    .map(({ advantage, mean }, t) =>
      fill(wayText(advantage), {
        number: t + 1,
        place: placeText(mean),
        advantage: formatSigned(advantage),
      }),
    )
    .join(" ");
}

function wayText(advantage: number) {
  if (advantage === 0) return words.notPushed;
  return advantage > 0 ? words.pushedTowards : words.pushedAway;
}

/** Where each glimpse was, what was believed, and what the last update made of the place that followed. */
export function pictureTable({ glimpses, pushes }: GlimpsePicture): PlotTable {
  const columns = [
    words.glimpseColumn,
    "x",
    "y",
    words.mostLikely,
    words.probability,
    "b",
    words.nextX,
    words.nextY,
  ];
  const pushed = [words.reward, words.advantage, "∇ log π x", "∇ log π y"];
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
