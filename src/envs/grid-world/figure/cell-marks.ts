import { formatNumber, formatSigned } from "../../../plots/number";
import type { Mark } from "./cell-layer";
import { ACTIONS } from "./map";
import { corner, place, write } from "./place";
import { arrowStyle, cellPaint, type Scene } from "./scene";
import { arrowPath } from "./shapes";
import { fitText, sizeOf, textOf } from "./text-fit";
import { CELL } from "./viewport";

/** Walls, terminals and the heat map. */
export const backgrounds: Mark = {
  className: "cells",
  tag: "rect",
  key: (scene, cell) => cellPaint(scene, cell).fill,
  draw(node, scene, cell) {
    const [x, y] = corner(scene, cell);
    node.setAttribute("x", String(x));
    node.setAttribute("y", String(y));
    node.setAttribute("width", String(CELL));
    node.setAttribute("height", String(CELL));
    node.setAttribute("fill", cellPaint(scene, cell).fill);
  },
};

/** A second border inside terminals, which tells them without colour. */
export const terminals: Mark = {
  className: "terminals",
  tag: "rect",
  key: ({ map }, cell) => (map.kinds[cell] === "terminal" || map.kinds[cell] === "exit" ? 1 : null),
  draw(node, scene, cell) {
    const [x, y] = corner(scene, cell);
    const inset = scene.detail === "small" ? 10 : 6;
    node.setAttribute("x", String(x + inset));
    node.setAttribute("y", String(y + inset));
    node.setAttribute("width", String(CELL - 2 * inset));
    node.setAttribute("height", String(CELL - 2 * inset));
  },
};

/** The policy. */
export const arrows: Mark = {
  className: "arrows",
  tag: "path",
  key(scene, cell) {
    if (!scene.view || scene.map.kinds[cell] !== "floor") return null;
    let key = 0;
    for (let a = 0; a < ACTIONS; a++) {
      const p = scene.view.policy[cell * ACTIONS + a];
      key = key * 64 + (p >= 0.01 ? 1 + Math.round(p * 40) : 0);
    }
    return key === 0 ? null : `${arrowStyle(scene)}${key}${arrowColour(scene, cell)}`;
  },
  draw(node, scene, cell) {
    if (!scene.view) return;
    place(node, scene, cell);
    const p = Array.from(scene.view.policy.subarray(cell * ACTIONS, (cell + 1) * ACTIONS));
    node.setAttribute("d", arrowPath(p, arrowStyle(scene)));
    node.setAttribute("fill", arrowColour(scene, cell));
  },
};

function arrowColour(scene: Scene, cell: number): string {
  return cellPaint(scene, cell).text;
}

/** The number or the label in the middle of a cell. */
export const centres: Mark = {
  className: "numbers",
  tag: "text",
  key(scene, cell) {
    const content = centreOf(scene, cell);
    return content && `${content.text}|${content.size}|${content.colour}`;
  },
  draw(node, scene, cell) {
    const content = centreOf(scene, cell);
    if (!content) return;
    write(node, scene, cell, content.text, CELL / 2, CELL / 2, content.size);
    node.setAttribute("fill", content.colour);
    node.setAttribute("class", "strong");
  },
};

/** What is written in the middle of a cell, and how large. */
export function centreOf(scene: Scene, cell: number): { text: string; size: number; colour: string } | null {
  const { map, view, cellNumbers, detail, layers } = scene;
  const kind = map.kinds[cell];
  const colour = isAgent(scene, cell) ? scene.theme.agent.text : cellPaint(scene, cell).text;
  if (kind === "wall") return null;
  if (kind === "terminal" || kind === "restart" || (kind === "exit" && scene.fill === "plain")) {
    const reward = layers.has("rewards") ? map.extras[cell]?.reward : undefined;
    if (detail === "small" || (kind === "restart" && reward === undefined)) return null;
    const text = reward === undefined ? "T" : formatSigned(reward);
    return { text, size: fitText(text.length, { width: 80, largest: 34 }), colour };
  }
  const style = kind === "exit" ? (cellNumbers ?? scene.pairNumbers) : cellNumbers;
  if (view && style) {
    const text = scene.fill === "visits" ? formatNumber(scene.visits[cell]) : textOf(view.V[cell], style);
    // Among triangles, the lone number of an exit may be as large as a cell allows.
    const size = cellNumbers ? sizeOf(text, style) : fitText(text.length, { width: 60, largest: 24 });
    return { text, size, colour };
  }
  return null;
}

function isAgent(scene: Scene, cell: number): boolean {
  return scene.layers.has("agent") && scene.view?.agent === cell;
}
