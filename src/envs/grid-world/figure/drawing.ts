import { select } from "d3";
import { steadyExtent } from "../../../plots/colour";
import { drawAgent, drawTrail } from "./agent";
import { setAttribute } from "./attribute";
import { CellLayer, type Mark } from "./cell-layer";
import { arrows, backgrounds, centres, terminals } from "./cell-marks";
import { restarts, starts, visitNumbers, visitTags } from "./corner-marks";
import { blocks, flow, isFlow } from "./flow";
import { drawJumps, drawOutcomes, drawOutlines } from "./highlight";
import { drawLegend, LEGEND_HEIGHT } from "./legend";
import { addHatching, gridLines, negativeRuns } from "./lines";
import { ACTIONS, type GridMap } from "./map";
import type { GridFigureModel } from "./model";
import { bestHeads, pairNumbers, traces, triangles } from "./pair-marks";
import { queueNumbers, queueSquares, queueTags } from "./queue-marks";
import { Raster } from "./raster";
import { rewardNumbers, rewardPlates, rewardSigns } from "./reward-marks";
import { makeScene, type Scene } from "./scene";
import type { FigureTheme } from "./theme";
import {
  CELL,
  cellsIn,
  compose,
  detailOf,
  fitTransform,
  visibleCells,
  type Size,
  type Transform,
} from "./viewport";
import { drawWind, WIND_STRIP } from "./wind";

const SVG = "http://www.w3.org/2000/svg";
/** Free space around the grid, half of it beside other pictures, and height of the title, in CSS pixels. */
const MARGIN = 8;
const TITLE_HEIGHT = 34;

/** The SVG drawing and the raster under it. */
export class Drawing {
  readonly svg = document.createElementNS(SVG, "svg");
  size: Size = { width: 0, height: 0 };
  scene: Scene | null = null;
  /** The transform that shows the whole grid, and the one in use. */
  fitted: Transform = { k: 1, x: 0, y: 0 };
  view: Transform = { k: 1, x: 0, y: 0 };
  private knownTheme: FigureTheme | null = null;
  private readonly raster = new Raster();
  private readonly world = document.createElementNS(SVG, "g");
  private readonly groups: ReturnType<typeof makeGroups>;
  private extent = 0;
  private drawnDetail = "";

  constructor(root: HTMLElement) {
    this.svg.setAttribute("class", "grid-figure-drawing");
    this.svg.setAttribute("aria-hidden", "true");
    this.raster.hide();
    root.append(this.raster.canvas, this.svg);
    const hatching = addHatching(this.svg);
    this.svg.append(this.world);
    this.groups = makeGroups(this.world, this.svg);
    this.groups.hatch.setAttribute("fill", hatching);
    const { width, height } = root.getBoundingClientRect();
    this.size = { width, height };
  }

  set theme(theme: FigureTheme) {
    this.knownTheme = theme;
  }

  /** The canvas, where it shows. */
  get visibleRaster(): HTMLCanvasElement | null {
    return this.raster.canvas.hidden ? null : this.raster.canvas;
  }

  /** From a point of the page to one of the drawing. */
  fromPage(clientX: number, clientY: number): [x: number, y: number] {
    const { left, top } = this.svg.getBoundingClientRect();
    return [(clientX - left - this.view.x) / this.view.k, (clientY - top - this.view.y) / this.view.k];
  }

  /** Forgets all cells, when they are elsewhere or drawn in another way. */
  clear(): void {
    for (const layer of Object.values(this.groups.cells)) layer.clear();
  }

  draw(model: GridFigureModel, map: GridMap, camera: Transform): void {
    const theme = this.knownTheme;
    if (!theme || this.size.width < 2 || this.size.height < 2) return;
    this.fitted = this.fit(model, map);
    this.view = compose(camera, this.fitted);
    const cellPx = CELL * this.view.k;
    const detail = detailOf(cellPx);
    // Some marks depend on the size of the cells itself, which zooming changes.
    const size = detail === "small" ? `${detail}${Math.round(cellPx)}` : detail;
    if (size !== this.drawnDetail) this.clear();
    this.drawnDetail = size;
    const scene = makeScene(
      map,
      theme,
      model.view,
      model.layers,
      detail,
      cellPx,
      (largest) => {
        this.extent = steadyExtent(this.extent, largest);
        return this.extent;
      },
      model.valueName,
    );
    this.scene = scene;
    const { k, x, y } = this.view;
    setAttribute(this.world, "transform", `translate(${x},${y}) scale(${k})`);
    this.drawCells(scene);
    this.drawRest(scene, model);
  }

  private fit(model: GridFigureModel, map: GridMap): Transform {
    const content = { width: map.columns * CELL, height: heightOf(map, model.layers) };
    const margin = model.title
      ? { top: TITLE_HEIGHT, bottom: MARGIN / 2, side: MARGIN / 2 }
      : { top: MARGIN, bottom: MARGIN, side: MARGIN };
    const fitted = fitTransform(content, this.size, margin);
    if (detailOf(CELL * fitted.k) !== "small" || !model.view) return fitted;
    return fitTransform(content, this.size, { ...margin, bottom: LEGEND_HEIGHT });
  }

