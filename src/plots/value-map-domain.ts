import { extent, scaleLinear } from "d3";
import { niceCeiling, steadyExtent } from "./colour";

/** What the colours of a map stand for. */
export interface ColourDomain {
  kind: "sequential" | "diverging";
  low: number;
  high: number;
}

/** Below this share of the largest value, the smallest one is not told from 0. */
const NEAR_ZERO = 0.3;
/** Values so little below 0 do not make a scale diverging. */
const ROUNDING = 0.02;

/**
 * The domain for the values of a map: symmetric about 0 where some are negative, else from the smallest (0, if it is
 * near) to the largest, rounded. It stays as it was until the values leave it or need less than half of it, so that
 * colours do not flicker.
 */
export function colourDomain(previous: ColourDomain | null, values: ArrayLike<number>): ColourDomain {
  const [least, most] = extent(Array.from(values).filter(Number.isFinite));
  if (least === undefined || most === undefined) return previous ?? { kind: "sequential", low: 0, high: 1 };
  if (least < -ROUNDING * Math.max(0, most)) {
    const largest = Math.max(-least, most);
    const reach = steadyExtent(previous?.kind === "diverging" ? previous.high : 0, largest);
    return { kind: "diverging", low: -reach, high: reach };
  }
  if (previous?.kind === "sequential" && least >= previous.low && most <= previous.high) {
    if (most - least > (previous.high - previous.low) / 2) return previous;
  }
  if (most <= 0) return { kind: "sequential", low: 0, high: 1 };
  if (least < NEAR_ZERO * most)
    return { kind: "sequential", low: Math.min(0, least), high: niceCeiling(most) };
  const room = most > least ? 0 : 0.05 * most;
  const [low, high] = scaleLinear([least - room, most + room], [0, 1])
    .nice(4)
    .domain();
  return { kind: "sequential", low, high };
}
