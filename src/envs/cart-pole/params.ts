import type { NumberParam, ParamDefs } from "../../core/params";

/** The order of the calculations in a step: positions before velocities, or velocities first. */
export type Integrator = "euler" | "semi-implicit";

/** The parameters of a cart-pole: SI units, angles in degrees. The defaults are Gymnasium's CartPole-v1. */
export interface CartPoleParams {
  /** m/s², downwards. */
  gravity: number;
  /** kg. */
  massCart: number;
  /** kg. */
  massPole: number;
  /** Half of the pole's length, in m: from the hinge to its centre of mass. */
  length: number;
  /** The size of the push, in N. */
  forceMag: number;
  /** Time between two decisions, in s. */
  tau: number;
  thetaLimitDeg: number;
  /** m on each side of the centre of the track. */
  xLimit: number;
  maxSteps: number;
  integrator: Integrator;
  /** Each of the four numbers of a start state is uniform in ± this. */
  startRange: number;
}

const quantity = (def: Omit<NumberParam, "kind" | "live">): NumberParam => ({
  kind: "number",
  live: true,
  ...def,
});

export const cartPoleParams: ParamDefs<CartPoleParams> = {
  gravity: quantity({
    label: "Gravity",
    symbol: "g",
    help: "In m/s². Earth 9.8, Moon 1.6, Jupiter 24.8. With more of it the pole falls faster.",
    unit: "m/s²",
    default: 9.8,
    min: 0,
    max: 30,
    step: 0.1,
  }),
  massCart: quantity({
    label: "Mass of the cart",
    symbol: "m_{\\text{cart}}",
    help: "In kg. The same push moves a heavier cart less.",
    unit: "kg",
    default: 1,
    min: 0.1,
    max: 10,
    step: 0.1,
  }),
  massPole: quantity({
    label: "Mass of the pole",
    symbol: "m_{\\text{pole}}",
    help: "In kg. A heavier pole pulls more on the cart.",
    unit: "kg",
    default: 0.1,
    min: 0.01,
    max: 2,
    step: 0.01,
    scale: "log",
  }),
  length: quantity({
    label: "Half the pole’s length",
    symbol: "l",
    help: "In m, from the hinge to the middle of the pole. A longer pole falls more slowly.",
    unit: "m",
    default: 0.5,
    min: 0.1,
    max: 2,
    step: 0.05,
  }),
  forceMag: quantity({
    label: "Force",
    symbol: "F",
    help: "In N. Every action pushes the cart with it, to the left or to the right.",
    unit: "N",
    default: 10,
    min: 0,
    max: 50,
    step: 0.5,
  }),
  tau: quantity({
    label: "Time step",
    symbol: "\\tau",
    help: "In s: how long an action lasts. The agent decides 1/τ times a second.",
    unit: "s",
    default: 0.02,
    min: 0.001,
    max: 0.1,
    step: 0.001,
  }),
  thetaLimitDeg: quantity({
    label: "Angle limit",
    symbol: "\\theta_{\\max}",
    help: "In degrees from upright. The episode ends when the pole leans further, to either side.",
    unit: "°",
    default: 12,
    min: 3,
    max: 90,
    step: 1,
  }),
  xLimit: quantity({
    label: "Position limit",
    symbol: "x_{\\max}",
    help: "In m from the centre of the track. The episode ends when the cart is further away, on either side.",
    unit: "m",
    default: 2.4,
    min: 0.5,
    max: 5,
    step: 0.1,
  }),
  maxSteps: quantity({
    label: "Longest episode",
    help: "An episode is cut off after this many steps. The cut is not an ending: the state it stops in keeps its value.",
    unit: "steps",
    default: 500,
    min: 1,
    max: 100_000,
    step: 1,
    integer: true,
    scale: "log",
  }),
  integrator: {
    kind: "choice",
    label: "Integrator",
    help: "Euler moves cart and pole with their old velocities (Gymnasium). Semi-implicit Euler changes the velocities first and moves with the new ones, which keeps the energy of a swinging pole steadier.",
    live: true,
    default: "euler",
    options: [
      { value: "euler", label: "Euler" },
      { value: "semi-implicit", label: "Semi-implicit Euler" },
    ],
  },
  startRange: quantity({
    label: "Start range",
    help: "Position (m), velocity (m/s), angle (rad) and angular velocity (rad/s) each start at a random number between minus and plus this.",
    default: 0.05,
    min: 0,
    max: 0.5,
    step: 0.01,
  }),
};
