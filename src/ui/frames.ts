import { applyUpdates, type MetricSeries } from "../core/metric-series";
import type { Frame } from "../engine/protocol";

type Listener = (frame: Frame) => void;

/**
 * The latest frame and the metrics so far, outside React: pictures subscribe and draw,
 * so that nothing re-renders per frame. One draw per animation frame; none while nobody can see the page, where the
 * newest frame waits.
 */
export class Frames {
  latest: Frame | null = null;
  readonly series = new Map<string, MetricSeries>();
  private readonly listeners = new Set<Listener>();
  private waiting: Frame | null = null;
  /** A frame has come, and the next one has not been let come. */
  private owes = false;

  /** `onTaken` lets the next frame come. `schedule` is requestAnimationFrame, or a timer where the page is hidden. */
  constructor(
    private readonly onTaken: () => void,
    private readonly schedule: (take: () => void) => void,
    private readonly isHidden: () => boolean = () => document.hidden,
  ) {}

  /** Called for every frame that is drawn from now on, inside an animation frame; returns the unsubscribe. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  push(frame: Frame): void {
    // Some things are told once only: a frame that is never drawn hands them on.
    const before = this.waiting ?? this.latest;
    this.waiting = {
      ...frame,
      changes: frame.changes ?? this.waiting?.changes ?? null,
      sight: frame.sight ?? this.waiting?.sight ?? null,
      update: frame.update === undefined ? before?.update : frame.update,
    };
    applyUpdates(this.series, frame.metrics);
    if (this.owes) return;
    this.owes = true;
    this.schedule(() => this.take());
  }

  /** A new run starts: nothing of the old one stays. */
  clear(): void {
    this.latest = null;
    this.waiting = null;
    this.owes = false;
    this.series.clear();
  }

  /** Takes what has come, without waiting for its time. */
  take(): void {
    if (!this.owes) return; // cleared since: a new run has begun
    this.owes = false;
    if (!this.isHidden()) this.draw();
    this.onTaken();
  }

  /** Draws what waits, if anything does. */
  draw(): void {
    const frame = this.waiting;
    if (!frame) return;
    this.waiting = null;
    this.latest = frame;
    for (const listener of this.listeners) listener(frame);
  }
}
