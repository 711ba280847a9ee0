import type { Paint } from "../../../plots/colour";
import { place, write } from "./place";
import type { Scene } from "./scene";
import { CELL } from "./viewport";

/** A tag in the top right corner of a cell, in drawing units; `narrow` leaves the number of the upper triangle free. */
const TAG = { width: 40, narrow: 30, height: 22, largest: 16 };

/** How wide the tags of a picture are. */
export function tagWidth({ pairNumbers }: Scene): number {
  return pairNumbers ? TAG.narrow : TAG.width;
}

/** Draws the plate of a tag. */
export function drawTag(node: SVGElement, scene: Scene, cell: number, { fill }: Paint): void {
  place(node, scene, cell);
  const width = tagWidth(scene);
  node.setAttribute("x", String(CELL - width));
  node.setAttribute("width", String(width));
  node.setAttribute("height", String(TAG.height));
  node.setAttribute("fill", fill);
}

/** Writes on it. */
export function writeTag(node: SVGElement, scene: Scene, cell: number, text: string, paint: Paint): void {
  write(node, scene, cell, text, CELL - tagWidth(scene) / 2, TAG.height / 2, tagTextSize(scene, text));
  node.setAttribute("fill", paint.text);
}

/** The font size of a tag's text, in drawing units. */
export function tagTextSize(scene: Scene, text: string): number {
  return Math.min(TAG.largest, (tagWidth(scene) - 4) / (0.6 * text.length));
}
