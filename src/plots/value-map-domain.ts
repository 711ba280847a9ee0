import { extent, scaleLinear } from "d3";

/** What the colours of a map stand for; diverging ones are as strong for −v as for v, and pale at 0. */
export interface ColourDomain {
  kind: "sequential" | "diverging";
  low: number;
  high: number;
}

/** Below this share of the largest value, the smallest one is not told from 0. */
const NEAR_ZERO = 0.3;
/** Values so little below 0 do not make a scale diverging, and one that is stays so till all are so far above 0. */
const ROUNDING = 0.02;
const CLEARLY = 0.1;
/** The smaller side of a diverging scale has at least this share of the larger one: less could not be seen. */
const LEAST_SIDE = 0.05;
/** A side with no more than this share takes so little of the colours that it need not shrink. */
const SMALL_SIDE = 0.1;

/**
 * The domain for the values of a map: from the smallest to the largest, rounded, and through 0 where some are negative
 * or the smallest is near it. It stays as it was until the values leave it or need less than half of it, so that
 * colours do not flicker.
 */
export function colourDomain(previous: ColourDomain | null, values: ArrayLike<number>): ColourDomain {
  const [least, most] = extent(Array.from(values).filter(Number.isFinite));
  if (least === undefined || most === undefined) return previous ?? { kind: "sequential", low: 0, high: 1 };
  const threshold = previous?.kind === "diverging" ? CLEARLY : -ROUNDING;
  if (least < threshold * Math.max(0, most)) return diverging(previous, least, most);
  if (previous?.kind === "sequential" && least >= previous.low && most <= previous.high) {
    if (most - least > (previous.high - previous.low) / 2) return previous;
  }
  if (most <= 0) return { kind: "sequential", low: 0, high: 1 };
  if (least < NEAR_ZERO * most) return { kind: "sequential", low: 0, high: limit(most) };
  const room = most > least ? 0 : 0.05 * most;
  const [low, high] = scaleLinear([least - room, most + room], [0, 1])
    .nice(4)
    .domain();
  return { kind: "sequential", low, high };
}

function diverging(previous: ColourDomain | null, least: number, most: number): ColourDomain {
  const largest = Math.max(-least, most);
  const side = (before: number, value: number) =>
    value <= before && (value > before / 2 || before <= SMALL_SIDE * largest)
      ? before
      : limit(Math.max(value, LEAST_SIDE * largest));
  const was = previous?.kind === "diverging" ? previous : { low: 0, high: 0 };
  return { kind: "diverging", low: -side(-was.low, -least), high: side(was.high, most) };
}

/** The value of the strongest colours of a diverging scale. */
export function reachOf({ low, high }: ColourDomain): number {
  return Math.max(-low, high);
}

const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** A round number that is at least x > 0, and little more. */
function limit(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const step = STEPS.find((candidate) => candidate * power >= x * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(2));
}
