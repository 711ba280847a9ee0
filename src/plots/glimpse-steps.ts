import type { GlimpsePicture } from "../core/glimpse";
import { glimpsePlots as words } from "../messages/glimpse-plots";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";
import { drawRasters, patchesImage, patchesWidth, type Raster } from "./glimpse-raster";
import { rowAt, stepColumns, type StepColumns } from "./glimpse-steps-layout";
import "./glimpse-steps.css";
import { answerOf, answerText, describePicture, percent, ranked } from "./glimpse-words";
import { formatFixed } from "./number";
import { PlotFrame, type Plot } from "./plot-frame";
import { append, boxPath, drawLabels, drawShapes, tenth, type Label, type Shape } from "./plot-parts";
import { LINE, wrapped } from "./plot-text";

const ROOMY = { width: 340, height: 330 };
/** Between two lines of numbers, where rows are low. */
const CLOSE = 13;
/** Width of a character of the answer. */
const LARGE = 7.4;

/** What the network saw and made of every glimpse: its patches, its belief in the ten classes, the reward it expects. */
export function createGlimpseSteps(host: HTMLElement): Plot<GlimpsePicture> {
  let picture: GlimpsePicture | null = null;

  const frame = new PlotFrame(host, "glimpse-steps", (size) => draw(size), ROOMY);
  const patches = append(frame.svg, "g", "pixels");
  const shapes = append(frame.svg, "g", "shapes");
  const labels = append(frame.svg, "g", "labels");

  const draw = (size: Size) => {
    if (!picture) {
      drawRasters(patches, []);
      drawShapes(shapes, []);
      drawLabels(labels, []);
      return;
    }
    const answer = wrapped(answerText(picture), Math.floor((size.width - 16) / LARGE));
    const top = 22 + answer.length * 20;
    const row = (t: number) => rowAt(t, picture?.planned ?? 1, top, size.height - 2);
    const aspect = patchesWidth(picture.patch, picture.scales) / picture.patch;
    const columns = stepColumns(size.width, row(0).height, aspect);
    const rows = Array.from({ length: picture.planned }, (_, t) => row(t));
    drawRasters(patches, patchRasters(picture, columns, rows));
    drawShapes(
      shapes,
      rows.flatMap((at, t) => rowShapes(picture as GlimpsePicture, t, columns, at)),
    );
    drawLabels(labels, [
      ...answer.map((text, i) => ({ x: 6, y: 18 + 20 * i, text, kind: `answer ${answerKind(picture)}` })),
      ...headings(picture, columns, top - 7),
      ...rows.flatMap((at, t) => rowLabels(picture as GlimpsePicture, t, columns, at)),
    ]);
  };
  const text = () => (picture ? fill(words.steps, { picture: describePicture(picture) }) : words.noSteps);
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      picture = data;
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => ({
      columns: [words.glimpseColumn, "b", ...Array.from({ length: 10 }, (_, digit) => `p(${digit})`)],
      rows: (picture?.glimpses ?? []).map(({ baseline, belief }, t) => [t + 1, baseline, ...belief]),
    }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

type Row = ReturnType<typeof rowAt>;

function answerKind(picture: GlimpsePicture | null): string {
  const answer = picture && answerOf(picture);
  if (!answer?.isFinal || answer.isRight === null) return "";
  return answer.isRight ? "right" : "wrong";
}

function patchRasters(
  { glimpses, patch, scales }: GlimpsePicture,
  { patches: { left, width, height } }: StepColumns,
  rows: readonly Row[],
): Raster[] {
  return glimpses.map((glimpse, t) => ({
    href: patchesImage(glimpse.patches, patch, scales),
    x: left,
    y: rows[t].middle - height / 2,
    width,
    height,
  }));
}

function rowShapes(
  { glimpses }: GlimpsePicture,
  t: number,
  { patches, bars }: StepColumns,
  { top, height, middle }: Row,
): Shape[] {
  const glimpse = glimpses.at(t);
  const outline = boxPath(patches.left, middle - patches.height / 2, patches.width, patches.height);
  if (bars.middles.length === 0) return glimpse ? [] : [{ kind: "coming", d: outline }];
  const floor = tenth(top + height);
  const ground = {
    kind: "axis",
    d: `M${tenth(bars.middles[0] - bars.width)},${floor}H${tenth(bars.middles[9] + bars.width)}`,
  };
  if (!glimpse) return [{ kind: "coming", d: outline }, ground];
  const best = ranked(glimpse.belief)[0].digit;
  const bar = (digit: number) => {
    const tall = Math.max(0.5, glimpse.belief[digit] * height);
    return boxPath(bars.middles[digit] - bars.width / 2, floor - tall, bars.width, tall);
  };
  const others = bars.middles.map((_, digit) => (digit === best ? "" : bar(digit))).join("");
  return [{ kind: "belief", d: others }, { kind: "belief best", d: bar(best) }, ground];
}

function headings({ label }: GlimpsePicture, columns: StepColumns, y: number): Label[] {
  return [
    { x: columns.patches.left, y, text: words.sees, kind: "" },
    ...columns.bars.middles.map((x, digit) => ({
      x,
      y,
      text: String(digit),
      kind: digit === label ? "number strong middle" : "number middle",
    })),
    { x: columns.named, y, text: words.believes, kind: "" },
    ...(columns.baseline === null ? [] : [{ x: columns.baseline, y, text: "b", kind: "end" }]),
  ];
}

function rowLabels(
  { glimpses }: GlimpsePicture,
  t: number,
  { number, named, baseline }: StepColumns,
  { middle, height }: Row,
): Label[] {
  const glimpse = glimpses.at(t);
  const which = { x: number, y: middle + 4, text: String(t + 1), kind: "number middle" };
  if (!glimpse) return [which];
  const [first, second] = ranked(glimpse.belief);
  const apart = Math.max(CLOSE, Math.min(LINE, height / 2));
  const reading = ({ digit, probability }: typeof first) => `${digit}: ${percent(probability)}`;
  const numbered = { ...which, kind: "number strong middle" };
  if (baseline === null) {
    return [numbered, { x: named, y: middle + 4, text: reading(first), kind: "number strong" }];
  }
  return [
    numbered,
    { x: named, y: middle + 4 - apart / 2, text: reading(first), kind: "number strong" },
    { x: named, y: middle + 4 + apart / 2, text: reading(second), kind: "number" },
    { x: baseline, y: middle + 4, text: formatFixed(glimpse.baseline, 2), kind: "number ink end" },
  ];
}
