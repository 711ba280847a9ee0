import type { Size } from "./chart-layout";
import type { CsvValue } from "./export";
import { readColours, watchTheme, type PlotColours } from "./plot-colours";
import "./plot.css";
import { ROOMY, unitOf } from "./plot-unit";
import { standaloneSvg } from "./standalone-svg";

/** A picture as a table: the alternative for those who cannot see it. */
export interface PlotTable {
  columns: string[];
  rows: CsvValue[][];
}

/** A live picture of `Data` in an element of the page, whose size it follows. */
export interface Plot<Data> {
  /** Draws; to be called in an animation frame. Null: there is nothing to show yet. */
  update(data: Data | null): void;
  /** Describes the picture afresh for screen readers: when a run pauses, not on every frame. */
  refreshLabel(): void;
  table(): PlotTable;
  /** The text of an SVG file of the picture as it is now. */
  toSvg(): string;
  destroy(): void;
}

/** The smallest size that is drawn, in the drawing's own units. */
const SMALLEST = { width: 120, height: 60 };
/** The element that holds a picture: an SVG drawing that follows the host's size and the page's theme. */
export class PlotFrame {
  readonly root = document.createElement("div");
  readonly svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  private box: Size;
  private unit = 1;
  private known: PlotColours | null = null;
  private readonly resized: ResizeObserver;
  private readonly unwatch: () => void;

  /** `draw` is called with the size in the drawing's own units whenever `redraw` is, and when size or theme change. */
  constructor(
    host: HTMLElement,
    className: string,
    private readonly draw: (size: Size) => void,
    private readonly roomy: Size = ROOMY,
  ) {
    this.root.className = `plot ${className}`;
    this.svg.setAttribute("class", "plot-drawing");
    this.svg.setAttribute("role", "img");
    this.root.append(this.svg);
    host.append(this.root);
    this.box = { width: this.root.clientWidth, height: this.root.clientHeight };
    this.measure();
    this.resized = new ResizeObserver(([entry]) => {
      this.box = { width: entry.contentRect.width, height: entry.contentRect.height };
      this.measure();
      this.redraw();
    });
    this.resized.observe(this.root);
    this.unwatch = watchTheme(() => {
      this.known = null;
      this.measure();
      this.redraw();
    });
  }

  /** The theme's colours that a drawing computes with. */
  get colours(): PlotColours {
    this.known ??= readColours(this.root);
    return this.known;
  }

  redraw(): void {
    const size = { width: this.box.width / this.unit, height: this.box.height / this.unit };
    if (size.width >= SMALLEST.width && size.height >= SMALLEST.height) this.draw(size);
  }

  /** What the picture is called by screen readers. */
  setLabel(text: string): void {
    this.svg.setAttribute("aria-label", text);
  }

  /** Where a pointer is, in the drawing's own units. */
  locate(event: PointerEvent): { x: number; y: number } {
    const { left, top } = this.root.getBoundingClientRect();
    return { x: (event.clientX - left) / this.unit, y: (event.clientY - top) / this.unit };
  }

  toSvg(): string {
    return standaloneSvg(
      this.svg,
      getComputedStyle(this.root).getPropertyValue("--paper").trim() || "#ffffff",
    );
  }

  destroy(): void {
    this.resized.disconnect();
    this.unwatch();
    this.root.remove();
  }

  private measure(): void {
    const { width, height } = this.box;
    this.unit = unitOf(this.box, parseFloat(getComputedStyle(this.root).fontSize), this.roomy);
    this.svg.setAttribute(
      "viewBox",
      `0 0 ${Math.max(1, width / this.unit)} ${Math.max(1, height / this.unit)}`,
    );
  }
}
