/**
 * What a run may yield instead of a phase: it must not be resumed before the promise has settled. No place in the
 * algorithm, and mostly no part of a position.
 */
export interface Wait {
  readonly until: Promise<unknown>;
  /** Nothing of the coming tick has happened yet: a pause may stay here. */
  readonly atRest: boolean;
  /** Something has happened between two ticks: a place like a line, which positions count at any pace. */
  readonly isPlace?: true;
}

const DONE = Promise.resolve();

/** A chance for whoever drives the run to look at the time, in the midst of long work between two ticks. */
export const BREATH: Wait = { until: DONE, atRest: true };

/** To be yielded once a passed test has been counted, so that whoever stops there has the very policy that passed. */
export const STOPPING_PLACE: Wait = { until: DONE, atRest: true, isPlace: true };

/** `const value = yield* waitFor(promise)`: await, for a run. */
export function* waitFor<T>(promise: Promise<T>): Generator<Wait, T> {
  let value: T | undefined;
  yield { until: promise.then((settled) => (value = settled)), atRest: false };
  return value as T;
}
