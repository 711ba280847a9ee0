import type { CartShot } from "../../envs/cart-pole/view";

/** What to draw: a `fraction` of the way from one to the other. */
export interface Moment {
  previous: readonly CartShot[];
  current: readonly CartShot[];
  fraction: number;
  /** Nothing moves until there is something new. */
  still: boolean;
}

interface Taken {
  tick: number;
  shots: readonly CartShot[];
}

/** From so many steps a second on, a display shows each of them for a frame at most: no way between is drawn. */
const SMOOTH_BELOW = 75;
/** Steps that the picture may be behind the run. */
const MOST_BEHIND = 4;
/** How much faster or slower it goes to be as far behind as it should. */
const CORRECTION = 0.3;
/** By so much time a step may come too late without a stop of the picture, in s. */
const SLACK = 0.03;

/**
 * The steps that frames bring, played at an even pace: drawn somewhat more than a step late, so that there is always a next
 * one to move to, and at once where they come faster than a display shows them.
 */
export class Playback {
  private taken: Taken[] = [];
  /** Where the picture is, in ticks, and how far behind the newest one it was when that came. */
  private shown = 0;
  private behind = 0;
  private drawnAt = 0;
  /** Nothing moved when last drawn: however long ago that was, it has moved no further. */
  private still = true;

  /** The carts after tick `tick` of the run; what a run does not reach by going on is shown at once. */
  add(tick: number, shots: readonly CartShot[]): void {
    const last = this.taken.at(-1);
    if (last?.tick === tick) this.taken.pop();
    else if (!last || tick < last.tick) this.clear();
    if (this.taken.length === 0) this.shown = tick;
    this.taken.push({ tick, shots });
    this.behind = tick - this.shown;
  }

  clear(): void {
    this.taken = [];
  }

  /** What to draw at `now`, in ms, while a run makes `rate` steps a second; null before the first step. */
  at(now: number, rate: number): Moment | null {
    const newest = this.taken.at(-1);
    if (!newest) return null;
    const elapsed = this.still ? 0 : (now - this.drawnAt) / 1000;
    this.drawnAt = now;
    if (rate >= SMOOTH_BELOW) this.shown = newest.tick;
    else {
      const moved = this.shown + this.pace(rate) * elapsed;
      this.shown = clamp(moved, newest.tick - MOST_BEHIND, newest.tick);
    }
    while (this.taken.length > 2 && this.taken[1].tick <= this.shown) this.taken.shift();
    const [previous, current = previous] = this.taken;
    this.still = this.shown === newest.tick;
    const span = current.tick - previous.tick;
    return {
      previous: previous.shots,
      current: current.shots,
      fraction: span > 0 ? clamp((this.shown - previous.tick) / span, 0, 1) : 1,
      still: this.still,
    };
  }

  /** Steps a second at which the picture follows a run that makes `rate`. */
  private pace(rate: number): number {
    const off = this.behind - (1 + SLACK * rate);
    return Math.abs(off) < 0.15 ? rate : rate * (1 + CORRECTION * clamp(off, -1, 1));
  }
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}
