/** The states an agent came through in this episode: the last 128 of them, in a ring. Plain data. */
export interface Trail {
  readonly ring: Int32Array;
  /** States entered in this episode, the first included. */
  count: number;
}

const LENGTH = 128; // a power of two

export function emptyTrail(): Trail {
  return { ring: new Int32Array(LENGTH), count: 0 };
}

/** A new episode starts in `state`. */
export function restartTrail(trail: Trail, state: number): void {
  trail.ring[0] = state;
  trail.count = 1;
}

export function extendTrail(trail: Trail, state: number): void {
  trail.ring[trail.count++ & (LENGTH - 1)] = state;
}

/** The states, oldest first; the last is where the agent is. Empty before the first episode. */
export function trailStates({ ring, count }: Trail): number[] {
  const from = Math.max(0, count - LENGTH);
  return Array.from({ length: count - from }, (_, i) => ring[(from + i) & (LENGTH - 1)]);
}