  private drawCells(scene: Scene): void {
    const { cells: layers } = this.groups;
    const visible = cellsIn(
      visibleCells(this.view, this.size, scene.map.rows, scene.map.columns),
      scene.map.columns,
    );
    const small = scene.detail === "small";
    if (small) this.raster.draw(scene, this.view);
    else this.raster.hide();
    const triangular = scene.fill === "q" && !small;
    const traced = scene.layers.has("traces") && scene.view?.traces !== undefined;
    const pairs =
      triangular || traced
        ? visible.flatMap((cell) => [0, 1, 2, 3].map((action) => cell * ACTIONS + action))
        : [];
    layers.backgrounds.update(scene, small ? [] : visible);
    layers.triangles.update(scene, triangular ? pairs : []);
    layers.best.update(scene, triangular ? pairs : []);
    layers.terminals.update(scene, visible);
    layers.tags.update(scene, visible);
    layers.queue.update(scene, visible);
    layers.traces.update(scene, traced ? pairs : []);
    const arrowed = scene.layers.has("arrows");
    layers.arrows.update(scene, arrowed && !isFlow(scene) ? visible : []);
    layers.flow.update(scene, arrowed && isFlow(scene) ? blocks(scene) : []);
    layers.pairNumbers.update(scene, scene.pairNumbers ? pairs : []);
    layers.centres.update(scene, small ? [] : visible);
    layers.rewardPlates.update(scene, visible);
    layers.rewardNumbers.update(scene, visible);
    layers.rewardSigns.update(scene, visible);
    layers.starts.update(scene, visible);
    layers.restarts.update(scene, visible);
    layers.tagNumbers.update(scene, visible);
    layers.queueNumbers.update(scene, visible);
  }

  private drawRest(scene: Scene, model: GridFigureModel): void {
    const { groups } = this;
    const { map } = scene;
    const { rows, columns } = map;
    const lines = scene.detail === "small" ? "" : gridLines(rows, columns);
    setAttribute(groups.lines, "d", lines);
    setAttribute(groups.frame, "d", `M0,0H${columns * CELL}V${rows * CELL}H0Z`);
    setAttribute(groups.hatch, "d", scene.detail === "small" ? negativeRuns(scene) : "");
    setAttribute(groups.squares, "d", queueSquares(scene));
    drawTrail(groups.trail, scene);
    drawAgent(groups.agent, scene);
    drawJumps(groups.jumps, scene);
    drawWind(groups.wind, scene);
    drawOutlines(groups.outlines, scene, model);
    drawOutcomes(groups.outcomes, scene, model);
    const bottom = this.view.y + this.view.k * heightOf(map, model.layers);
    drawLegend(groups.legend, scene, this.size, bottom, model.title !== undefined);
    select(groups.title)
      .attr("x", this.size.width / 2)
      .attr("y", 24)
      .text(model.title ?? "");
  }
}

/** Height of the grid with the strip of wind under it, in drawing units. */
function heightOf({ rows, wind }: GridMap, layers: Scene["layers"]): number {
  return rows * CELL + (layers.has("wind") && wind.length > 0 ? WIND_STRIP : 0);
}

/** The layers, bottom to top. */
function makeGroups(world: SVGGElement, svg: SVGSVGElement) {
  const group = <K extends "g" | "path" | "text">(parent: SVGElement, tag: K, className: string) => {
    const element = document.createElementNS(SVG, tag);
    element.setAttribute("class", className);
    parent.append(element);
    return element;
  };
  const cells = (mark: Mark) => new CellLayer(world, mark);
  const [background, triangle] = [cells(backgrounds), cells(triangles)];
  const hatch = group(world, "path", "hatch");
  const lines = group(world, "path", "lines");
  const [best, terminal, tag] = [cells(bestHeads), cells(terminals), cells(visitTags)];
  const queue = cells(queueTags);
  const squares = group(world, "path", "queue");
  const trail = group(world, "g", "trail");
  const trace = cells(traces);
  const agent = group(world, "g", "agent");
  const frame = group(world, "path", "frame");
  const layers = {
    backgrounds: background,
    triangles: triangle,
    best,
    terminals: terminal,
    tags: tag,
    queue,
    traces: trace,
    arrows: cells(arrows),
    flow: cells(flow),
    pairNumbers: cells(pairNumbers),
    centres: cells(centres),
    rewardPlates: cells(rewardPlates),
    rewardNumbers: cells(rewardNumbers),
    rewardSigns: cells(rewardSigns),
    starts: cells(starts),
    restarts: cells(restarts),
    tagNumbers: cells(visitNumbers),
    queueNumbers: cells(queueNumbers),
  };
  return {
    cells: layers,
    hatch,
    lines,
    squares,
    trail,
    agent,
    frame,
    jumps: group(world, "g", "jumps"),
    wind: group(world, "g", "wind"),
    outlines: group(world, "g", "outlines"),
    outcomes: group(world, "g", "outcomes"),
    legend: group(svg, "g", "legend"),
    title: group(svg, "text", "title"),
  };
}
