import { select } from "d3";
import { ariaWindow, moveBy } from "./aria-window";
import type { Transform } from "./viewport";
import { CELL } from "./viewport";

/** What the overlay asks of the figure. */
export interface AriaGridOptions {
  nameOf(cell: number): string;
  onActive(cell: number): void;
  /** Enter or Space; without it the grid is there to be read only. */
  onApply?: ((cell: number) => void) | undefined;
}

/**
 * The grid as assistive technology and the keyboard see it (WAI-ARIA grid pattern): transparent cells over the
 * drawing, one of which takes the focus. Only those around the active cell exist.
 */
export class AriaGrid {
  readonly element = document.createElement("div");
  private rows = 1;
  private columns = 1;
  private active = 0;
  private selected = -1;
  private placed: Transform = { k: 0, x: 0, y: 0 };

  constructor(private readonly options: AriaGridOptions) {
    this.element.className = "grid-figure-cells";
    this.element.setAttribute("role", "grid");
    if (!options.onApply) this.element.setAttribute("aria-readonly", "true");
    this.element.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Adapts to a map of another size. */
  resize(rows: number, columns: number): void {
    if (rows === this.rows && columns === this.columns) return;
    const row = Math.min(rows - 1, Math.floor(this.active / this.columns));
    const column = Math.min(columns - 1, this.active % this.columns);
    this.rows = rows;
    this.columns = columns;
    this.active = row * columns + column;
    this.element.setAttribute("aria-rowcount", String(rows));
    this.element.setAttribute("aria-colcount", String(columns));
    this.build();
  }

  /** Lays the cells over the drawing. */
  place(view: Transform): void {
    if (view.k === this.placed.k && view.x === this.placed.x && view.y === this.placed.y) return;
    this.placed = view;
    const { style } = this.element;
    style.setProperty("--cell-side", `${CELL * view.k}px`);
    style.setProperty("--grid-left", `${view.x}px`);
    style.setProperty("--grid-top", `${view.y}px`);
  }

  select(cell: number): void {
    if (cell === this.selected) return;
    this.selected = cell;
    this.build();
  }

  /** Names the cells afresh. */
  refresh(): void {
    this.build();
  }

  /** Makes a cell the one that Tab reaches, and moves the focus there if asked. */
  activate(cell: number, focus: boolean): void {
    if (cell < 0 || cell >= this.rows * this.columns) return;
    if (cell !== this.active) {
      this.active = cell;
      this.build();
    }
    if (focus) this.element.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }

  private build(): void {
    const { rows, columns, active, selected } = this;
    const vertical = ariaWindow(Math.floor(active / columns), rows);
    const horizontal = ariaWindow(active % columns, columns);
    const rowIndices = Array.from({ length: vertical.count }, (_, i) => vertical.first + i);
    select(this.element)
      .selectAll<HTMLDivElement, number>("div[role=row]")
      .data(rowIndices, (row) => row)
      .join((enter) => enter.append("div").attr("role", "row"))
      .attr("aria-rowindex", (row) => row + 1)
      .selectAll<HTMLDivElement, number>("div")
      .data(
        (row) => Array.from({ length: horizontal.count }, (_, i) => row * columns + horizontal.first + i),
        (cell) => cell,
      )
      .join((enter) => enter.append("div").attr("role", "gridcell"))
      .attr("aria-colindex", (cell) => (cell % columns) + 1)
      .attr("aria-label", (cell) => this.options.nameOf(cell))
      .attr("aria-selected", (cell) => (cell === selected ? "true" : null))
      .attr("tabindex", (cell) => (cell === active ? 0 : -1))
      .style("--row", (cell) => Math.floor(cell / columns))
      .style("--column", (cell) => cell % columns);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const { onApply, onActive } = this.options;
    if (event.key === "Enter" || event.key === " ") {
      if (!onApply) return;
      onApply(this.active);
    } else {
      const next = moveBy(event.key, event.ctrlKey, this.active, this.rows, this.columns);
      if (next === null) return;
      if (next !== this.active) {
        this.activate(next, true);
        onActive(next);
      }
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
