import { select } from "d3";
import { formatNumber, formatSigned } from "../../../plots/number";
import { jumpLink, outcomeLink, type Link } from "./links";
import type { GridFigureModel, Place } from "./model";
import type { Scene } from "./scene";
import { trianglePath } from "./shapes";
import { CELL } from "./viewport";

/** Smallest font of a label on an arrow, in CSS pixels, and its usual size in drawing units. */
const LABEL = { smallestPx: 12, size: 17 };

interface Labelled extends Link {
  text: string;
}

/** Jumps of the map: bows with what they pay. */
export function drawJumps(group: SVGGElement, scene: Scene): void {
  const { map, layers } = scene;
  drawLinks(
    group,
    map.jumps.map(({ from, to, reward }) => ({
      ...jumpLink(from, to, map.columns),
      text: layers.has("rewards") ? formatSigned(reward) : "",
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
      outline.append("path").attr("class", "halo");
      outline.append("path").attr("class", "line");
      return outline;
    })
    .attr("class", ({ role }) => role)
    .attr("transform", ({ place }) => cornerOf(place.state, scene))
    .selectAll<SVGPathElement, (typeof outlines)[number]>("path")
    .data(({ place }) => [place, place])
    .attr("d", (place) => outlinePath(place, scene));
}

/** Arrows to the outcomes of the selected pair, or to what is lit, with their probabilities. */
export function drawOutcomes(group: SVGGElement, scene: Scene, model: GridFigureModel): void {
  drawLinks(group, outcomeLinks(model, scene.map.columns), scene);
}

/** The arrows of a model; outcomes with the same arrow are stacked so that no label hides another. */
export function outcomeLinks(model: GridFigureModel, columns: number): Labelled[] {
  const { outcomes, selected, lit } = model;
  const links =
    outcomes && selected
      ? outcomes.map(({ next, probability, reward }) => ({
          from: selected.state,
          to: next,
          text: `${formatNumber(probability)} · ${formatSigned(reward)}`,
        }))
      : lit.flatMap(({ state, probability, from }) =>
          from === undefined
            ? []
            : [{ from, to: state, text: probability === undefined ? "" : formatNumber(probability) }],
        );
  const seen = new Map<string, number>();
  return links.map(({ from, to, text }) => {
    const link = outcomeLink(from, to, columns);
    const before = seen.get(link.path) ?? 0;
    seen.set(link.path, before + 1);
    const [x, y] = link.label;
    return { ...link, label: [x, y - before * 1.5 * LABEL.size] as [number, number], text };
  });
}

function drawLinks(group: SVGGElement, links: readonly Labelled[], scene: Scene): void {
  const size = Math.max(LABEL.size, (LABEL.smallestPx * CELL) / scene.cellPx);
  const drawn = select(group)
    .selectAll<SVGGElement, Labelled>("g")
    .data(links)
    .join((enter) => {
      const link = enter.append("g");
      link.append("path").attr("class", "halo");
      link.append("path").attr("class", "line");
      link.append("path").attr("class", "head");
      link.append("rect").attr("class", "plate");
      link.append("text").attr("class", "numbers strong");
      return link;
    });
  drawn.select(".halo").attr("d", (link) => link.path);
  drawn.select(".line").attr("d", (link) => link.path);
  drawn.select(".head").attr("d", (link) => link.head);
  drawn
    .select("rect")
    .attr("x", ({ label, text }) => label[0] - plateWidth(text, size) / 2)
    .attr("y", ({ label }) => label[1] - 0.66 * size)
    .attr("width", ({ text }) => plateWidth(text, size))
    .attr("height", 1.32 * size)
    .attr("rx", 0.3 * size);
  drawn
    .select("text")
    .attr("x", ({ label }) => label[0])
    .attr("y", ({ label }) => label[1] + 0.36 * size)
    .attr("font-size", size)
    .text(({ text }) => text);
}

function plateWidth(text: string, size: number): number {
  return text === "" ? 0 : (0.6 * text.length + 0.7) * size;
}

function cornerOf(state: number, { map }: Scene): string {
  return `translate(${(state % map.columns) * CELL},${Math.floor(state / map.columns) * CELL})`;
}

function outlinePath({ action }: Place, scene: Scene): string {
  if (action !== undefined && scene.fill === "q") return trianglePath(action, 3);
  const inset = 3;
  const side = CELL - 2 * inset;
  const square = `M${inset},${inset}h${side}v${side}h${-side}Z`;
  return action === undefined ? square : square + trianglePath(action, 3);
}
