const WINDOW = 500; // ms

/** Measures how fast a run goes: ticks a second over about the last half second. */
export class RateMeter {
  ticksPerSecond = 0;
  private since = 0;
  private ticks = 0;

  constructor(private readonly now: () => number) {}

  /** Begins to measure; the last rate stays until there is a new one. */
  restart(ticks: number): void {
    this.since = this.now();
    this.ticks = ticks;
  }

  read(ticks: number): void {
    const elapsed = this.now() - this.since;
    if (elapsed < WINDOW) return;
    this.ticksPerSecond = ((ticks - this.ticks) * 1000) / elapsed;
    this.restart(ticks);
  }
}
