import { select } from "d3";

/** A piece of text in a drawing; `kind` holds classes of plot.css. */
export interface Label {
  x: number;
  y: number;
  text: string;
  kind: string;
  /** Reads upwards. */
  upright?: boolean;
}

/** A shape in a drawing: its classes and its path; `fill` where the colour is computed. */
export interface Shape {
  kind: string;
  d: string;
  fill?: string;
}

/** Adds an element to a drawing. */
export function append<K extends keyof SVGElementTagNameMap>(
  parent: SVGElement,
  name: K,
  className: string,
): SVGElementTagNameMap[K] {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  node.setAttribute("class", className);
  parent.append(node);
  return node;
}

export function drawLabels(group: SVGGElement, labels: readonly Label[]): void {
  select(group)
    .selectAll<SVGTextElement, Label>("text")
    .data(labels)
    .join("text")
    .each(function draw({ x, y, text, kind, upright }) {
      setAttribute(this, "class", kind);
      setAttribute(this, "transform", `translate(${tenth(x)},${tenth(y)})${upright ? " rotate(-90)" : ""}`);
      setText(this, text);
    });
}

export function drawShapes(group: SVGGElement, shapes: readonly Shape[]): void {
  select(group)
    .selectAll<SVGPathElement, Shape>("path")
    .data(shapes)
    .join("path")
    .each(function draw({ kind, d, fill }) {
      setAttribute(this, "class", kind);
      setAttribute(this, "d", d);
      if (fill !== undefined) setAttribute(this, "fill", fill);
      else this.removeAttribute("fill");
    });
}

/** Browsers work for every write, even of the same value. */
export function setAttribute(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** A rectangle as a path. */
export function boxPath(x: number, y: number, width: number, height: number): string {
  return `M${tenth(x)},${tenth(y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}Z`;
}

export function circlePath(x: number, y: number, r: number): string {
  return `M${tenth(x - r)},${tenth(y)}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`;
}

export function diamondPath(x: number, y: number, r: number): string {
  return `M${tenth(x)},${tenth(y - r)}l${r},${r}l${-r},${r}l${-r},${-r}Z`;
}

export function tenth(x: number): number {
  return Math.round(x * 10) / 10;
}
