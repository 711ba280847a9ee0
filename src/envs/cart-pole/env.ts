import { cos, sin } from "../../core/det-math";
import type { Dimension, Env, EnvSpec, StepResult } from "../../core/env";
import type { Rng } from "../../core/rng";
import { cartPoleParams, type CartPoleParams } from "./params";

/** Where cart and pole are, how they move, and how many steps this episode has taken. */
export interface CartPoleState {
  /** m, to the right of the centre of the track. */
  readonly x: number;
  /** m/s. */
  readonly xDot: number;
  /** rad from upright, clockwise. */
  readonly theta: number;
  /** rad/s. */
  readonly thetaDot: number;
  readonly time: number;
}

export const cartPole: EnvSpec<CartPoleParams, CartPoleState> = {
  id: "cart-pole",
  title: "Cart-pole",
  actionNames: ["left", "right"],
  params: cartPoleParams,
  check: checkCartPole,
  create: (params) => new CartPole(params),
};

/** Degrees to radians, in the order of operations that Gymnasium uses, so that the limit has the same bits. */
function radians(degrees: number): number {
  return (degrees * 2 * Math.PI) / 360;
}

/** An episode must not begin where it would end. The position limit is never below the widest start range. */
function checkCartPole({ startRange, thetaLimitDeg }: CartPoleParams): string[] {
  const limit = radians(thetaLimitDeg);
  if (startRange <= limit) return [];
  return [
    `The start range ${startRange} is wider than the angle limit, ${thetaLimitDeg}° = ${limit.toFixed(3)} rad: ` +
      `choose a start range of at most ${Math.floor(limit * 100) / 100}, or a larger angle limit.`,
  ];
}

/**
 * A pole hinged on a cart that each action pushes to the left (0) or to the right (1): Gymnasium's CartPole-v1.
 * Barto, Sutton & Anderson, “Neuronlike adaptive elements that can solve difficult learning control problems”
 * (1983), without friction; equations by Florian, “Correct equations for the dynamics of the cart-pole system”
 * (2007). Every step pays 1, the one that ends the episode too. Each number of a state that `check` lets
 * through stays finite until the episode ends.
 */
export class CartPole implements Env<CartPoleState> {
  readonly nActions = 2;
  /** x, ẋ, θ, θ̇. */
  readonly obsShape: readonly number[] = [4];
  readonly dimensions: readonly Dimension[];
  /** Gymnasium's mark, 475 of 500, for episodes of any length. */
  readonly goal: { readonly mean: number; readonly best: number };
  private readonly thetaLimit: number;

  constructor(private readonly params: Readonly<CartPoleParams>) {
    const { xLimit, maxSteps, thetaLimitDeg } = params;
    this.thetaLimit = radians(thetaLimitDeg);
    this.goal = { mean: 0.95 * maxSteps, best: maxSteps };
    this.dimensions = [
      { name: "position", symbol: "x", unit: "m", range: [-xLimit, xLimit] },
      { name: "velocity", symbol: "\\dot x", unit: "m/s", range: [-3, 3] },
      { name: "angle", symbol: "\\theta", unit: "rad", range: [-this.thetaLimit, this.thetaLimit] },
      { name: "angular velocity", symbol: "\\dot\\theta", unit: "rad/s", range: [-3, 3] },
    ];
  }

  /** Four draws, in the order x, ẋ, θ, θ̇. */
  reset(rng: Rng): CartPoleState {
    const { startRange } = this.params;
    const draw = () => 2 * startRange * rng.uniform() - startRange;
    return { x: draw(), xDot: draw(), theta: draw(), thetaDot: draw(), time: 0 };
  }

  /** Needs no chance: takes no generator. */
  step(state: CartPoleState, action: number): StepResult<CartPoleState> {
    const next = this.move(state, action);
    const terminated = Math.abs(next.x) > this.params.xLimit || Math.abs(next.theta) > this.thetaLimit;
    return {
      state: next,
      reward: 1,
      terminated,
      truncated: !terminated && next.time >= this.params.maxSteps,
    };
  }

  /** A blow against the pole: its full strength turns the pole by 1 rad/s more, clockwise. */
  nudge(state: CartPoleState, strength: number): CartPoleState {
    return { ...state, thetaDot: state.thetaDot + strength };
  }

  observe(state: CartPoleState, out: Float32Array): void {
    out[0] = state.x;
    out[1] = state.xDot;
    out[2] = state.theta;
    out[3] = state.thetaDot;
  }

  private move({ x, xDot, theta, thetaDot, time }: CartPoleState, action: number): CartPoleState {
    const { tau, integrator } = this.params;
    const { xAcc, thetaAcc } = this.accelerations(theta, thetaDot, action);
    const newXDot = xDot + tau * xAcc;
    const newThetaDot = thetaDot + tau * thetaAcc;
    const euler = integrator === "euler";
    return {
      x: x + tau * (euler ? xDot : newXDot),
      xDot: newXDot,
      theta: theta + tau * (euler ? thetaDot : newThetaDot),
      thetaDot: newThetaDot,
      time: time + 1,
    };
  }

  /** ẍ in m/s² and θ̈ in rad/s² (Florian 2007, equations 23 and 24 without friction). */
  private accelerations(theta: number, thetaDot: number, action: number): { xAcc: number; thetaAcc: number } {
    const { gravity, massCart, massPole, length, forceMag } = this.params;
    const force = action === 1 ? forceMag : -forceMag;
    const sinTheta = sin(theta);
    const cosTheta = cos(theta);
    const totalMass = massCart + massPole;
    const poleMoment = massPole * length;
    const push = (force + poleMoment * (thetaDot * thetaDot) * sinTheta) / totalMass;
    const thetaAcc =
      (gravity * sinTheta - cosTheta * push) /
      (length * (4 / 3 - (massPole * (cosTheta * cosTheta)) / totalMass));
    return { xAcc: push - (poleMoment * thetaAcc * cosTheta) / totalMass, thetaAcc };
  }
}
