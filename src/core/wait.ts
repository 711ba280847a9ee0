/**
 * What a run may yield instead of a phase: it must not be resumed before the promise has settled. No place in the
 * algorithm, and no part of a position.
 */
export interface Wait {
  readonly until: Promise<unknown>;
  /** Nothing of the coming tick has happened yet: a pause may stay here. */
  readonly atRest: boolean;
}

const DONE = Promise.resolve();

/** A chance for whoever drives the run to look at the time, in the midst of long work between two ticks. */
export const BREATH: Wait = { until: DONE, atRest: true };

/** `const value = yield* waitFor(promise)`: await, for a run. */
export function* waitFor<T>(promise: Promise<T>): Generator<Wait, T> {
  let value: T | undefined;
  yield { until: promise.then((settled) => (value = settled)), atRest: false };
  return value as T;
}
