import { scaleLinear } from "d3";
import { linearTicks, type Tick } from "./chart-scale";
import type { Label } from "./plot-parts";
import { DIGIT } from "./plot-text";

/** An axis along which values lie: where, in a drawing's own units, and its ticks. */
export interface ValueAxis {
  of(value: number): number;
  invert(at: number): number;
  ticks: Tick[];
}

/** The linear axis from `low` at `from` to `high` at `to`; values beyond lie on its ends. About one tick per `spacing` units. */
export function valueAxis(
  [low, high]: readonly [number, number],
  from: number,
  to: number,
  spacing: number,
): ValueAxis {
  const scale = scaleLinear([low, high], [from, to]).clamp(true);
  const count = Math.max(2, Math.min(9, Math.floor(Math.abs(to - from) / spacing)));
  return { of: (value) => scale(value), invert: (at) => scale.invert(at), ticks: linearTicks(scale, count) };
}

/** The ticks whose labels lie apart along a horizontal axis. */
function spaced(ticks: readonly Tick[]): Tick[] {
  let end = -Infinity;
  return ticks.filter(({ at, label }) => {
    const half = (label.length * DIGIT) / 2;
    if (at - half < end) return false;
    end = at + half + 6;
    return true;
  });
}

/** Labels under a horizontal axis at `y`. */
export function labelsUnder(ticks: readonly Tick[], y: number): Label[] {
  return spaced(ticks).map(({ at, label }) => ({ x: at, y: y + 19, text: label, kind: "number middle" }));
}

/** Labels left of a vertical axis at `x`. */
export function labelsLeft(ticks: readonly Tick[], x: number): Label[] {
  return ticks.map(({ at, label }) => ({ x: x - 7, y: at + 4, text: label, kind: "number end" }));
}

/** Lines across at the ticks of a vertical axis. */
export function gridAcross(ticks: readonly Tick[], left: number, right: number): string {
  return ticks.map(({ at }) => `M${left},${Math.round(at)}H${right}`).join("");
}

/** A horizontal axis at `y` with its tick marks. */
export function axisUnder(ticks: readonly Tick[], left: number, right: number, y: number): string {
  return `M${left},${y}H${right}${ticks.map(({ at }) => `M${Math.round(at)},${y}v4`).join("")}`;
}

/** Width that the tick labels of a vertical axis take. */
export function widthOf(ticks: readonly Tick[]): number {
  return DIGIT * Math.max(2, ...ticks.map(({ label }) => label.length)) + 8;
}
