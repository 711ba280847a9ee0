import type { Paint } from "../../../plots/colour";
import { place, write } from "./place";
import type { Scene } from "./scene";
import { CELL } from "./viewport";

/** A tag in the top right corner of a cell, in drawing units. */
const TAG = { width: 40, height: 22, largest: 16 };

/** Draws the plate of a tag. */
export function drawTag(node: SVGElement, scene: Scene, cell: number, { fill }: Paint): void {
  place(node, scene, cell);
  node.setAttribute("x", String(CELL - TAG.width));
  node.setAttribute("width", String(TAG.width));
  node.setAttribute("height", String(TAG.height));
  node.setAttribute("fill", fill);
}

/** Writes on it. */
export function writeTag(node: SVGElement, scene: Scene, cell: number, text: string, paint: Paint): void {
  write(node, scene, cell, text, CELL - TAG.width / 2, TAG.height / 2, tagTextSize(text));
  node.setAttribute("fill", paint.text);
}

/** The font size of a tag's text, in drawing units. */
export function tagTextSize(text: string): number {
  return Math.min(TAG.largest, (TAG.width - 4) / (0.6 * text.length));
}
