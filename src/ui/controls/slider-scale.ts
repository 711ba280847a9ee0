import type { NumberParam } from "../../core/params";

/** More steps than this cannot be told apart on a slider: such a parameter has only its box. */
const MOST_STEPS = 1000;
const LOG_STEPS = 200;

/** A slider's whole positions 0 … `last` and the values that they stand for. */
export interface SliderScale {
  readonly last: number;
  valueAt(position: number): number;
  positionOf(value: number): number;
}

/** The slider of a number, or null where a slider could not be set with any care. */
export function sliderScale(def: NumberParam): SliderScale | null {
  return def.scale === "log" ? logScale(def) : linearScale(def);
}

function linearScale({ min, max, step }: NumberParam): SliderScale | null {
  const last = Math.round((max - min) / step);
  if (last > MOST_STEPS) return null;
  return {
    last,
    valueAt: (position) => (position === last ? max : tidy(min + position * step)),
    positionOf: (value) => Math.round((value - min) / step),
  };
}

/** From the smallest positive value to the largest; a minimum of 0 is the position below them. */
function logScale({ min, max, step, integer }: NumberParam): SliderScale {
  const low = min > 0 ? min : step;
  const below = min > 0 ? 0 : 1;
  const ratio = Math.log(max / low);
  const last = LOG_STEPS + below;
  return {
    last,
    valueAt(position) {
      if (position < below) return min;
      if (position === last) return max;
      const value = low * Math.exp((ratio * (position - below)) / LOG_STEPS);
      return integer ? Math.round(value) : Number(value.toPrecision(2));
    },
    positionOf(value) {
      if (value < low) return 0;
      return below + Math.round((Math.log(value / low) / ratio) * LOG_STEPS);
    },
  };
}

/** Without the noise of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A value some steps further, within the range: what the arrow keys in a number box do. */
export function nudge({ min, max, step, scale }: NumberParam, value: number, steps: number): number {
  const next = scale === "log" ? value * 10 ** steps : value + step * steps;
  return Math.min(max, Math.max(min, tidy(next)));
}
