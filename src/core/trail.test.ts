import { expect, it } from "vitest";
import { emptyTrail, extendTrail, restartTrail, trailStates } from "./trail";

it("keeps the last 128 states of the episode, oldest first", () => {
  const trail = emptyTrail();
  expect(trailStates(trail)).toEqual([]);
  restartTrail(trail, 7);
  for (let s = 0; s < 3; s++) extendTrail(trail, s);
  expect(trailStates(trail)).toEqual([7, 0, 1, 2]);
  for (let s = 3; s < 300; s++) extendTrail(trail, s);
  expect(trailStates(trail)).toEqual(Array.from({ length: 128 }, (_, i) => 172 + i));
  restartTrail(trail, 5);
  expect(trailStates(trail)).toEqual([5]);
});
