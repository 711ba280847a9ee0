import { cartPoleFigure as words } from "../../../messages/cart-pole-figure";
import { fill } from "../../../messages/section";
import { formatFixed } from "../../../plots/number";
import type { CartPoleState } from "../env";
import type { CartPoleWorld, CartShot } from "./model";

export const DEGREES = 180 / Math.PI;

/**
 * The state a `fraction` in [0, 1] of the way from one shot of a cart to a later one, in a straight line.
 * Where an episode began in between there is no way from one to the other: the later state.
 */
export function between(previous: CartShot | undefined, current: CartShot, fraction: number): CartPoleState {
  const from = previous?.state;
  const to = current.state;
  if (!from || previous.episode !== current.episode || from.time >= to.time) return to;
  const part = Math.min(1, Math.max(0, fraction));
  const mix = (a: number, b: number) => (part === 1 ? b : a + part * (b - a));
  return {
    x: mix(from.x, to.x),
    xDot: mix(from.xDot, to.xDot),
    theta: mix(from.theta, to.theta),
    thetaDot: mix(from.thetaDot, to.thetaDot),
    time: part === 1 ? to.time : from.time,
  };
}

/** How an episode ended, for a caption; empty while it goes on. */
export function endingText({ state, ended }: CartShot, { xLimit, thetaLimitDeg }: CartPoleWorld): string {
  if (ended === null) return "";
  const steps = state.time;
  if (ended === "truncated") return fill(words.cutOff, { steps });
  const angle = Math.abs(state.theta) * DEGREES;
  if (angle > thetaLimitDeg) {
    return fill(words.fell, { steps, angle: formatFixed(angle, 1), limit: thetaLimitDeg });
  }
  return fill(words.leftTrack, { steps, distance: formatFixed(Math.abs(state.x), 2), limit: xLimit });
}

/** Pixels that the caption of a small picture takes: with its words, and with the cart's number besides. */
const WORDED = 116;
const NUMBERED = 176;

/** The caption of one of many carts, `index` from 0: in words, where its picture is so wide. */
export function briefText(time: number, ended: CartShot["ended"], index: number, width: number): string {
  const mark = ended === null ? "" : ended === "terminated" ? "✕ " : "✓ ";
  if (width < WORDED) return `${mark}${time}`;
  const isNumbered = index === 0 && width >= NUMBERED;
  if (ended === null) return fill(isNumbered ? words.stepOfFirst : words.step, { step: time });
  const over = isNumbered ? words.overFirst : words.over;
  const held = isNumbered ? words.heldFirst : words.held;
  return fill(ended === "terminated" ? over : held, { steps: time });
}

/** The four numbers of a state as short texts of steady width. */
export function readings({ x, xDot, theta, thetaDot }: CartPoleState): string[] {
  const steady = (value: number, decimals: number) =>
    formatFixed(value, decimals).padStart(decimals + 4, "\u2007");
  return [
    `x ${steady(x, 2)} m`,
    `ẋ ${steady(xDot, 2)} m/s`,
    `θ ${steady(theta * DEGREES, 1)}°`,
    `θ̇ ${steady(thetaDot * DEGREES, 0)}°/s`,
  ];
}

/** The picture in a sentence. */
export function describe(title: string, shots: readonly CartShot[], world: CartPoleWorld): string {
  if (shots.length !== 1) {
    const running = shots.filter((shot) => shot.ended === null).length;
    return fill(words.many, { title, count: shots.length, running });
  }
  const [shot] = shots;
  const { x, theta, time } = shot.state;
  const distance = formatFixed(Math.abs(x), 2);
  const angle = formatFixed(Math.abs(theta) * DEGREES, 1);
  const place = fill(x < 0 ? words.placeLeft : words.placeRight, { distance });
  const lean = fill(theta < 0 ? words.leanLeft : words.leanRight, { angle });
  const ending = endingText(shot, world);
  return fill(ending ? words.oneEnded : words.one, { title, step: time, place, lean, ending });
}
