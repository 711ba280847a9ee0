import type { Env } from "../../../core/env";
import type { Rng } from "../../../core/rng";
import type { CartPoleState } from "../../../envs/cart-pole/env";
import type { CartShot } from "../../../envs/cart-pole/view";

/** The push that the player holds: to the left, none, to the right. */
export type Held = -1 | 0 | 1;

/** The most that is made up for after the page could not draw, in s. */
const LONGEST_GAP = 0.1;
/** For so long after a fall a key still held is not taken for the next try, in s. */
const REST = 0.6;

/**
 * One person's cart: the agent's own world, step by step. It has to be pushed one way or the other in every step, so
 * while nothing is held the pushes alternate and cancel out.
 */
export class Game {
  previous: CartShot;
  current: CartShot;
  playing = false;
  held: Held = 0;
  /** Since the last step, in s. */
  private since = 0;
  private overFor = Infinity;
  private tries = 0;

  /** `tau`: the time of a step, in s. */
  constructor(
    private env: Env<CartPoleState>,
    private tau: number,
    private readonly rng: Rng,
  ) {
    this.current = this.previous = this.atStart();
  }

  /** Another world. It ends a try, which would belong to neither. */
  setWorld(env: Env<CartPoleState>, tau: number): void {
    this.env = env;
    this.tau = tau;
    if (this.playing) this.leave();
  }

  get steps(): number {
    return this.current.state.time;
  }

  get seconds(): number {
    return this.steps * this.tau;
  }

  /** Begins a try; false right after a fall, where a key may still be held. */
  begin(): boolean {
    if (this.playing || this.overFor < REST) return false;
    if (this.current.ended !== null || this.steps > 0) this.current = this.previous = this.atStart();
    this.playing = true;
    this.since = 0;
    return true;
  }

  /** Puts the cart back on a start, without a result. */
  leave(): void {
    this.playing = false;
    this.held = 0;
    this.overFor = Infinity;
    this.current = this.previous = this.atStart();
  }

  /** Lets `seconds` pass; true when the try has ended in them. */
  advance(seconds: number): boolean {
    if (!this.playing) {
      this.overFor += seconds;
      return false;
    }
    this.since += Math.min(seconds, LONGEST_GAP);
    while (this.playing && this.since >= this.tau) {
      this.since -= this.tau;
      this.step();
    }
    return !this.playing;
  }

  /** How far the picture is from the last step to the next, 0 to 1. */
  get fraction(): number {
    return this.playing ? this.since / this.tau : 1;
  }

  private step(): void {
    const { state } = this.current;
    const action = this.held === 0 ? state.time % 2 : Number(this.held > 0);
    const result = this.env.step(state, action, this.rng);
    this.previous = this.current;
    this.current = {
      state: result.state,
      action: this.held === 0 ? null : action,
      ended: result.terminated ? "terminated" : result.truncated ? "truncated" : null,
      episode: this.current.episode,
    };
    if (this.current.ended === null) return;
    this.playing = false;
    this.overFor = 0;
  }

  private atStart(): CartShot {
    return { state: this.env.reset(this.rng), action: null, ended: null, episode: this.tries++ };
  }
}
