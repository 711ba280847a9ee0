import type { Mark } from "./cell-layer";
import { ACTIONS } from "./map";
import { place, write } from "./place";
import { arrowStyle, isBest, pairPaint, type Scene } from "./scene";
import { sizeOf, textOf } from "./text-fit";
import { arrowPath, edgeBarPath, triangleCentre, trianglePath } from "./shapes";

const cellOf = (pair: number) => Math.floor(pair / ACTIONS);

/** Q(s, a) in four triangles. */
export const triangles: Mark = {
  className: "triangles",
  tag: "path",
  key: (scene, pair) => (hasTriangles(scene, pair) ? pairPaint(scene, pair).fill : null),
  draw(node, scene, pair) {
    place(node, scene, cellOf(pair));
    node.setAttribute("d", trianglePath(pair % ACTIONS));
    node.setAttribute("fill", pairPaint(scene, pair).fill);
  },
};

/** A head at the edge of the best triangles, as the policy has; where the policy is drawn it stands for itself. */
export const bestHeads: Mark = {
  className: "best",
  tag: "path",
  key(scene, pair) {
    if (!hasTriangles(scene, pair) || !scene.view || scene.layers.has("arrows")) return null;
    const { Q } = scene.view;
    if (!standsOut(Q, pair)) return null;
    return `${arrowStyle(scene)}${pairPaint(scene, pair).text}`;
  },
  draw(node, scene, pair) {
    place(node, scene, cellOf(pair));
    const only = [0, 0, 0, 0];
    only[pair % ACTIONS] = 0.7;
    node.setAttribute("d", arrowPath(only, arrowStyle(scene)));
    node.setAttribute("fill", pairPaint(scene, pair).text);
  },
};

/** The numbers of the triangles; the best ones bold. */
export const pairNumbers: Mark = {
  className: "numbers",
  tag: "text",
  key(scene, pair) {
    const { pairNumbers: style, view } = scene;
    if (!style || !view || !hasTriangles(scene, pair)) return null;
    const best = standsOut(view.Q, pair) ? "+" : "";
    return `${textOf(view.Q[pair], style)}${best}${pairPaint(scene, pair).text}${style.size}`;
  },
  draw(node, scene, pair) {
    const { pairNumbers: style, view } = scene;
    if (!style || !view) return;
    const [x, y] = triangleCentre(pair % ACTIONS);
    const text = textOf(view.Q[pair], style);
    write(node, scene, cellOf(pair), text, x, y, sizeOf(text, style));
    node.setAttribute("fill", pairPaint(scene, pair).text);
    node.setAttribute("class", standsOut(view.Q, pair) ? "strong" : "");
  },
};

/** One bar per move along the cell's edge: its eligibility trace. */
export const traces: Mark = {
  className: "traces",
  tag: "path",
  key(scene, pair) {
    const trace = scene.layers.has("traces") ? (scene.view?.traces?.[pair] ?? 0) : 0;
    return trace > 0.01 ? Math.round(Math.min(1, trace) * 30) : null;
  },
  draw(node, scene, pair) {
    place(node, scene, cellOf(pair));
    node.setAttribute("d", edgeBarPath(pair % ACTIONS, Math.min(1, scene.view?.traces?.[pair] ?? 0)));
  },
};

function hasTriangles(scene: Scene, pair: number): boolean {
  return scene.fill === "q" && scene.map.kinds[cellOf(pair)] === "floor";
}

/** Whether an action is among the best of its cell while another is not. */
function standsOut(Q: ArrayLike<number>, pair: number): boolean {
  const first = pair - (pair % ACTIONS);
  return isBest(Q, pair) && [0, 1, 2, 3].some((a) => !isBest(Q, first + a));
}
