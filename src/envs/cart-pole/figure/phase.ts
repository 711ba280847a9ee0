import { niceCeiling } from "../../../plots/colour";
import { DEGREES } from "./motion";
import type { Size } from "./stage";

/** A point of the phase plot: rad from upright, and rad/s. */
export interface Swing {
  readonly theta: number;
  readonly thetaDot: number;
}

/** Angular velocity that the plot shows at least, on both sides, in °/s. */
const LEAST_SPEED = 100;
/** Steps of the past that are drawn, and into how many shades they fade. */
const REMEMBERED = 250;
const SHADES = 8;
const MARGIN = { left: 52, right: 12, top: 28, bottom: 44 };

export interface PhaseScale {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Degrees and degrees a second at the edges. */
  angle: number;
  speed: number;
  x(theta: number): number;
  y(thetaDot: number): number;
}

/** The plot's scale: angles somewhat beyond the limit, and `speed` °/s, to both sides. */
export function phaseScale(size: Size, thetaLimitDeg: number, speed: number): PhaseScale {
  const left = MARGIN.left;
  const right = Math.max(left + 1, size.width - MARGIN.right);
  const top = MARGIN.top;
  const bottom = Math.max(top + 1, size.height - MARGIN.bottom);
  const angle = thetaLimitDeg * 1.25;
  return {
    left,
    right,
    top,
    bottom,
    angle,
    speed,
    x: (theta) => left + ((right - left) * (1 + (theta * DEGREES) / angle)) / 2,
    y: (thetaDot) => top + ((bottom - top) * (1 - (thetaDot * DEGREES) / speed)) / 2,
  };
}

/** A round speed in °/s that contains the whole trail; it grows at once and never shrinks, so that the plot is steady. */
export function speedOf(previous: number, trail: readonly Swing[]): number {
  const fastest = trail.reduce((most, { thetaDot }) => Math.max(most, Math.abs(thetaDot) * DEGREES), 0);
  return fastest <= previous || !Number.isFinite(fastest)
    ? Math.max(previous, LEAST_SPEED)
    : Math.max(LEAST_SPEED, niceCeiling(fastest));
}

export interface Shade {
  d: string;
  opacity: number;
}

/** The way through the plot, cut into stretches that fade into the past; the oldest first. */
export function phaseTrail(trail: readonly Swing[], scale: PhaseScale): Shade[] {
  const recent = trail.slice(-REMEMBERED);
  const length = Math.max(1, Math.ceil((recent.length - 1) / SHADES));
  const shades: Shade[] = [];
  for (let end = recent.length - 1; end > 0; end -= length) {
    const age = (recent.length - 1 - end) / recent.length;
    const points = recent.slice(Math.max(0, end - length), end + 1).map((swing) => {
      return `${tenth(scale.x(swing.theta))},${tenth(scale.y(swing.thetaDot))}`;
    });
    shades.push({ d: `M${points.join("L")}`, opacity: Math.round((0.9 - 0.7 * age) * 100) / 100 });
  }
  return shades.reverse();
}

function tenth(x: number): number {
  return Math.round(x * 10) / 10;
}
