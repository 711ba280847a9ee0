import { setAttribute } from "./attribute";
import type { Scene } from "./scene";
import { CELL } from "./viewport";

/** Corner of an item's cell, in drawing units. */
export function corner(scene: Scene, cell: number): [x: number, y: number] {
  const { columns } = scene.map;
  return [(cell % columns) * CELL, Math.floor(cell / columns) * CELL];
}

/** Moves a node drawn around the origin to its cell. */
export function place(node: SVGElement, scene: Scene, cell: number): void {
  node.setAttribute("transform", `translate(${corner(scene, cell)})`);
}

/** Writes a text centred on a point of a cell. */
export function write(
  node: SVGElement,
  scene: Scene,
  cell: number,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  const [x0, y0] = corner(scene, cell);
  if (node.firstChild instanceof Text) node.firstChild.data = text;
  else node.textContent = text;
  setAttribute(node, "x", x0 + x);
  // The middle of digits lies 0.36 em above the baseline; `dominant-baseline` is not drawn alike everywhere.
  setAttribute(node, "y", y0 + y + 0.36 * size);
  setAttribute(node, "font-size", size);
}
