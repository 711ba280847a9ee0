import type { ValueMap } from "../core/sight";
import { plots } from "../messages/plots";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";
import { labelsLeft, labelsUnder, valueAxis, widthOf } from "./plot-axis";
import { colourBar } from "./plot-colour-bar";
import { PlotFrame, type Plot } from "./plot-frame";
import { KEY_ROW } from "./plot-key";
import {
  append,
  boxPath,
  drawLabels,
  drawShapes,
  setAttribute,
  tenth,
  type Label,
  type Shape,
} from "./plot-parts";
import { CHARACTER, charactersIn, LINE, quantityName, wrapped } from "./plot-text";
import { colourDomain, type ColourDomain } from "./value-map-domain";
import { mapKey, MARKER } from "./value-map-key";
import { borderPath, cellPaths, hatchPath, type CellGrid } from "./value-map-lines";
import { paintMap } from "./value-map-paint";
import {
  describeMap,
  heldText,
  mapTable,
  titleOf,
  type MapLayer,
  type ValueMapOptions,
} from "./value-map-words";
import "./value-map.css";

export type { MapLayer, ValueMapOptions } from "./value-map-words";

/** A live map of values and policy over two numbers of the observation. */
export interface ValueMapPlot extends Plot<ValueMap> {
  /** Marks the present state, an observation; cheap enough for every frame. */
  mark(state: ArrayLike<number> | null): void;
  show(layer: MapLayer): void;
}

/** Distance of the lines of hatching, about, and wider maps have their legend beside the title. */
const HATCHING = 11;
const WIDE = 480;

/** Creates the map; it shows values first. */
export function createValueMap(host: HTMLElement, options: ValueMapOptions): ValueMapPlot {
  let map: ValueMap | null = null;
  let layer: MapLayer = "value";
  let domain: ColourDomain | null = null;
  let state: ArrayLike<number> | null = null;
  let place: ((state: ArrayLike<number>) => string) | null = null;

  const frame = new PlotFrame(host, "value-map", (size) => draw(size));
  const cells = append(frame.svg, "g", "cells");
  const overlays = append(frame.svg, "g", "overlays");
  const labels = append(frame.svg, "g", "labels");
  const marker = append(frame.svg, "path", "marker");
  setAttribute(marker, "d", `M0,0${MARKER}`);

  const draw = (size: Size) => {
    const shapes: Shape[] = [];
    const texts: Label[] = [];
    if (!map) {
      drawShapes(cells, []);
      drawShapes(overlays, []);
      drawLabels(labels, [
        { x: 8, y: 17, text: options.title, kind: "title" },
        { x: size.width / 2, y: size.height / 2, text: plots.nothing, kind: "middle" },
      ]);
      place = null;
      drawMarker();
      return;
    }
    const { side, xRange, yRange } = map;
    const paint = paintMap(map, layer, domain, frame.colours);
    const isWide = size.width >= WIDE;
    const right = size.width - 14;

    const title = titleOf(map, layer, options);
    texts.push({ x: 8, y: 17, text: title, kind: "title" });
    let y = 17;
    if (paint.bar) {
      const x = isWide ? 24 + 8 * title.length : 8;
      if (!isWide) y += LINE + 4;
      const bar = colourBar(paint.barColours, paint.bar, paint.measures, x, y, right - x);
      shapes.push(...bar.shapes);
      texts.push(...bar.labels);
    }
    for (const line of wrapped(heldText(map, options), charactersIn(right - 8))) {
      texts.push({ x: 8, y: (y += LINE + 2), text: line, kind: "" });
    }

    const top = y + 12;
    const key = mapKey(map, options, paint, right);
    const bottom = size.height - 26 - LINE - key.height;
    const keyParts = key.at(bottom + 26 + LINE + KEY_ROW / 2 - 2);
    const up = valueAxis(yRange, bottom, top, 40);
    const left = 24 + widthOf(up.ticks);
    const across = valueAxis(xRange, left, right, 72);
    const grid: CellGrid = {
      side,
      x: (i) => left + ((right - left) * i) / side,
      y: (j) => bottom - ((bottom - top) * j) / side,
    };
    const paths = cellPaths(paint.indices, grid, paint.palette.length);
    drawShapes(
      cells,
      paths.flatMap((d, i) => (d === "" ? [] : [{ kind: "cell", d, fill: paint.palette[i].fill }])),
    );
    const every = Math.max(1, Math.round((HATCHING * side) / Math.min(right - left, 1.5 * (bottom - top))));
    const border = borderPath(map.actions, grid);
    shapes.push(
      { kind: "hatch", d: hatchPath(map.actions, grid, every) },
      { kind: "border under", d: border },
      { kind: "border", d: border },
      { kind: "frame", d: boxPath(left, top, right - left, bottom - top) },
      { kind: "axis", d: tickMarks(across.ticks, up.ticks, left, bottom) },
      ...keyParts.shapes,
    );
    drawShapes(overlays, shapes);
    const [xName, yName] = [options.dimensions[map.x], options.dimensions[map.y]];
    const upright = quantityName(yName, bottom - top < CHARACTER * quantityName(yName).length);
    drawLabels(labels, [
      ...texts,
      ...labelsUnder(across.ticks, bottom + 2),
      ...labelsLeft(up.ticks, left - 2),
      { x: (left + right) / 2, y: bottom + 20 + LINE, text: quantityName(xName), kind: "middle" },
      ...keyParts.labels,
      { x: 15, y: (top + bottom) / 2, text: upright, kind: "middle", upright: true },
    ]);
    const { x: xAt, y: yAt } = map;
    place = (at) => `translate(${tenth(across.of(at[xAt]))},${tenth(up.of(at[yAt]))})`;
    drawMarker();
  };
  const drawMarker = () => {
    setAttribute(marker, "class", state && place ? "marker" : "marker is-hidden");
    if (state && place) setAttribute(marker, "transform", place(state));
  };
  const text = () =>
    map ? describeMap(map, options, state, layer) : fill(plots.nothingOf, { title: options.title });
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      map = data;
      domain = data?.values ? colourDomain(domain, data.values) : null;
      frame.redraw();
    },
    mark(next) {
      state = next;
      drawMarker();
    },
    show(next) {
      layer = next;
      frame.redraw();
      frame.setLabel(text());
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => (map ? mapTable(map, options) : { columns: [], rows: [] }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

function tickMarks(
  across: readonly { at: number }[],
  up: readonly { at: number }[],
  left: number,
  bottom: number,
): string {
  const under = across.map(({ at }) => `M${Math.round(at)},${bottom}v4`);
  const beside = up.map(({ at }) => `M${left},${Math.round(at)}h-4`);
  return under.join("") + beside.join("");
}
