import type { CartPoleWorld, Pose } from "./model";

export interface Size {
  width: number;
  height: number;
}

/** Sizes of the drawn cart, in m; the equations know only its mass. */
const CART = { width: 0.4, height: 0.2, wheel: 0.05 };
const POLE_WIDTH = 0.06;
/** Free space on each side of everything, in m. */
const AIR = 0.1;
/** An arrow of 10 N is so long, in m; weaker and stronger ones in proportion, within bounds. */
const ARROW = { perNewton: 0.045, least: 0.12, most: 1.2 };

/** Where things are in a picture of one world: pixels, y downwards. */
export interface Stage {
  /** Pixels a metre. */
  scale: number;
  /** The centre of the track, and the height of its surface. */
  centre: number;
  track: number;
  cart: { width: number; height: number; wheel: number };
  /** How far above the track the hinge is. */
  hinge: number;
  pole: { length: number; width: number };
  /** The position limits. */
  left: number;
  right: number;
  arrow: number;
}

/** Half of the width of the world that is shown: a pole at the angle limit stays inside at the end of the track. */
export function halfWidth({ xLimit, length, thetaLimitDeg }: CartPoleWorld): number {
  const reach = 2 * length * Math.sin((Math.min(90, thetaLimitDeg) * Math.PI) / 180);
  return xLimit + Math.max(CART.width / 2, reach) + AIR;
}

/** How high the world is above the track, in m. */
export function worldHeight({ length }: CartPoleWorld): number {
  return CART.wheel + CART.height + 2 * length + AIR;
}

/** Fits the world into `size`, keeping `top` and `bottom` pixels free for writing; what is left over is shared. */
export function stageOf(world: CartPoleWorld, size: Size, top: number, bottom: number): Stage {
  const height = Math.max(1, size.height - top - bottom);
  const scale = Math.min(size.width / (2 * halfWidth(world)), height / worldHeight(world));
  const spare = height - scale * worldHeight(world);
  const centre = size.width / 2;
  const arrow = Math.min(ARROW.most, Math.max(ARROW.least, ARROW.perNewton * world.forceMag));
  return {
    scale,
    centre,
    track: top + spare / 2 + scale * worldHeight(world),
    cart: { width: scale * CART.width, height: scale * CART.height, wheel: scale * CART.wheel },
    hinge: scale * (CART.wheel + CART.height),
    pole: { length: scale * 2 * world.length, width: Math.max(2.5, scale * POLE_WIDTH) },
    left: centre - scale * world.xLimit,
    right: centre + scale * world.xLimit,
    arrow: world.forceMag === 0 ? 0 : scale * arrow,
  };
}

/** The hinge of a cart. */
export function hingeAt(stage: Stage, x: number): [x: number, y: number] {
  return [stage.centre + stage.scale * x, stage.track - stage.hinge];
}

/** The upper end of a pole. */
export function tipAt(stage: Stage, { x, theta }: Pose): [x: number, y: number] {
  const [left, top] = hingeAt(stage, x);
  return [left + stage.pole.length * Math.sin(theta), top - stage.pole.length * Math.cos(theta)];
}

/** The sector between the angle limits, seen from the hinge: two rays of `radius`, and the arc between their ends. */
export function sectorPath(limitDeg: number, radius: number): string {
  const angle = (limitDeg * Math.PI) / 180;
  const [x, y] = [radius * Math.sin(angle), -radius * Math.cos(angle)].map(tenth);
  const r = tenth(radius);
  return `M0,0L${-x},${y}A${r},${r},0,0,1,${x},${y}Z`;
}

/** An arrow along the x axis from 0 to `length`, which may be negative, its head included. */
export function arrowPath(length: number): string {
  if (length === 0) return "";
  const head = Math.min(10, Math.abs(length) / 2) * Math.sign(length);
  const half = Math.abs(head) * 0.6;
  const neck = tenth(length - head);
  return `M0,0H${neck}M${tenth(length)},0L${neck},${tenth(-half)}V${tenth(half)}Z`;
}

/** Free space between a cart and the arrow of the force on it, and the half of the force's number, in pixels. */
const BESIDE = 3;
const HALF_NUMBER = 20;

/**
 * Where the arrow of a force to `side` starts, seen from a cart at pixel `x`: before the cart, as if it were pulled, or
 * behind it, pushed, where a picture of this `width` ends before the arrow would.
 */
export function forceStart({ cart, arrow }: Stage, x: number, side: -1 | 1, width: number): number {
  const away = cart.width / 2 + BESIDE;
  const reach = away + Math.max(arrow, arrow / 2 + HALF_NUMBER);
  const fits = (towards: number) => x + towards * reach >= 0 && x + towards * reach <= width;
  return fits(side) || !fits(-side) ? side * away : -side * (away + arrow);
}

/** On which side of the cart the number of the angle limit is inside the picture: the right one, if it can be. */
export function numberSide(x: number, aside: number, width: number): -1 | 1 {
  return x + aside + HALF_NUMBER > width ? -1 : 1;
}

function tenth(x: number): number {
  return Math.round(x * 10) / 10;
}
