import type { ValueMap } from "../core/sight";
import { valueMap as words } from "../messages/value-map";
import { divergingIndex, type Paint } from "./colour";
import { formatNumber } from "./number";
import { sequentialIndex, type PlotColours } from "./plot-colours";
import { reachOf, type ColourDomain } from "./value-map-domain";
import { layerOf, type MapLayer } from "./value-map-words";

/** How a layer is painted: the palette, each cell's index into it, and the numbers of its legend, where it has any. */
export interface MapPaint {
  palette: readonly Paint[];
  indices: ArrayLike<number>;
  bar: [string, string] | null;
  /** The colours of that legend: of the palette those that its numbers reach. */
  barColours: readonly Paint[];
  measures: string;
}

export function paintMap(
  map: ValueMap,
  wanted: MapLayer,
  domain: ColourDomain | null,
  colours: PlotColours,
): MapPaint {
  const { values, probabilities, actions } = map;
  const layer = layerOf(map, wanted);
  if (layer === "value" && values && domain) {
    const { kind, low, high } = domain;
    const isDiverging = kind === "diverging";
    const index = (v: number) =>
      isDiverging ? divergingIndex(v, reachOf(domain)) : sequentialIndex(v, low, high);
    const palette = isDiverging ? colours.diverging : colours.sequential;
    return {
      palette,
      indices: Array.from(values, index),
      bar: [formatNumber(low), formatNumber(high)],
      barColours: palette.slice(index(low), index(high) + 1),
      measures: words.discountedReturn,
    };
  }
  if (layer === "probability" && probabilities) {
    return {
      palette: colours.diverging,
      indices: Array.from(probabilities, (p) => divergingIndex(p - 0.5, 0.5)),
      bar: ["0", "1"],
      barColours: colours.diverging,
      measures: words.probability,
    };
  }
  const last = Math.max(1, ...actions);
  return {
    palette: colours.diverging,
    indices: Array.from(actions, (action) => divergingIndex((2 * action) / last - 1, 1)),
    bar: null,
    barColours: [],
    measures: "",
  };
}
