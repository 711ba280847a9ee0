/** A watch that can be stopped. Times in ms since 1970, so that it goes on over a reload. */
export interface Timer {
  /** When it was last started; null while it stands. */
  readonly since: number | null;
  /** What it had run before. */
  readonly before: number;
}

export function elapsed({ since, before }: Timer, now: number): number {
  return before + (since === null ? 0 : Math.max(0, now - since));
}

/** Starts a timer that stands, and stops one that runs. */
export function toggled(timer: Timer, now: number): Timer {
  return timer.since === null
    ? { since: now, before: timer.before }
    : { since: null, before: elapsed(timer, now) };
}

/** “1:02:03”, or “2:03” in the first hour. */
export function timeText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A timer as it was stored; null if it is none. */
export function readTimer(text: string | null): Timer | null {
  try {
    const raw = JSON.parse(text ?? "null") as Partial<Timer> | null;
    const { since, before } = raw ?? {};
    if (typeof before !== "number" || (since !== null && typeof since !== "number")) return null;
    return { since, before };
  } catch {
    return null;
  }
}
