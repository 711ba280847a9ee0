import { countIndex, type Paint } from "../../../plots/colour";
import { formatNumber } from "../../../plots/number";
import type { Mark } from "./cell-layer";
import { place, write } from "./place";
import { cellPaint, type Scene } from "./scene";
import { drawTag, tagWidth, writeTag } from "./tag";
import { CELL } from "./viewport";

/** S on the start: large in an empty cell, larger than its cell on a large map, else in the bottom left corner. */
export const starts: Mark = {
  className: "numbers",
  tag: "text",
  key: (scene, cell) =>
    cell === scene.map.start ? `${startPlace(scene).join()}${cellPaint(scene, cell).text}` : null,
  draw(node, scene, cell) {
    const [x, y, size] = startPlace(scene);
    write(node, scene, cell, "S", x, y, size);
    node.setAttribute("fill", cellPaint(scene, cell).text);
    node.setAttribute("class", scene.detail === "small" ? "beacon" : "strong");
  },
};

function startPlace({ detail, fill, layers, cellPx }: Scene): [x: number, y: number, size: number] {
  if (detail === "small") return [CELL / 2, CELL / 2, Math.max(92, 1600 / cellPx)];
  if (fill === "plain" && !layers.has("arrows") && !layers.has("agent")) return [CELL / 2, CELL / 2, 36];
  return [14, CELL - 15, Math.max(20, Math.min(28, 1800 / cellPx))];
}

/** A turning arrow on cells that put the agent back on the start. */
export const restarts: Mark = {
  className: "restarts",
  tag: "path",
  key: ({ map, detail }, cell) => (map.kinds[cell] === "restart" && detail !== "small" ? detail : null),
  draw(node, scene, cell) {
    place(node, scene, cell);
    // Three quarters of a circle around (50, 80), open at the top right, with an arrow head.
    node.setAttribute("d", "M55.5,72.5A9,9 0 1 1 44.5,72.5M36.5,73L45.5,71.5L47,80");
  },
};

/** Visit counts beside values: a tag in the top right corner, in the colour of the count. */
export const visitTags: Mark = {
  className: "tags",
  tag: "rect",
  key: (scene, cell) =>
    hasTag(scene, cell) ? `${tagWidth(scene)}|${countIndex(scene.visits[cell], scene.mostVisits)}` : null,
  draw(node, scene, cell) {
    drawTag(node, scene, cell, countPaint(scene, cell));
  },
};

/** The numbers of the tags. */
export const visitNumbers: Mark = {
  className: "numbers",
  tag: "text",
  key: (scene, cell) =>
    hasTag(scene, cell) && scene.cellPx >= 72 ? `${tagWidth(scene)}|${scene.visits[cell]}` : null,
  draw: (node, scene, cell) =>
    writeTag(node, scene, cell, formatNumber(scene.visits[cell]), countPaint(scene, cell)),
};

function countPaint({ theme, visits, mostVisits }: Scene, cell: number): Paint {
  return theme.counts[countIndex(visits[cell], mostVisits)];
}

function hasTag({ map, fill, visits, detail }: Scene, cell: number): boolean {
  return fill !== "visits" && detail !== "small" && map.kinds[cell] === "floor" && visits[cell] > 0;
}
