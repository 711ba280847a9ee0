import type { Place } from "../core/glimpse";
import { glimpseTestPlots as words } from "../messages/glimpse-test-plots";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";
import { galleryLayout } from "./glimpse-gallery-layout";
import { pointOf, type ImageBox } from "./glimpse-image-layout";
import "./glimpse-mean-paths.css";
import { placeText } from "./glimpse-words";
import { niceCeiling } from "./colour";
import { formatNumber } from "./number";
import { PlotFrame, type Plot } from "./plot-frame";
import { append, boxPath, circlePath, drawLabels, drawShapes, tenth, type Label } from "./plot-parts";
import { wrapped } from "./plot-text";

/** For each digit, the mean place of every glimpse. */
export type MeanPaths = readonly (readonly Place[])[];

const ROOMY = { width: 640, height: 340 };
/** The title's height of a line, and width of a character. */
const TITLE_LINE = 18;
const TITLE_CHARACTER = 7.6;
const LEAST = 60;
/** How far numbers stay from one another and from the dots, and their middles from the frame. */
const APART = 13;
const LEAST_ROOM = 10;
const INSIDE = 8;
const LEAST_REACH = 0.1;

/** Ten frames, one a digit: where the eye was on average at every glimpse of it. */
export function createMeanPaths(host: HTMLElement): Plot<MeanPaths> {
  let paths: MeanPaths = [];

  const frame = new PlotFrame(host, "mean-paths", (size) => draw(size), ROOMY);
  const shapes = append(frame.svg, "g", "shapes");
  const labels = append(frame.svg, "g", "labels");

  const draw = (size: Size) => {
    const reach = reachOf(paths);
    const title = wrapped(titleOf(reach), Math.floor((size.width - 12) / TITLE_CHARACTER));
    const top = 12 + title.length * TITLE_LINE;
    const gallery = galleryLayout(paths.length, size, top, LEAST, 1);
    const boxes = paths.map((_, i): ImageBox => {
      const { x, y } = gallery.cornerOf(i);
      return { left: x, top: y, side: gallery.side, pixels: 1 };
    });
    const points = paths.map((path, i) =>
      path.map(({ x, y }) => pointOf(boxes[i], { x: x / reach, y: y / reach })),
    );
    drawShapes(
      shapes,
      points.flatMap((path, i) => {
        const { left, top, side } = boxes[i];
        const middle = `M${tenth(left + side / 2)},${tenth(top)}v${tenth(side)}M${tenth(left)},${tenth(top + side / 2)}h${tenth(side)}`;
        const line = path.map(({ x, y }, t) => `${t === 0 ? "M" : "L"}${tenth(x)},${tenth(y)}`).join("");
        return [
          { kind: "grid", d: middle },
          { kind: "frame", d: boxPath(left, top, side, side) },
          { kind: "way", d: line },
          { kind: "stop", d: path.map(({ x, y }) => circlePath(tenth(x), tenth(y), 3)).join("") },
        ];
      }),
    );
    drawLabels(labels, [
      ...title.map((text, i) => ({ x: 6, y: 17 + i * TITLE_LINE, text, kind: "title" })),
      ...points.flatMap((path, i): Label[] => [
        {
          x: boxes[i].left + gallery.side / 2,
          y: boxes[i].top + gallery.side + 16,
          text: String(i),
          kind: "number strong middle",
        },
        ...numbersBeside(path, boxes[i]).flatMap((at, t): Label[] =>
          at ? [{ x: at.x, y: at.y + 4, text: String(t + 1), kind: "number ink middle halo" }] : [],
        ),
      ]),
    ]);
  };
  const text = () => describePaths(paths);
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      paths = data ?? [];
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => ({
      columns: [words.digitColumn, words.glimpseColumn, words.meanX, words.meanY],
      rows: paths.flatMap((path, digit) => path.map(({ x, y }, t) => [digit, t + 1, x, y])),
    }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

/** How far the frames reach from the middle: no further than the paths do, or means near the middle would be one spot. */
export function reachOf(paths: MeanPaths): number {
  const all = paths.flat().flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]);
  return Math.min(1, niceCeiling(Math.max(LEAST_REACH, ...all)));
}

function titleOf(reach: number): string {
  return fill(words.pathsTitle, { end: formatNumber(reach) });
}

/**
 * A place for the number of each dot: inside the frame, on whichever side of the dot is farthest from all dots and from
 * other numbers. Null where there is no room for it; the first and the last have the first choice.
 */
export function numbersBeside(dots: readonly Dot[], { left, top, side }: ImageBox): (Dot | null)[] {
  const isInside = ({ x, y }: Dot) =>
    Math.max(Math.abs(x - left - side / 2), Math.abs(y - top - side / 2)) <= side / 2 - INSIDE;
  const placed: (Dot | null)[] = dots.map(() => null);
  const order = [...dots.keys()].sort((a, b) => rank(a, dots.length) - rank(b, dots.length));
  for (const t of order) {
    const { x, y } = dots[t];
    const sides = Array.from({ length: 8 }, (_, k) => ({
      x: x + APART * Math.cos((k * Math.PI) / 4),
      y: y + APART * Math.sin((k * Math.PI) / 4),
    })).filter(isInside);
    const taken = [...dots, ...placed.filter((other) => other !== null)];
    const room = (at: Dot) => Math.min(...taken.map((other) => Math.hypot(at.x - other.x, at.y - other.y)));
    const best = sides.reduce<Dot | null>(
      (most, at) => (most === null || room(at) > room(most) + 1e-6 ? at : most),
      null,
    );
    if (best && room(best) >= LEAST_ROOM) placed[t] = best;
  }
  return placed;
}

interface Dot {
  x: number;
  y: number;
}

/** The ends first. */
function rank(t: number, count: number): number {
  if (t === 0) return -2;
  return t === count - 1 ? -1 : t;
}

export function describePaths(paths: MeanPaths): string {
  if (paths.length === 0) return words.noPaths;
  const each = paths.map((path, digit) =>
    fill(words.path, { digit, places: path.map(placeText).join("; ") }),
  );
  return fill(words.paths, { paths: each.join(" ") });
}
