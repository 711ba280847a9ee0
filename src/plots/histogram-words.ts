import type { ErrorHistogram } from "./histogram-bins";
import { formatNumber } from "./number";
import { formatCount } from "./plot-text";

/** With spaces that do not break. */
const WITHIN = "|δ|\u00a0≤\u00a01";

/** “256 transitions of the memory: mean δ −0.12; 37 of 256 (14 %) outside |δ| ≤ 1.” */
export function captionOf(counted: ErrorHistogram | null, of: string): string {
  if (!counted) return "Nothing to show yet.";
  const { count, mean, outside, beyond, extent, largest, notFinite } = counted;
  if (count === 0) return `${of}: no numbers.`;
  const share = Math.round((100 * outside) / count);
  const parts = [
    `mean δ ${formatNumber(mean)}`,
    outside === 0
      ? `all within ${WITHIN}`
      : `${formatCount(outside)} of ${formatCount(count)} (${share} %) outside ${WITHIN}`,
    ...(beyond > 0
      ? [
          `${formatCount(beyond)} beyond ±${formatNumber(extent)}, up to |δ|\u00a0=\u00a0${formatNumber(largest)}`,
        ]
      : []),
    ...(notFinite > 0
      ? [notFinite === 1 ? "1 is not a number" : `${formatCount(notFinite)} are not numbers`]
      : []),
  ];
  return `${of}: ${parts.join("; ")}.`;
}
