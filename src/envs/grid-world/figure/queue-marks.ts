import type { Paint } from "../../../plots/colour";
import { formatNumber } from "../../../plots/number";
import type { Mark } from "./cell-layer";
import { corner } from "./place";
import type { Scene } from "./scene";
import { drawTag, tagTextSize, tagWidth, writeTag } from "./tag";
import { CELL } from "./viewport";

/** Smallest text of a tag, in CSS pixels. */
const READABLE_PX = 9;
/** Side of the square that stands for a tag on small cells, in drawing units. */
const SQUARE = 32;

/** A tag on each cell whose state waits in the queue, brighter the higher its priority. */
export const queueTags: Mark = {
  className: "tags",
  tag: "rect",
  key(scene, cell) {
    if (!isQueued(scene, cell) || scene.detail === "small") return null;
    return `${tagWidth(scene)}|${shade(scene, cell)}`;
  },
  draw: (node, scene, cell) => drawTag(node, scene, cell, paintOf(scene, cell)),
};

/** The priorities on the tags. */
export const queueNumbers: Mark = {
  className: "numbers",
  tag: "text",
  key(scene, cell) {
    const text = tagText(scene, cell);
    return text ? `${text}|${tagWidth(scene)}|${shade(scene, cell)}` : null;
  },
  draw: (node, scene, cell) => writeTag(node, scene, cell, tagText(scene, cell) ?? "", paintOf(scene, cell)),
};

/** On cells too small for tags a square on each that waits, as one path: thousands of shapes would be slow. */
export function queueSquares(scene: Scene): string {
  if (scene.detail !== "small") return "";
  let path = "";
  for (let cell = 0; cell < scene.priorities.length; cell++) {
    if (!isQueued(scene, cell)) continue;
    const [x, y] = corner(scene, cell);
    path += `M${x + (CELL - SQUARE) / 2},${y + (CELL - SQUARE) / 2}h${SQUARE}v${SQUARE}h${-SQUARE}z`;
  }
  return path;
}

/** Whether a cell's state waits to be backed up, and the layer is on. */
export function isQueued({ priorities }: Scene, cell: number): boolean {
  return priorities[cell] > 0;
}

/** The priority in so many digits. */
export function priorityText({ priorities }: Scene, cell: number, digits = 2): string {
  return formatNumber(Number(priorities[cell].toPrecision(digits)));
}

/** What is written on a tag: the priority in two digits, or in one where two could not be read. */
function tagText(scene: Scene, cell: number): string | undefined {
  if (!isQueued(scene, cell) || scene.detail === "small") return undefined;
  const readable = (text: string) => (tagTextSize(scene, text) * scene.cellPx) / 100 >= READABLE_PX;
  return [2, 1].map((digits) => priorityText(scene, cell, digits)).find(readable);
}

function paintOf(scene: Scene, cell: number): Paint {
  return scene.theme.counts[shade(scene, cell)];
}

/** Index of a priority's colour: in proportion to the highest, which is the next to be backed up. */
function shade({ priorities, highestPriority, theme }: Scene, cell: number): number {
  return Math.round((priorities[cell] / highestPriority) * (theme.counts.length - 1));
}
