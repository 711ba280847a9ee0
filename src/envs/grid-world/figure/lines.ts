import { select } from "d3";
import { hasValue } from "./map";
import type { Scene } from "./scene";
import { CELL } from "./viewport";

/** Several figures share a page and its ids. */
let hatchings = 0;

/** Adds the hatching of negative values; returns the fill that refers to it. */
export function addHatching(svg: SVGSVGElement): string {
  const id = `grid-figure-hatch-${++hatchings}`;
  select(svg)
    .append("defs")
    .append("pattern")
    .attr("id", id)
    .attr("width", 50)
    .attr("height", 50)
    .attr("patternUnits", "userSpaceOnUse")
    .append("path")
    .attr("class", "hatch-line")
    .attr("d", "M0,50L50,0");
  return `url(#${id})`;
}

/** Lines between the cells. */
export function gridLines(rows: number, columns: number): string {
  let path = "";
  for (let row = 1; row < rows; row++) path += `M0,${row * CELL}h${columns * CELL}`;
  for (let column = 1; column < columns; column++) path += `M${column * CELL},0v${rows * CELL}`;
  return path;
}

/** Where values are negative on a map that has both signs, as runs of cells along the rows. */
export function negativeRuns({ map, view, fill }: Scene): string {
  if (!view || (fill !== "values" && fill !== "q") || !view.V.some((value) => value > 0)) return "";
  let path = "";
  for (let row = 0; row < map.rows; row++) {
    let from = -1;
    for (let column = 0; column <= map.columns; column++) {
      const cell = row * map.columns + column;
      const negative = column < map.columns && hasValue(map.kinds[cell]) && view.V[cell] < 0;
      if (negative && from < 0) from = column;
      if (!negative && from >= 0) {
        path += `M${from * CELL},${row * CELL}h${(column - from) * CELL}v${CELL}h${(from - column) * CELL}Z`;
        from = -1;
      }
    }
  }
  return path;
}
