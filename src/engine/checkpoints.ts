import type { Clock, StreamStates } from "../core/algo";
import { isBefore, type Position } from "../core/scenario";
import type { SavedMetrics } from "./metrics";

/** All that a run needs to go on from the end of a sweep or an episode. */
export interface Checkpoint {
  position: Position;
  clock: Clock;
  memory: unknown;
  streams: StreamStates;
  metrics: SavedMetrics;
  /** Live changes in force. */
  era: number;
}

const MOST = 96;
const FIRST_INTERVAL = 1000; // ticks

/**
 * Checkpoints of one run, oldest first, in bounded number: when there are too many, every second one
 * goes and the interval doubles, so that going back costs a fixed share of the run at most.
 */
export class Checkpoints {
  private list: Checkpoint[] = [];
  private interval = FIRST_INTERVAL;

  /** The tick from which the next checkpoint is wanted. */
  get due(): number {
    const last = this.list.at(-1);
    return last ? last.position.tick + this.interval : 0;
  }

  add(checkpoint: Checkpoint): void {
    this.list.push(checkpoint);
    if (this.list.length > MOST) {
      this.list = this.list.filter((_, i) => i % 2 === 0);
      this.interval *= 2;
    }
  }

  /** The last checkpoint for which `holds` is true; the first one, at the start of the run, where none is. */
  last(holds: (checkpoint: Checkpoint) => boolean): Checkpoint {
    return this.list.findLast(holds) ?? this.list[0];
  }

  /** Forgets what lies beyond a position: the run takes another course from there, with an interval fit for its length. */
  dropAfter(position: Position): void {
    this.list = this.list.filter((checkpoint) => !isBefore(position, checkpoint.position));
    this.interval = FIRST_INTERVAL;
    while (this.interval * MOST < position.tick) this.interval *= 2;
  }
}
