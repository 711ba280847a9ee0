import { extent } from "d3";
import type { ValueMap } from "../core/sight";
import { fill } from "../messages/section";
import { valueMap as words } from "../messages/value-map";
import { formatNumber } from "./number";
import type { PlotTable } from "./plot-frame";
import { plainTex, quantityName } from "./plot-text";

/** A number of the observation; the symbol is KaTeX. */
export interface MapDimension {
  name: string;
  symbol: string;
  unit: string;
}

export interface ValueMapOptions {
  /** What the values are, such as “max Q(s, a)” or “V(s)”. */
  title: string;
  /** All numbers of the observation, in order. */
  dimensions: readonly MapDimension[];
  actions: readonly string[];
}

/** Values, or the policy: π(last action | s), or the greedy action where there are no probabilities. */
export type MapLayer = "value" | "policy";

/** What is drawn: a map without values shows the policy. */
export function layerOf(map: ValueMap, wanted: MapLayer): "value" | "probability" | "action" {
  if (wanted === "value" && map.values) return "value";
  return map.probabilities ? "probability" : "action";
}

export function titleOf(map: ValueMap, wanted: MapLayer, { title, actions }: ValueMapOptions): string {
  const layer = layerOf(map, wanted);
  if (layer === "value") return title;
  return layer === "probability" ? `π(${actions.at(-1) ?? ""} | s)` : words.greedyAction;
}

/** “Held: x = 0.1 m, ẋ = −0.2 m/s.”; empty where nothing is. */
export function heldText({ x, y, at }: ValueMap, { dimensions }: ValueMapOptions): string {
  const held = dimensions.flatMap(({ symbol, unit }, i) =>
    i === x || i === y ? [] : [`${plainTex(symbol)} = ${quantity(at[i] ?? NaN, unit)}`],
  );
  return held.length > 0 ? fill(words.held, { numbers: held.join(", ") }) : "";
}

/** The centre of cell `i` of `side` cells on a range. */
function centreOf(i: number, [low, high]: readonly [number, number], side: number): number {
  return low + ((i + 0.5) / side) * (high - low);
}

/** Index of the cell that a state lies in; −1 outside the map. */
export function cellOf(map: ValueMap, state: ArrayLike<number>): number {
  const along = (value: number, [low, high]: readonly [number, number]) =>
    value === high ? map.side - 1 : Math.floor(((value - low) / (high - low)) * map.side);
  const column = along(state[map.x], map.xRange);
  const row = along(state[map.y], map.yRange);
  const isInside = column >= 0 && column < map.side && row >= 0 && row < map.side;
  return isInside ? row * map.side + column : -1;
}

/** The map in words: its axes, the range of its values, how much of it each action has, and the present state. */
export function describeMap(
  map: ValueMap,
  options: ValueMapOptions,
  state: ArrayLike<number> | null,
  wanted: MapLayer,
): string {
  const { dimensions, actions } = options;
  const layer = layerOf(map, wanted);
  const shown = layer === "value" ? map.values : layer === "probability" ? map.probabilities : null;
  const [x, y] = [dimensions[map.x], dimensions[map.y]];
  const parts = [
    fill(words.over, { title: titleOf(map, wanted, options), x: quantityName(x), y: quantityName(y) }),
    heldText(map, options),
  ];
  const [least, most] = extent(shown ?? []);
  if (shown && least !== undefined && most !== undefined) {
    const best = shown.indexOf(most);
    const across = formatNumber(centreOf(best % map.side, map.xRange, map.side));
    const up = formatNumber(centreOf(Math.floor(best / map.side), map.yRange, map.side));
    parts.push(
      fill(words.range, {
        least: formatNumber(least),
        most: formatNumber(most),
        x: plainTex(x.symbol),
        y: plainTex(y.symbol),
        across,
        up,
      }),
    );
  }
  const shares = actions.map((name, action) => {
    const many = map.actions.reduce((sum, at) => sum + (at === action ? 1 : 0), 0);
    return fill(words.share, { action: name, percent: Math.round((100 * many) / map.actions.length) });
  });
  const sharesText = map.probabilities ? words.probableShares : words.greedyShares;
  parts.push(fill(sharesText, { shares: shares.join(", ") }));
  const cell = state ? cellOf(map, state) : -1;
  if (cell >= 0) {
    const action = actions[map.actions[cell]] ?? "";
    parts.push(
      shown
        ? fill(words.valueAtState, { value: formatNumber(shown[cell]), action })
        : fill(words.atState, { action }),
    );
  }
  return parts.filter((part) => part !== "").join(" ");
}

/** Rows and columns of the table alternative at most: the map in steps. */
const TABLE_SIDE = 9;

/** The map as a table, the highest y first: a row for each cell, one number or action in each column. */
export function mapTable(map: ValueMap, { title, dimensions, actions }: ValueMapOptions): PlotTable {
  const count = Math.min(map.side, TABLE_SIDE);
  const steps = Array.from({ length: count }, (_, k) =>
    Math.round((k * (map.side - 1)) / Math.max(1, count - 1)),
  );
  const { values, probabilities } = map;
  const rows = steps.toReversed().flatMap((j) =>
    steps.map((i) => {
      const cell = j * map.side + i;
      return [
        exact(centreOf(i, map.xRange, map.side)),
        exact(centreOf(j, map.yRange, map.side)),
        ...(values ? [values[cell]] : []),
        actions[map.actions[cell]] ?? "",
        ...(probabilities ? [probabilities[cell]] : []),
      ];
    }),
  );
  return {
    columns: [
      quantityName(dimensions[map.x], true),
      quantityName(dimensions[map.y], true),
      ...(values ? [title] : []),
      probabilities ? words.probableColumn : words.greedyColumn,
      ...(probabilities ? [`π(${actions.at(-1) ?? ""} | s)`] : []),
    ],
    rows,
  };
}

/** Without the rounding error of a computation. */
function exact(x: number): number {
  return Number(x.toFixed(9));
}

function quantity(value: number, unit: string): string {
  return unit ? `${formatNumber(value)} ${unit}` : formatNumber(value);
}
