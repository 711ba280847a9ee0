import { extent, min } from "d3";
import { linearScale, type YScale } from "./chart-scale";
import { niceCeiling } from "./colour";
import { formatNumber } from "./number";
import { tenth } from "./plot-parts";

/** A part of the picture with a vertical axis of its own; its heading stands over `top`. */
export interface Panel {
  top: number;
  bottom: number;
}

/** Space for a panel's heading. */
export const HEADING = 29;
const SHARES = { returns: 0.32, advantages: 0.24, logProbabilities: 0.21, changes: 0.23 };

/** Returns, advantages, log π and changes of the policy, one under the other. */
export function trajectoryPanels(top: number, bottom: number): Record<keyof typeof SHARES, Panel> {
  const height = Math.max(40, bottom - top - 4 * HEADING);
  let at = top;
  const next = (share: number): Panel => {
    const panel = { top: at + HEADING, bottom: at + HEADING + share * height };
    at = panel.bottom;
    return panel;
  };
  return {
    returns: next(SHARES.returns),
    advantages: next(SHARES.advantages),
    logProbabilities: next(SHARES.logProbabilities),
    changes: next(SHARES.changes),
  };
}

/** A horizontal axis of steps, each with a band of its own. */
export interface StepAxis {
  count: number;
  left: number;
  right: number;
  /** Width of a band. */
  band: number;
  /** The middle of the band of step t. */
  of(t: number): number;
  /** The step at a place, within the trajectory. */
  stepAt(x: number): number;
}

export function stepAxis(count: number, left: number, right: number): StepAxis {
  const band = (right - left) / Math.max(1, count);
  return {
    count,
    left,
    right,
    band,
    of: (t) => left + (t + 0.5) * band,
    stepAt: (x) => Math.max(0, Math.min(count - 1, Math.floor((x - left) / band))),
  };
}

/** A vertical axis over all finite values of some arrays and 0. */
export function panelScale(arrays: readonly ArrayLike<number>[], { top, bottom }: Panel): YScale {
  const [low, high] = extent([0, ...arrays.flatMap((values) => Array.from(values).filter(Number.isFinite))]);
  return linearScale({ low: low ?? 0, high: high ?? 1, lowPositive: Infinity, zero: true }, bottom, top);
}

/** A vertical axis of log π, from a round number that none lies below up to 0. */
export function logScale(logProbabilities: ArrayLike<number>, { top, bottom }: Panel): YScale {
  const lowest = Math.min(0, min(Array.from(logProbabilities).filter(Number.isFinite)) ?? 0);
  const low = lowest < 0 ? -niceCeiling(-lowest) : -1;
  const of = (value: number) => top + (Math.max(low, value) / low) * (bottom - top);
  return { of, ticks: [0, low].map((value) => ({ at: of(value), label: formatNumber(value) })) };
}

/** Narrower bands have no space between their bars. */
const THIN = 3;

/**
 * Bars from a base line to each value, those up and those down as one path each; NaN has none. Where bands are thin,
 * neighbouring bars are one shape, so that no seams show.
 */
export function upAndDown(
  values: ArrayLike<number>,
  axis: StepAxis,
  y: (value: number) => number,
  isShown: (t: number) => boolean = () => true,
): { up: string; down: string } {
  const isThin = axis.band < THIN;
  const half = (isThin ? axis.band : axis.band * 0.8) / 2;
  const base = tenth(y(0));
  const sideOf = (t: number) => (Number.isFinite(values[t]) && isShown(t) ? Math.sign(values[t]) : 0);
  const paths = { up: "", down: "" };
  for (let t = 0; t < values.length; t++) {
    const side = sideOf(t);
    if (side === 0) continue;
    const starts = !isThin || sideOf(t - 1) !== side;
    const ends = !isThin || sideOf(t + 1) !== side;
    const [from, to] = [tenth(axis.of(t) - half), tenth(axis.of(t) + half)];
    paths[side > 0 ? "up" : "down"] +=
      `${starts ? `M${from},${base}` : ""}V${tenth(y(values[t]))}H${to}${ends ? `V${base}Z` : ""}`;
  }
  return paths;
}

/** The change of π(a|s) at each step, and a round number that none exceeds. */
export function policyChanges(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): { changes: Float32Array; reach: number } {
  const changes = Float32Array.from(before, (p, t) => after[t] - p);
  const largest = changes.reduce((most, change) => Math.max(most, Math.abs(change) || 0), 0);
  return { changes, reach: largest > 0 ? niceCeiling(largest) : 0.01 };
}
