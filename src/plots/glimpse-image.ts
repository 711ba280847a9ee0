import type { GlimpsePicture } from "../core/glimpse";
import { glimpsePlots as words } from "../messages/glimpse-plots";
import type { Size } from "./chart-layout";
import "./glimpse.css";
import { pointOf, type ImageBox } from "./glimpse-image-layout";
import { gazeMarks, glimpseMarks, pushMarks } from "./glimpse-marks";
import { drawRasters, greyImage } from "./glimpse-raster";
import { describePicture, describePushes, pictureTable } from "./glimpse-words";
import { PlotFrame, type Plot } from "./plot-frame";
import { append, boxPath, drawLabels, drawShapes, type Label, type Shape } from "./plot-parts";

/** A live picture of an image and of where it was looked at. */
export interface GlimpseImage extends Plot<GlimpsePicture> {
  /** Whether arrows show which way the last update pushed the means, where there was one. */
  showPushes(shown: boolean): void;
}

/** A square picture of this size is drawn as it is; a larger one grows. */
const ROOMY = { width: 400, height: 400 };
/** Around the image: tick labels on the left and below, and the names of the axes. */
const AROUND = { left: 34, top: 10, right: 12, bottom: 36 };
const TICKS = [-1, 0, 1];
const TICK_LABELS = ["−1", "0", "1"];

/** Creates the picture. A `surface` is kept exactly over the image, to take what a pointer does there. */
export function createGlimpseImage(host: HTMLElement, surface?: HTMLElement): GlimpseImage {
  let picture: GlimpsePicture | null = null;
  let pushesShown = false;

  const frame = new PlotFrame(host, "glimpse", (size) => draw(size), ROOMY);
  const pixels = append(frame.svg, "g", "pixels");
  const shapes = append(frame.svg, "g", "shapes");
  const labels = append(frame.svg, "g", "labels");
  if (surface) frame.root.append(surface);

  const draw = (size: Size) => {
    if (!picture) {
      drawRasters(pixels, []);
      drawShapes(shapes, []);
      drawLabels(labels, []);
      return;
    }
    const box = boxIn(size, picture.size);
    const { left, top, side } = box;
    if (surface) placeOver(surface, box, size);
    const href = greyImage(picture.pixels, picture.size);
    drawRasters(pixels, [{ href, x: left, y: top, width: side, height: side }]);
    const axes = axesOf(box);
    const marks = marksOf(box, picture, pushesShown);
    drawShapes(shapes, [...axes.shapes, ...marks.shapes]);
    drawLabels(labels, [...axes.labels, ...marks.labels]);
  };
  const text = () => {
    if (!picture) return words.noImage;
    return pushesShown ? `${describePicture(picture)} ${describePushes(picture)}` : describePicture(picture);
  };
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      picture = data;
      frame.redraw();
    },
    showPushes(shown) {
      pushesShown = shown;
      frame.redraw();
      frame.setLabel(text());
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => (picture ? pictureTable(picture) : { columns: [], rows: [] }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

function placeOver({ style }: HTMLElement, { left, top, side }: ImageBox, { width, height }: Size): void {
  style.position = "absolute";
  style.left = `${(100 * left) / width}%`;
  style.top = `${(100 * top) / height}%`;
  style.width = `${(100 * side) / width}%`;
  style.height = `${(100 * side) / height}%`;
}

/** The largest square that leaves room for the axes, in the middle. */
function boxIn({ width, height }: Size, size: number): ImageBox {
  const across = width - AROUND.left - AROUND.right;
  const down = height - AROUND.top - AROUND.bottom;
  const side = Math.max(1, Math.min(across, down));
  return { left: AROUND.left + (across - side) / 2, top: AROUND.top + (down - side) / 2, side, pixels: size };
}

function axesOf(box: ImageBox): { shapes: Shape[]; labels: Label[] } {
  const { left, top, side } = box;
  const bottom = top + side;
  const at = TICKS.map((tick) => pointOf(box, { x: tick, y: tick }));
  const ticks = at.map(({ x, y }) => `M${Math.round(x)},${bottom}v4M${left},${Math.round(y)}h-4`).join("");
  return {
    shapes: [
      { kind: "frame", d: boxPath(left, top, side, side) },
      { kind: "axis", d: ticks },
    ],
    labels: [
      ...at.flatMap(({ x, y }, i): Label[] => [
        { x, y: bottom + 17, text: TICK_LABELS[i], kind: "number middle" },
        { x: left - 7, y: y + 4, text: TICK_LABELS[i], kind: "number end" },
      ]),
      { x: left + side / 2, y: bottom + 32, text: "x", kind: "ink middle" },
      { x: left - 26, y: top + side / 2 + 4, text: "y", kind: "ink middle" },
    ],
  };
}

function marksOf(box: ImageBox, picture: GlimpsePicture, pushesShown: boolean) {
  const glimpses = glimpseMarks(box, picture);
  if (pushesShown && picture.pushes) {
    const pushes = pushMarks(box, picture);
    const dimmed = glimpses.shapes.filter(({ kind }) => kind.startsWith("fine"));
    return { shapes: [...dimmed, ...pushes.shapes], labels: pushes.labels };
  }
  const last = picture.glimpses.at(-1);
  const isOpen = last !== undefined && picture.glimpses.length < picture.planned;
  const gaze = isOpen ? gazeMarks(box, last.mean, picture.sigma) : [];
  return { shapes: [...glimpses.shapes, ...gaze], labels: glimpses.labels };
}
