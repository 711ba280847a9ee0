import type { CartPoleState } from "../env";
import type { CartPoleParams } from "../params";

/** What of the parameters can be seen. */
export type CartPoleWorld = Pick<CartPoleParams, "xLimit" | "thetaLimitDeg" | "length" | "forceMag">;

/** One cart at the end of one step. */
export interface CartShot {
  readonly state: CartPoleState;
  /** The action that led here: 0 pushed to the left, 1 to the right; null at the start of an episode. */
  readonly action: number | null;
  /** Whether and how the episode ended here. */
  readonly ended: "terminated" | "truncated" | null;
  /** Tells this cart's episodes apart: nothing moves smoothly from one into the next. */
  readonly episode: number;
}

/** Where a cart and its pole are drawn: m, and rad clockwise from upright. */
export interface Pose {
  readonly x: number;
  readonly theta: number;
}
