import type { TabularView } from "../../../core/algo";
import { countIndex, divergingIndex, type Paint } from "../../../plots/colour";
import type { GridLayer } from "./layers";
import { ACTIONS, hasValue, type GridMap } from "./map";
import type { ArrowStyle } from "./shapes";
import { fitNumbers, type NumberStyle } from "./text-fit";
import type { FigureTheme } from "./theme";
import type { Detail } from "./viewport";

/** What fills the cells: the values of pairs or states, visit counts, or nothing. */
export type Fill = "q" | "values" | "visits" | "plain";

/** Everything the layers need to draw one picture. */
export interface Scene {
  map: GridMap;
  theme: FigureTheme;
  view: TabularView | null;
  layers: ReadonlySet<GridLayer>;
  detail: Detail;
  /** Side of a cell on the screen, in CSS pixels. */
  cellPx: number;
  fill: Fill;
  /** Half the width of the colour scale of values. */
  extent: number;
  /** Visits per cell, and the most of them; empty without counts. */
  visits: ArrayLike<number>;
  mostVisits: number;
  /** The priority of each state in the queue, and the highest; empty where the layer is off. */
  priorities: ArrayLike<number>;
  highestPriority: number;
  /** What the numbers of the cells are. */
  valueName: string;
  /** How the numbers of the cells are written; null where they would be too small. */
  cellNumbers: NumberStyle | null;
  pairNumbers: NumberStyle | null;
}

/** What the numbers of the cells are, if nothing else is said. */
export const VALUE = "V";

/** Room for the number of a cell, alone or between the arrow heads of the policy. */
const ALONE = { width: 84, largest: 34, decimals: 3, allowed: 15 };
const BETWEEN_HEADS = { width: 67, largest: 31, decimals: 3 };
const BETWEEN_BOLD_HEADS = { width: 60, largest: 31, decimals: 3 };
/** Cells below this size, in CSS pixels, get bolder arrow heads. */
const BOLD_PX = 80;
/** Room for the number of a triangle. */
const TRIANGLE = { width: 34, largest: 17, decimals: 2, allowed: 10.3 };

/** What fills the cells: triangles only where they can carry numbers or nothing else is asked for. */
export function fillOf(view: TabularView | null, layers: ReadonlySet<GridLayer>, detail: Detail): Fill {
  if (!view) return "plain";
  if (layers.has("q") && (detail === "full" || !layers.has("values"))) return "q";
  if (layers.has("values")) return "values";
  return layers.has("visits") && view.visits ? "visits" : "plain";
}

/** Puts a picture together. `extentFor` turns the largest magnitude into the extent of the colour scale. */
export function makeScene(
  map: GridMap,
  theme: FigureTheme,
  view: TabularView | null,
  layers: ReadonlySet<GridLayer>,
  detail: Detail,
  cellPx: number,
  extentFor: (largest: number) => number,
  valueName = VALUE,
): Scene {
  const fill = fillOf(view, layers, detail);
  const visits = layers.has("visits") && view?.visits ? perCell(view.visits, map.kinds.length) : [];
  const priorities = (layers.has("queue") && view?.priorities) || [];
  const shown = fill === "q" && view ? view.Q : fill === "visits" ? visits : (view?.V ?? []);
  const room = !layers.has("arrows") ? ALONE : cellPx < BOLD_PX ? BETWEEN_BOLD_HEADS : BETWEEN_HEADS;
  const inCells = (fill === "values" || fill === "visits") && detail !== "small";
  const inPairs = fill === "q" && detail === "full";
  return {
    map,
    theme,
    view,
    layers,
    detail,
    cellPx,
    fill,
    extent: fill === "q" || fill === "values" ? extentFor(largestOf(shown, map)) : 0,
    visits,
    mostVisits: largestOf(visits, map),
    priorities,
    highestPriority: largestOf(priorities, map),
    valueName,
    cellNumbers: inCells ? fitNumbers(valuesIn(shown, map), room, cellPx) : null,
    pairNumbers: inPairs ? fitNumbers(valuesIn(shown, map), TRIANGLE, cellPx) : null,
  };
}

/** How the policy is drawn, beside what else is in the cells. */
export function arrowStyle({ detail, cellNumbers, pairNumbers, cellPx }: Scene): ArrowStyle {
  if (detail === "small") return "dart";
  if (pairNumbers) return "edge";
  if (!cellNumbers) return "centre";
  return cellPx < BOLD_PX ? "bold-edge" : "edge";
}

/** The colours of a cell; of its background where triangles cover it. */
export function cellPaint(scene: Scene, cell: number): Paint {
  const { map, theme, view } = scene;
  const kind = map.kinds[cell];
  if (kind !== "floor" && kind !== "exit") return theme[kind];
  if (scene.fill === "visits") return theme.counts[countIndex(scene.visits[cell], scene.mostVisits)];
  if (scene.fill === "plain" || !view) return kind === "exit" ? theme.terminal : theme.floor;
  return theme.values[divergingIndex(view.V[cell], scene.extent)];
}

/** The colours of a triangle; pair = cell × 4 + action. */
export function pairPaint(scene: Scene, pair: number): Paint {
  return scene.theme.values[divergingIndex(scene.view?.Q[pair] ?? 0, scene.extent)];
}

/** Whether an action is among the best of its cell, up to rounding. */
export function isBest(Q: ArrayLike<number>, pair: number): boolean {
  const first = pair - (pair % ACTIONS);
  let best = -Infinity;
  for (let a = 0; a < ACTIONS; a++) best = Math.max(best, Q[first + a]);
  return Q[pair] >= best - 1e-9 * Math.max(1, Math.abs(best));
}

/** Counts of states from counts of states or of pairs. */
function perCell(counts: ArrayLike<number>, nCells: number): ArrayLike<number> {
  if (counts.length === nCells) return counts;
  const sums = new Float64Array(nCells);
  for (let pair = 0; pair < counts.length; pair++) sums[Math.floor(pair / ACTIONS)] += counts[pair];
  return sums;
}

/** The values, of states or of pairs, in the cells that have some. */
function* valuesIn(values: ArrayLike<number>, { kinds }: GridMap): Generator<number> {
  const perState = Math.max(1, Math.round(values.length / kinds.length));
  for (let i = 0; i < values.length; i++) {
    if (hasValue(kinds[Math.floor(i / perState)])) yield values[i];
  }
}

/** The largest finite magnitude among them; 0 without any. */
function largestOf(values: ArrayLike<number>, map: GridMap): number {
  let largest = 0;
  for (const x of valuesIn(values, map)) if (Number.isFinite(x)) largest = Math.max(largest, Math.abs(x));
  return largest;
}
