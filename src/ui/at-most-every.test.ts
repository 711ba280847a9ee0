import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { atMostEvery } from "./at-most-every";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("acts at once, then at most every so often, and does what was asked last", () => {
  let wanted = 0;
  const done: number[] = [];
  const ask = atMostEvery(100, () => done.push(wanted));
  for (wanted = 1; wanted <= 20; wanted++) {
    ask();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(done).toEqual([1, 10, 20]);
  ask();
  expect(done).toHaveLength(4);
});
