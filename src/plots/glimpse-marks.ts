import type { GlimpsePicture, Place } from "../core/glimpse";
import {
  numberCorners,
  pointOf,
  pushArrows,
  squareAround,
  type ImageBox,
  type PushArrow,
} from "./glimpse-image-layout";
import { formatSigned } from "./number";
import { plainTex } from "./plot-text";
import { boxPath, circlePath, tenth, type Label, type Shape } from "./plot-parts";

/** Marks over an image. It is black and white in every theme, so what is drawn on it has its own colours and a dark edge. */
export interface Marks {
  shapes: Shape[];
  labels: Label[];
}

/** Radius of the disc behind a number. */
const DISC = 9;

/** A line that can be seen on black and on white: a wider dark one is under it. */
function lined(kind: string, d: string): Shape[] {
  return [
    { kind: `${kind} edge`, d },
    { kind, d },
  ];
}

/** Every glimpse as a square for each scale, finest first and strongest, with its number, joined in the order of time. */
export function glimpseMarks(box: ImageBox, picture: GlimpsePicture): Marks {
  const { patch, scales, glimpses } = picture;
  const newest = glimpses.length - 1;
  const fine = glimpses.map(({ place }) => squareAround(box, place, patch));
  const boxesOf = (t: number, first: number) =>
    Array.from({ length: scales - first }, (_, k) => {
      const { x, y, width, height } = squareAround(box, glimpses[t].place, patch * 2 ** (k + first));
      return boxPath(x, y, width, height);
    }).join("");
  const shapes = glimpses.flatMap((_, t) => {
    const { x, y, width, height } = fine[t];
    const when = t === newest ? " newest" : "";
    return [
      ...(scales > 1 && t === newest ? [{ kind: "coarse newest", d: boxesOf(t, 1) }] : []),
      ...(scales > 1 && t !== newest ? [{ kind: "coarse", d: boxesOf(t, 1) }] : []),
      ...lined(`fine${when}`, boxPath(x, y, width, height)),
    ];
  });
  const corners = numberCorners(fine, DISC + 1, 2 * DISC + 1);
  return {
    shapes: [
      ...shapes,
      ...pathMarks(
        box,
        glimpses.map(({ place }) => place),
      ),
      ...corners.map(({ x, y }, t) => ({
        kind: t === newest ? "disc newest" : "disc",
        d: circlePath(tenth(x), tenth(y), DISC),
      })),
    ],
    labels: corners.map(({ x, y }, t) => ({ x, y: y + 4.5, text: String(t + 1), kind: "tag middle" })),
  };
}

/** The line from one place to the next, with a dot on each. */
export function pathMarks(box: ImageBox, places: readonly Place[], dot = 3): Shape[] {
  const points = places.map((place) => pointOf(box, place));
  const line = points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${tenth(x)},${tenth(y)}`).join("");
  return [
    ...(points.length > 1 ? lined("path", line) : []),
    { kind: "dot", d: points.map(({ x, y }) => circlePath(x, y, dot)).join("") },
  ];
}

/** Half the length of the cross at a mean. */
const CROSS = 7;

/** Where the policy would look next: its mean as a cross, one and two standard deviations around it. */
export function gazeMarks(box: ImageBox, mean: Place, sigma: number): Shape[] {
  const { x, y } = pointOf(box, mean);
  const radius = (sigma * box.side) / 2;
  return [
    ...lined("gaze", circlePath(tenth(x), tenth(y), tenth(radius))),
    ...lined("gaze", circlePath(tenth(x), tenth(y), tenth(2 * radius))),
    ...lined("mean", crossPath(x, y)),
  ];
}

function crossPath(x: number, y: number): string {
  const [left, top] = [tenth(x - CROSS), tenth(y - CROSS)];
  return `M${left},${tenth(y)}h${2 * CROSS}M${tenth(x)},${top}v${2 * CROSS}`;
}

/** Which way the last update pushed each mean, with the advantage that it was pushed by. */
export function pushMarks(box: ImageBox, { pushes }: GlimpsePicture): Marks {
  const arrows = pushArrows(box, pushes ?? []);
  const means = (pushes ?? []).map(({ mean }) => pointOf(box, mean));
  return {
    shapes: [
      ...lined("mean", means.map(({ x, y }) => crossPath(x, y)).join("")),
      ...arrows.flatMap((arrow) => lined(arrow.advantage > 0 ? "push up" : "push down", arrowPath(arrow))),
    ],
    labels: apart(
      arrows.map(({ t, from, to, advantage }) => ({
        x: to.x + (to.x >= from.x ? 7 : -7),
        y: to.y + 4,
        text: `${plainTex(`A_{${t}}`)} ${formatSigned(Number(advantage.toFixed(2)))}`,
        kind: `tag on-image number${to.x >= from.x ? "" : " end"}`,
      })),
    ),
  };
}

/** The labels, each moved down until it covers none of those before. */
function apart(labels: readonly Label[]): Label[] {
  const placed: Label[] = [];
  for (const label of labels) {
    let { y } = label;
    const covers = ({ x, y: other }: Label) =>
      Math.abs(x - label.x) < LABEL.width && Math.abs(other - y) < LABEL.height;
    while (placed.some(covers)) y += LABEL.height;
    placed.push({ ...label, y });
  }
  return placed;
}

const LABEL = { width: 76, height: 15 };

/** Length of an arrow's head. */
const HEAD = 8;

function arrowPath({ from, to }: PushArrow): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const barb = (turn: number) =>
    `M${tenth(to.x)},${tenth(to.y)}l${tenth(-HEAD * Math.cos(angle + turn))},${tenth(-HEAD * Math.sin(angle + turn))}`;
  return `M${tenth(from.x)},${tenth(from.y)}L${tenth(to.x)},${tenth(to.y)}${barb(0.5)}${barb(-0.5)}`;
}
