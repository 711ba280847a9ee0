import { applyUpdates, type MetricSeries } from "../core/metric-series";
import type { Frame } from "../engine/protocol";

type Listener = (frame: Frame) => void;

/**
 * The latest frame and the metrics so far, outside React: pictures subscribe and draw,
 * so that nothing re-renders per frame. One draw per animation frame, then `onDrawn`.
 */
export class Frames {
  latest: Frame | null = null;
  readonly series = new Map<string, MetricSeries>();
  private readonly listeners = new Set<Listener>();
  private waiting: Frame | null = null;

  /** `onDrawn` lets the next frame come. `schedule` is requestAnimationFrame, or a timer where the page is hidden. */
  constructor(
    private readonly onDrawn: () => void,
    private readonly schedule: (draw: () => void) => void,
  ) {}

  /** Called for every frame from now on, inside an animation frame; returns the unsubscribe. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  push(frame: Frame): void {
    const idle = this.waiting === null;
    // Some things are told once only: a frame that is never drawn hands them on.
    const before = this.waiting ?? this.latest;
    this.waiting = {
      ...frame,
      changes: frame.changes ?? this.waiting?.changes ?? null,
      sight: frame.sight ?? this.waiting?.sight ?? null,
      update: frame.update === undefined ? before?.update : frame.update,
    };
    applyUpdates(this.series, frame.metrics);
    if (idle) this.schedule(() => this.draw());
  }

  /** A new run starts: nothing of the old one stays. */
  clear(): void {
    this.latest = null;
    this.waiting = null;
    this.series.clear();
  }

  /** Draws what waits, if anything does, without waiting for its time. */
  draw(): void {
    const frame = this.waiting;
    if (!frame) return; // cleared since: a new run has begun
    this.waiting = null;
    this.latest = frame;
    for (const listener of this.listeners) listener(frame);
    this.onDrawn();
  }
}
