import type { ValueMap } from "../core/sight";
import { divergingIndex, type Paint } from "./colour";
import { formatNumber } from "./number";
import { sequentialIndex, type PlotColours } from "./plot-colours";
import type { ColourDomain } from "./value-map-domain";
import { layerOf, type MapLayer } from "./value-map-words";

/** How a layer is painted: the palette, each cell's index into it, and the numbers of its legend, where it has any. */
export interface MapPaint {
  palette: readonly Paint[];
  indices: ArrayLike<number>;
  bar: [string, string] | null;
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
    const index =
      kind === "diverging"
        ? (v: number) => divergingIndex(v, high)
        : (v: number) => sequentialIndex(v, low, high);
    return {
      palette: kind === "diverging" ? colours.diverging : colours.sequential,
      indices: Array.from(values, index),
      bar: [formatNumber(low), formatNumber(high)],
      measures: "discounted return",
    };
  }
  if (layer === "probability" && probabilities) {
    return {
      palette: colours.diverging,
      indices: Array.from(probabilities, (p) => divergingIndex(p - 0.5, 0.5)),
      bar: ["0", "1"],
      measures: "probability",
    };
  }
  const last = Math.max(1, ...actions);
  return {
    palette: colours.diverging,
    indices: Array.from(actions, (action) => divergingIndex((2 * action) / last - 1, 1)),
    bar: null,
    measures: "",
  };
}
