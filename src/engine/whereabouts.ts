import type { Clock } from "../core/algo";
import type { Position } from "../core/scenario";

/** Where a run stands: the clock has its ticks, and the lines since the last one are counted here. */
export class Whereabouts {
  /** The furthest tick it has been at. */
  horizon = 0;
  /** Nothing of the coming tick has happened. */
  isBetweenTicks = true;
  private phase = 0;
  /** The tick that `phase` counts from. */
  private lastTick = 0;

  constructor(private readonly clock: Pick<Clock, "ticks">) {}

  get position(): Position {
    return { tick: this.clock.ticks, phase: this.phase };
  }

  /** Counts a line that was done; true where it has ended the tick, which is for `endTick` to count. */
  passLine(): boolean {
    if (this.clock.ticks !== this.lastTick) return true;
    this.phase++;
    this.isBetweenTicks = false;
    return false;
  }

  /** Counts a place between two ticks. */
  passPlace(): void {
    this.phase++;
    this.isBetweenTicks = true;
  }

  endTick(): void {
    const { ticks } = this.clock;
    this.phase = 0;
    this.lastTick = ticks;
    this.isBetweenTicks = true;
    if (ticks > this.horizon) this.horizon = ticks;
  }

  /** Back to where a checkpoint was taken. */
  goBack({ tick, phase }: Position): void {
    this.phase = phase;
    this.lastTick = tick;
    this.isBetweenTicks = true;
  }

  /** Stands at a later phase of this tick, without the lines on the way. */
  skipTo(phase: number): void {
    this.phase = phase;
  }
}
