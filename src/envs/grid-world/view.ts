import { gridFigure as words } from "../../messages/grid-figure";
import { AriaGrid } from "./figure/aria-grid";
import { setAttribute } from "./figure/attribute";
import { cellLabel } from "./figure/cell-label";
import { Drawing } from "./figure/drawing";
import "./figure/figure.css";
import { listenToHover } from "./figure/hover";
import { gridMap, sameMap, type GridMap } from "./figure/map";
import type { GridFigureEvents, GridFigureModel } from "./figure/model";
import { listenToPointers } from "./figure/pointer";
import { standaloneSvg } from "../../plots/standalone-svg";
import { PanAndZoom } from "./figure/pan-zoom";
import { readTheme, watchTheme } from "./figure/theme";

export type { GridFigureEvents, GridFigureModel } from "./figure/model";

/** A live picture of a grid world in an element of the page. */
export interface GridFigure {
  /** Draws; cheap enough for every frame. */
  update(model: GridFigureModel): void;
  /** Names the cells afresh for screen readers: when a run pauses, not on every frame. */
  refreshLabels(): void;
  zoom(factor: number): void;
  /** Shows the whole grid again. */
  fit(): void;
  /** true: a drag pans, a click selects; false: a drag paints, two fingers pan and zoom. */
  setPanning(on: boolean): void;
  /** The picture as it is now, as the text of an SVG file that needs nothing else. */
  toSvg(): string;
  destroy(): void;
}

/** Creates the figure; it fills `host`, whose size it follows. */
export function createGridFigure(host: HTMLElement, events: GridFigureEvents): GridFigure {
  const root = document.createElement("div");
  root.className = "grid-figure";
  host.append(root);
  const drawing = new Drawing(root);
  drawing.theme = readTheme(root);

  let model: GridFigureModel | null = null;
  let map: GridMap | null = null;
  let panning = true;

  const draw = () => {
    if (!model || !map) return;
    drawing.draw(model, map, camera.transform);
    cells.place(drawing.view);
  };
  const cells = new AriaGrid({
    nameOf: (cell) => (drawing.scene ? cellLabel(drawing.scene, cell) : ""),
    onApply: events.onApply,
    onActive(cell) {
      camera.reveal(cell);
      events.onActive?.(cell);
    },
  });
  const camera = new PanAndZoom(root, {
    fitted: () => drawing.fitted,
    columns: () => map?.columns ?? 1,
    isPanning: () => panning,
    changed: draw,
  });
  root.append(cells.element);
  const toDrawing = (x: number, y: number) => drawing.fromPage(x, y);
  const size = () => ({ rows: map?.rows ?? 0, columns: map?.columns ?? 0 });
  const { onPointer, onHover } = events;
  if (onPointer) {
    listenToPointers(root, {
      toDrawing,
      size,
      isPanning: () => panning,
      onPointer(event) {
        cells.activate(event.cell, false);
        onPointer(event);
      },
    });
  }
  if (onHover) listenToHover(root, { toDrawing, size, onHover });

  const resized = new ResizeObserver(([entry]) => {
    drawing.size = { width: entry.contentRect.width, height: entry.contentRect.height };
    camera.resize(drawing.size);
    draw();
    cells.refresh();
  });
  resized.observe(root);
  const unwatchTheme = watchTheme(() => {
    drawing.theme = readTheme(root);
    draw();
  });

  return {
    update(next) {
      const newMap = !model || !map || !sameMap(next.params, model.params);
      model = next;
      if (newMap || !map) {
        const before = map;
        map = gridMap(next.params);
        if (map.columns !== before?.columns) drawing.clear();
      }
      draw();
      const name = next.title ?? words.name;
      setAttribute(cells.element, "aria-label", name);
      cells.resize(map.rows, map.columns);
      cells.select(next.selected?.state ?? -1);
      if (newMap) cells.refresh();
    },
    refreshLabels: () => cells.refresh(),
    zoom: (factor) => camera.zoom(factor),
    fit: () => camera.fit(),
    setPanning(on) {
      panning = on;
      root.classList.toggle("is-painting", !on);
    },
    toSvg: () =>
      standaloneSvg(drawing.svg, getComputedStyle(root).backgroundColor, drawing.visibleRaster ?? undefined),
    destroy() {
      resized.disconnect();
      unwatchTheme();
      onHover?.(null, null);
      root.remove();
    },
  };
}
