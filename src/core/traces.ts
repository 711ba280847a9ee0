import type { LearningParams, TraceParams } from "./learning-params";
import { alphaAt } from "./schedule";

/** A trace below this is dropped: what it could still move is lost in the rounding of what is shown. */
const FLOOR = 1e-8;

/**
 * Eligibility traces e(s, a) (Sutton & Barto, section 12.7, on a table). Only the entries that have a trace
 * are visited, so a step costs the length of the recent path, not the size of the table.
 */
export class Traces {
  private readonly active: Int32Array;
  private count = 0;

  /** `e`: nStates × nActions, row-major. */
  constructor(readonly e: Float64Array) {
    this.active = new Int32Array(e.length);
  }

  /** How many entries have a trace. */
  get size(): number {
    return this.count;
  }

  /** A new episode: no traces. */
  restart(): void {
    this.e.fill(0);
    this.count = 0;
  }

  // #region traces
  /** The entry has just been used. */
  mark(pair: number, kind: TraceParams["traces"]): void {
    if (this.e[pair] === 0) this.active[this.count++] = pair;
    this.e[pair] = kind === "replacing" ? 1 : this.e[pair] + 1;
  }

  /** Q ← Q + α δ e for every entry with a trace; with α = 1/N each entry has its own. */
  move(
    Q: Float64Array,
    delta: number,
    visits: Float64Array,
    params: Pick<LearningParams, "alpha" | "alphaSchedule">,
  ): void {
    for (let i = 0; i < this.count; i++) {
      const pair = this.active[i];
      Q[pair] += alphaAt(params, visits[pair]) * delta * this.e[pair];
    }
  }

  /** e ← factor × e. */
  decay(factor: number): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const pair = this.active[i];
      const faded = this.e[pair] * factor;
      this.e[pair] = faded < FLOOR ? 0 : faded;
      if (faded >= FLOOR) this.active[kept++] = pair;
    }
    this.count = kept;
  }
  // #endregion

  /** All traces are cut. */
  cut(): void {
    this.decay(0);
  }
}
