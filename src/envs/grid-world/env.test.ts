import { describe, expect, it } from "vitest";
import { DOWN, LEFT, RIGHT, UP, worldOf } from "./test-tools";

const OPEN = ["...", "...", "..."];

describe("moves", () => {
  it("goes up, right, down, left", () => {
    const world = worldOf(OPEN);
    expect(world.walk([1, 1], UP)).toBe("0,1 -1");
    expect(world.walk([1, 1], RIGHT)).toBe("1,2 -1");
    expect(world.walk([1, 1], DOWN)).toBe("2,1 -1");
    expect(world.walk([1, 1], LEFT)).toBe("1,0 -1");
  });

  it("stays at borders and walls", () => {
    const world = worldOf(["..#", "..."]);
    expect(world.walk([0, 0], UP)).toBe("0,0 -1");
    expect(world.walk([0, 0], LEFT)).toBe("0,0 -1");
    expect(world.walk([0, 1], RIGHT)).toBe("0,1 -1");
    expect(world.walk([1, 2], UP)).toBe("1,2 -1");
    expect(world.walk([1, 2], RIGHT)).toBe("1,2 -1");
    expect(world.walk([1, 2], DOWN)).toBe("1,2 -1");
  });

  it("ends on a terminal", () => {
    const world = worldOf([".T"]);
    expect(world.outcomes([0, 0], RIGHT)).toEqual(["1 → 0,1 -1 ends"]);
    expect(world.walk([0, 0], RIGHT)).toBe("0,1 -1 ends");
  });
});

describe("noise", () => {
  it("slips to each of the two sides with half of it, never backwards", () => {
    const world = worldOf(OPEN, { noise: 0.5 });
    expect(world.outcomes([1, 1], UP)).toEqual(["0.5 → 0,1 -1", "0.25 → 1,0 -1", "0.25 → 1,2 -1"]);
    expect(world.outcomes([1, 1], RIGHT)).toEqual(["0.5 → 1,2 -1", "0.25 → 0,1 -1", "0.25 → 2,1 -1"]);
    expect(world.outcomes([1, 1], DOWN)).toEqual(["0.5 → 2,1 -1", "0.25 → 1,0 -1", "0.25 → 1,2 -1"]);
    expect(world.outcomes([1, 1], LEFT)).toEqual(["0.5 → 1,0 -1", "0.25 → 0,1 -1", "0.25 → 2,1 -1"]);
  });

  it("adds up the ways that end in the same cell with the same reward", () => {
    // In the corner, up and the slip to the left both stay: 0.5 + 0.25.
    expect(worldOf(OPEN, { noise: 0.5 }).outcomes([0, 0], UP)).toEqual(["0.75 → 0,0 -1", "0.25 → 0,1 -1"]);
  });

  it("1 never goes the intended way", () => {
    expect(worldOf(OPEN, { noise: 1 }).outcomes([1, 1], UP)).toEqual(["0.5 → 1,0 -1", "0.5 → 1,2 -1"]);
  });

  it("counts a bump and a cell's reward for the direction really taken", () => {
    // Up is open, left is the border (−1 − 5), right pays −1 + 7.
    const world = worldOf(["..", ".."], { noise: 0.5, bumpReward: -5, cells: { "1,1": { reward: 7 } } });
    expect(world.outcomes([1, 0], UP)).toEqual(["0.5 → 0,0 -1", "0.25 → 1,0 -6", "0.25 → 1,1 6"]);
  });
});

describe("wind", () => {
  const TALL = ["...", "...", "...", "..."];

  it("of the column left, not of the column entered, blows up after the move", () => {
    const world = worldOf(TALL, { wind: [0, 1, 2] });
    expect(world.walk([3, 0], RIGHT)).toBe("3,1 -1");
    expect(world.walk([3, 1], RIGHT)).toBe("2,2 -1");
    expect(world.walk([3, 2], LEFT)).toBe("1,1 -1");
    expect(world.walk([3, 1], LEFT)).toBe("2,0 -1");
    expect(world.walk([3, 1], UP)).toBe("1,1 -1");
    expect(world.walk([2, 1], DOWN)).toBe("2,1 -1");
  });

  it("below 0 blows down", () => {
    const world = worldOf(TALL, { wind: [-2, 0, 0] });
    expect(world.walk([0, 0], RIGHT)).toBe("2,1 -1");
    expect(world.walk([0, 0], DOWN)).toBe("3,0 -1");
  });

  it("stops at the border, however strong, and that is a bump", () => {
    const world = worldOf(TALL, { wind: [0, 63, -63], bumpReward: -5 });
    expect(world.walk([2, 1], RIGHT)).toBe("0,2 -6");
    expect(world.walk([1, 2], LEFT)).toBe("3,1 -6");
    // Blown exactly to the border, nothing stops it.
    expect(worldOf(TALL, { wind: [0, 2, 0], bumpReward: -5 }).walk([2, 1], RIGHT)).toBe("0,2 -1");
  });

  it("does not blow through walls", () => {
    const world = worldOf(["...", "..#", "...", "..."], { wind: [0, 3, 0], bumpReward: -5 });
    expect(world.walk([3, 1], RIGHT)).toBe("2,2 -6");
  });

  it("still blows where the move itself was stopped; two bumps pay once", () => {
    const world = worldOf(["..#", "..#", "..#"], { wind: [0, 1, 0], bumpReward: -5 });
    expect(world.walk([2, 1], RIGHT)).toBe("1,1 -6");
    expect(world.walk([0, 1], RIGHT)).toBe("0,1 -6");
  });

  it("moves slipped moves too", () => {
    const world = worldOf(TALL, { wind: [0, 1, 0], noise: 0.5 });
    // Right to 3,2 and up; slips: up to 2,1 and up; down stays at the border and up.
    expect(world.outcomes([3, 1], RIGHT)).toEqual(["0.5 → 2,2 -1", "0.25 → 1,1 -1", "0.25 → 2,1 -1"]);
  });

  it("blows over a terminal without ending there", () => {
    const world = worldOf(["..", ".T", ".."], { wind: [2, 0] });
    expect(world.walk([2, 0], RIGHT)).toBe("0,1 -1");
  });
});

describe("rewards", () => {
  it("every move pays the step reward, a stopped one the bump reward on top", () => {
    const world = worldOf(["..", "#."], { stepReward: -0.25, bumpReward: -2 });
    expect(world.walk([0, 0], RIGHT)).toBe("0,1 -0.25");
    expect(world.walk([0, 0], LEFT)).toBe("0,0 -2.25");
    expect(world.walk([0, 0], DOWN)).toBe("0,0 -2.25");
  });

  it("a cell pays its reward to whoever ends there, also where the move began", () => {
    const world = worldOf(["..."], { cells: { "0,1": { reward: 10 } }, bumpReward: -3 });
    expect(world.walk([0, 0], RIGHT)).toBe("0,1 9");
    expect(world.walk([0, 1], UP)).toBe("0,1 6");
    expect(world.walk([0, 1], RIGHT)).toBe("0,2 -1");
  });

  it("a cell that wind blows the agent over pays nothing", () => {
    const world = worldOf(["..", "..", ".."], { wind: [2, 0], cells: { "1,1": { reward: 10 } } });
    expect(world.walk([2, 0], RIGHT)).toBe("0,1 -1");
  });

  it("a terminal pays its reward on entering", () => {
    const world = worldOf([".T"], { cells: { "0,1": { reward: 5 } }, stepReward: -0.5 });
    expect(world.walk([0, 0], RIGHT)).toBe("0,1 4.5 ends");
  });
});
