import type { TabularView } from "../../../core/algo";
import type { GridWorldParams } from "../params";
import type { GridLayer } from "./layers";

/** A state, or one of its four moves. */
export interface Place {
  state: number;
  action?: number | undefined;
}

/** A cell or triangle that a number on the page comes from; with `from`, an arrow leads there. */
export interface Lit extends Place {
  probability?: number | undefined;
  from?: number | undefined;
}

/** One outcome of the selected state and action, as a model knows it. */
export interface DrawnOutcome {
  next: number;
  probability: number;
  reward: number;
}

/** All that the figure shows. */
export interface GridFigureModel {
  params: GridWorldParams;
  /** null before a run has begun: the map alone. */
  view: TabularView | null;
  layers: ReadonlySet<GridLayer>;
  selected: Place | null;
  lit: readonly Lit[];
  /** In model mode: the outcomes of the selected pair, drawn as arrows with probabilities and rewards. */
  outcomes?: readonly DrawnOutcome[] | undefined;
  /** What the numbers in the cells are called, where they are not values V; the actions then have no values either. */
  valueName?: string | undefined;
  /** A line above the grid, for pictures side by side. */
  title?: string | undefined;
}

export interface GridPointerEvent {
  phase: "down" | "drag" | "up";
  cell: number;
  /** The triangle that was hit. */
  action: number;
  shift: boolean;
}

/**
 * What happens on the figure. Without `onPointer` and `onApply` it is there to be read only: cell by cell with the
 * arrow keys.
 */
export interface GridFigureEvents {
  /** A pointer pressed on, dragged onto or released over a cell. */
  onPointer?: ((event: GridPointerEvent) => void) | undefined;
  /** Enter or Space on the active cell. */
  onApply?: ((cell: number) => void) | undefined;
  /** The keyboard moved to another cell. */
  onActive?: ((cell: number) => void) | undefined;
  /** The pointer came over another cell or triangle (`action`), or left the grid: null. */
  onHover?: ((cell: number | null, action: number | null) => void) | undefined;
}
