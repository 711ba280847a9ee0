import type { Paint } from "../../../plots/colour";
import { formatNumber } from "../../../plots/number";
import type { Mark } from "./cell-layer";
import { place } from "./place";
import type { Scene } from "./scene";
import { drawTag, tagTextSize, tagWidth, writeTag } from "./tag";
import { CELL } from "./viewport";

/** Smallest text of a tag, in CSS pixels. */
const READABLE_PX = 9;
/** Side of the square that stands for a tag on small cells, in drawing units. */
const DOT = 40;

/** A tag on each cell whose state waits in the queue, brighter the higher its priority; on small cells a square. */
export const queueTags: Mark = {
  className: "queue",
  tag: "rect",
  key(scene, cell) {
    if (!isQueued(scene, cell)) return null;
    return scene.detail === "small" ? "dot" : `${tagWidth(scene)}|${shade(scene, cell)}`;
  },
  draw(node, scene, cell) {
    if (scene.detail !== "small") {
      drawTag(node, scene, cell, paintOf(scene, cell));
      return;
    }
    place(node, scene, cell);
    node.setAttribute("class", "dot");
    for (const name of ["x", "y"]) node.setAttribute(name, String((CELL - DOT) / 2));
    for (const name of ["width", "height"]) node.setAttribute(name, String(DOT));
  },
};

/** The priorities on the tags. */
export const queueNumbers: Mark = {
  className: "numbers",
  tag: "text",
  key(scene, cell) {
    if (!isQueued(scene, cell) || scene.detail === "small") return null;
    const text = priorityText(scene, cell);
    const readable = (tagTextSize(scene, text) * scene.cellPx) / 100 >= READABLE_PX;
    return readable ? `${text}|${tagWidth(scene)}|${shade(scene, cell)}` : null;
  },
  draw: (node, scene, cell) => writeTag(node, scene, cell, priorityText(scene, cell), paintOf(scene, cell)),
};

/** Whether a cell's state waits to be backed up, and the layer is on. */
export function isQueued({ priorities }: Scene, cell: number): boolean {
  return priorities[cell] > 0;
}

/** The priority in two digits. */
export function priorityText({ priorities }: Scene, cell: number): string {
  return formatNumber(Number(priorities[cell].toPrecision(2)));
}

function paintOf(scene: Scene, cell: number): Paint {
  return scene.theme.counts[shade(scene, cell)];
}

/** Index of a priority's colour: in proportion to the highest, which is the next to be backed up. */
function shade({ priorities, highestPriority, theme }: Scene, cell: number): number {
  return Math.round((priorities[cell] / highestPriority) * (theme.counts.length - 1));
}
