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
  set(node, "x", x0 + x);
  // The middle of digits lies 0.36 em above the baseline; `dominant-baseline` is not drawn alike everywhere.
  set(node, "y", y0 + y + 0.36 * size);
  set(node, "font-size", size);
}

/** Sets an attribute, but only to something new: browsers lay out again for every write. */
function set(node: SVGElement, name: string, value: number): void {
  const text = String(Math.round(value * 10) / 10);
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}
