import { histogram as words } from "../messages/histogram";
import { plots } from "../messages/plots";
import { plural } from "../messages/plural";
import { fill } from "../messages/section";
import type { ErrorHistogram } from "./histogram-bins";
import { formatNumber } from "./number";
import { formatCount } from "./plot-text";

/** “256 transitions of the memory: mean δ −0.12; 37 of 256 (14 %) outside |δ| ≤ 1.” */
export function captionOf(counted: ErrorHistogram | null, of: string): string {
  if (!counted) return plots.nothing;
  const { count, mean, outside, beyond, extent, largest, notFinite } = counted;
  if (count === 0) return fill(words.empty, { of });
  const percent = Math.round((100 * outside) / count);
  const parts = [
    fill(words.meanError, { value: formatNumber(mean) }),
    outside === 0
      ? words.allWithin
      : fill(words.outside, { outside: formatCount(outside), count: formatCount(count), percent }),
    ...(beyond > 0
      ? [
          fill(words.beyond, {
            count: formatCount(beyond),
            extent: formatNumber(extent),
            largest: formatNumber(largest),
          }),
        ]
      : []),
    ...(notFinite > 0
      ? [fill(plural(notFinite, words.notFiniteOne, words.notFiniteMany), { count: formatCount(notFinite) })]
      : []),
  ];
  return `${of}: ${parts.join("; ")}.`;
}
