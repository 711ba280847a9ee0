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
  node.textContent = text;
  node.setAttribute("x", String(x0 + x));
  // The middle of digits lies 0.36 em above the baseline; `dominant-baseline` is not drawn alike everywhere.
  node.setAttribute("y", String(y0 + y + 0.36 * size));
  node.setAttribute("font-size", String(Math.round(size * 10) / 10));
}
