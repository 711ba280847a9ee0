import { select } from "d3";
import { formatNumber, formatSigned } from "../../../plots/number";
import { jumpLink, outcomeLink, type Link } from "./links";
import type { GridFigureModel, Place } from "./model";
import type { Scene } from "./scene";
import { arrowPath, trianglePath } from "./shapes";
import { CELL } from "./viewport";

/** Smallest font of a label on an arrow, in CSS pixels, and its usual size in drawing units. */
const LABEL = { smallestPx: 12, size: 17 };

interface Labelled extends Link {
  lines: readonly string[];
}

/** Jumps of the map: bows with what they pay. */
export function drawJumps(group: SVGGElement, scene: Scene): void {
  const { map, layers } = scene;
  drawLinks(
    group,
    map.jumps.map(({ from, to, reward }) => ({
      ...jumpLink(from, to, map.columns),
      lines: layers.has("rewards") ? [formatSigned(reward)] : [],
    })),
    scene,
  );
}

/** Outlines of what is lit and selected. */
export function drawOutlines(group: SVGGElement, scene: Scene, model: GridFigureModel): void {
  const outlines = [
    ...model.lit.map((place) => ({ place, role: "lit" })),
    ...(model.selected ? [{ place: model.selected, role: "selected" }] : []),
  ];
  select(group)
    .selectAll<SVGGElement, (typeof outlines)[number]>("g")
    .data(outlines)
    .join((enter) => {
      const outline = enter.append("g");
      for (const name of ["halo", "line", "side"]) outline.append("path").attr("class", name);
      return outline;
    })
    .attr("class", ({ role }) => role)
    .attr("transform", ({ place }) => cornerOf(place.state, scene))
    .selectAll<SVGPathElement, string>("path")
    .data(({ place }) => [outlinePath(place, scene), outlinePath(place, scene), sidePath(place, scene)])
    .attr("d", (path) => path);
}

/** Arrows to the outcomes of the selected pair, or to what is lit, with their probabilities. */
export function drawOutcomes(group: SVGGElement, scene: Scene, model: GridFigureModel): void {
  drawLinks(group, outcomeLinks(model, scene.map.columns, labelSize(scene)), scene);
}

/** The arrows of a model; outcomes with the same arrow are stacked so that no label hides another. */
export function outcomeLinks(model: GridFigureModel, columns: number, size: number): Labelled[] {
  const { outcomes, selected, lit } = model;
  const links =
    outcomes && selected
      ? outcomes.map(({ next, probability, reward }) => ({
          from: selected.state,
          to: next,
          lines: [formatNumber(probability), `r ${formatSigned(reward)}`],
        }))
      : lit.flatMap(({ state, probability, from }) =>
          from === undefined
            ? []
            : [{ from, to: state, lines: probability === undefined ? [] : [formatNumber(probability)] }],
        );
  const seen = new Map<string, number>();
  return links.map(({ from, to, lines }) => {
    const plate = { width: plateWidth(lines, size), height: plateHeight(lines, size) };
    const link = outcomeLink(from, to, columns, plate);
    const before = seen.get(link.path) ?? 0;
    seen.set(link.path, before + 1);
    const [x, y] = link.label;
    return { ...link, label: [x, y - before * plate.height], lines };
  });
}

function drawLinks(group: SVGGElement, links: readonly Labelled[], scene: Scene): void {
  const size = labelSize(scene);
  // Labels over cells smaller than themselves would hide what they speak of.
  const linesOf = ({ lines }: Labelled) => (scene.detail === "small" ? [] : lines);
  // All arrows first: none may cross a label.
  const arrows = part(group, "arrows")
    .selectAll<SVGGElement, Labelled>("g")
    .data(links)
    .join((enter) => {
      const arrow = enter.append("g");
      for (const name of ["halo", "line", "head"]) arrow.append("path").attr("class", name);
      return arrow;
    });
  arrows.select(".halo").attr("d", (link) => link.path);
  arrows.select(".line").attr("d", (link) => link.path);
  arrows.select(".head").attr("d", (link) => link.head);
  const labels = part(group, "labels")
    .selectAll<SVGGElement, Labelled>("g")
    .data(links)
    .join((enter) => {
      const label = enter.append("g");
      label.append("rect").attr("class", "plate");
      return label;
    })
    .attr("transform", ({ label }) => `translate(${label})`);
  labels
    .select("rect")
    .attr("x", (link) => -plateWidth(linesOf(link), size) / 2)
    .attr("y", (link) => -plateHeight(linesOf(link), size) / 2)
    .attr("width", (link) => plateWidth(linesOf(link), size))
    .attr("height", (link) => plateHeight(linesOf(link), size))
    .attr("rx", 0.3 * size);
  labels
    .selectAll<SVGTextElement, string>("text")
    .data((link) => linesOf(link).map((text, i, { length }) => ({ text, down: i - (length - 1) / 2 })))
    .join("text")
    .attr("class", ({ down }) => (down > 0 ? "numbers" : "numbers strong"))
    .attr("y", ({ down }) => (0.36 + 1.2 * down) * size)
    .attr("font-size", size)
    .text(({ text }) => text);
}

/** The part of a group with this class, made when first asked for. */
function part(group: SVGGElement, className: string) {
  return select(group)
    .selectAll<SVGGElement, null>(`.${className}`)
    .data([null])
    .join("g")
    .attr("class", className);
}

function labelSize({ cellPx }: Scene): number {
  return Math.max(LABEL.size, (LABEL.smallestPx * CELL) / cellPx);
}

function plateWidth(lines: readonly string[], size: number): number {
  return lines.length === 0 ? 0 : (0.6 * Math.max(...lines.map((line) => line.length)) + 0.7) * size;
}

function plateHeight(lines: readonly string[], size: number): number {
  return lines.length === 0 ? 0 : (0.15 + 1.2 * lines.length) * size;
}

function cornerOf(state: number, { map }: Scene): string {
  return `translate(${(state % map.columns) * CELL},${Math.floor(state / map.columns) * CELL})`;
}

/** The outline of a triangle, or of a cell. */
function outlinePath({ action }: Place, { fill }: Scene): string {
  if (action !== undefined && fill === "q") return trianglePath(action, 3);
  const inset = 3;
  const side = CELL - 2 * inset;
  return `M${inset},${inset}h${side}v${side}h${-side}Z`;
}

/** Where there are no triangles, a head at the action's side of the cell. */
function sidePath({ action }: Place, { fill }: Scene): string {
  if (action === undefined || fill === "q") return "";
  const only = [0, 0, 0, 0];
  only[action] = 1;
  return arrowPath(only, "edge");
}
