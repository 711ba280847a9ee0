import { expect, it } from "vitest";
import { rewardBound } from "./reward-bound";

it("holds every reward of the map, in a round number", () => {
  expect(rewardBound({ cells: {}, stepReward: 0 })).toBe(1);
  expect(rewardBound({ cells: {}, stepReward: -1 })).toBe(10);
  expect(rewardBound({ cells: { "0,0": { reward: -99 } }, stepReward: -1 })).toBe(100);
  expect(rewardBound({ cells: { "0,0": { jump: { to: [1, 1], reward: 12 } } }, stepReward: 0 })).toBe(20);
  expect(rewardBound({ cells: { "0,0": { reward: 0.5 } }, stepReward: -0.04 })).toBe(1);
});
