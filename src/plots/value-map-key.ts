import type { ValueMap } from "../core/sight";
import { valueMap as words } from "../messages/value-map";
import { keyOf, type Key, type KeyEntry } from "./plot-key";
import { boxPath } from "./plot-parts";
import { hatchPath } from "./value-map-lines";
import type { MapPaint } from "./value-map-paint";
import type { ValueMapOptions } from "./value-map-words";

const WIDTH = 22;
const HEIGHT = 13;
/** A ring with a cross in it: the present state. */
export const MARKER = "m-8,0a8,8 0 1 0 16,0a8,8 0 1 0 -16,0Zm4,0h8m-4,-4v8";

/** The key under the map: how each action is hatched (and painted, where colours mean actions), and the marker. */
export function mapKey(map: ValueMap, { actions }: ValueMapOptions, paint: MapPaint, right: number): Key {
  const fillOf = (action: number) => {
    const cell = paint.bar ? -1 : map.actions.indexOf(action);
    return cell < 0 ? "none" : paint.palette[paint.indices[cell]].fill;
  };
  const entries = actions.map((name, action): KeyEntry => ({
    text: name,
    width: WIDTH,
    sample: (x, y) => [
      { kind: "swatch", d: boxPath(x, y - HEIGHT / 2, WIDTH, HEIGHT), fill: fillOf(action) },
      {
        kind: "hatch",
        d: hatchPath(
          [action, action, action, action],
          {
            side: 2,
            x: (i) => x + (i * WIDTH) / 2,
            y: (j) => y + HEIGHT / 2 - (j * HEIGHT) / 2,
          },
          1,
        ),
      },
    ],
  }));
  const start = { text: map.probabilities ? words.mostProbable : words.greedy, width: 0, sample: () => [] };
  const now: KeyEntry = {
    text: words.presentState,
    width: 16,
    sample: (x, y) => [{ kind: "now", d: `M${x + 8},${y}${MARKER}` }],
  };
  return keyOf([start, ...entries, now], 8, right);
}
