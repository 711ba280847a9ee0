import type { Clock, StreamStates } from "../core/algo";
import { isBefore, type Position } from "../core/scenario";
import type { SavedMetrics } from "./metrics";

/** All that a run needs to go on from the end of a sweep or an episode or, with networks, of a tick. Plain data: see CHECKPOINT_FORM. */
export interface Checkpoint {
  position: Position;
  clock: Clock;
  memory: unknown;
  streams: StreamStates;
  metrics: SavedMetrics;
  /** Live changes in force. */
  era: number;
}

/** How much of its past a simulation keeps. */
export interface Keeps {
  /** Points of each metric; neighbours merge when there are more. */
  metricPoints: number;
  /** Whether to keep checkpoints, which make going back cheap. Without them it replays from the start. */
  history: boolean;
}

const MOST = 96;
const MOST_BYTES = 96e6;
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

  /**
   * Adds one of a network's run, which come as time passes and not by ticks: where there are too many, or too large
   * ones, the one with the nearest neighbours goes, so that they stay spread over the whole run.
   */
  insert(checkpoint: Checkpoint): void {
    const later = this.list.findIndex(({ position }) => !isBefore(position, checkpoint.position));
    const place = later < 0 ? this.list.length : later;
    const isThere = later >= 0 && !isBefore(checkpoint.position, this.list[later].position);
    this.list.splice(place, isThere ? 1 : 0, checkpoint);
    const most = Math.max(2, Math.min(MOST, MOST_BYTES / bytesOf(checkpoint.memory)));
    while (this.list.length > most) this.list.splice(this.mostCrowded(), 1);
  }

  private mostCrowded(): number {
    const tick = (i: number) => this.list[i].position.tick;
    let place = 1;
    for (let i = 2; i < this.list.length - 1; i++) {
      if (tick(i + 1) - tick(i - 1) < tick(place + 1) - tick(place - 1)) place = i;
    }
    return place;
  }

  /** The last checkpoint for which `holds` is true; the first one, at the start of the run, where none is. */
  last(holds: (checkpoint: Checkpoint) => boolean): Checkpoint {
    return this.list.findLast(holds) ?? this.list[0];
  }

  /** Forgets those in which a live change, or one after it, is in force: it has become another one. */
  dropFromEra(era: number): void {
    this.list = this.list.filter((checkpoint) => checkpoint.era < era);
  }

  /** Forgets what lies beyond a position: the run takes another course from there, with an interval fit for its length. */
  dropAfter(position: Position): void {
    this.list = this.list.filter((checkpoint) => !isBefore(position, checkpoint.position));
    this.interval = FIRST_INTERVAL;
    while (this.interval * MOST < position.tick) this.interval *= 2;
  }
}

/** The size of the typed arrays in plain data. */
function bytesOf(data: unknown): number {
  if (ArrayBuffer.isView(data)) return data.byteLength;
  if (typeof data !== "object" || data === null) return 0;
  return Object.values(data).reduce<number>((sum, part) => sum + bytesOf(part), 0);
}
