import { describe, expect, it } from "vitest";
import { lesson } from "../../lessons/05-bellman/lesson";
import { lesson as cave } from "../../lessons/08-from-table-to-network/lesson";
import { startOf, withSetting } from "../../lessons/answer";
import { freeIn, objectionTo } from "./objection";

const [bridge] = lesson.challenges;

describe("whether a setting is an answer to a challenge", () => {
  it("is not objected to where only what is free differs", () => {
    expect(objectionTo(bridge, startOf(bridge))).toBeNull();
    expect(objectionTo(bridge, withSetting(bridge, { "env.noise": 0.1 }))).toBeNull();
  });

  it("is, with the names of the controls, where more differs", () => {
    expect(
      objectionTo(bridge, withSetting(bridge, { "env.noise": 0, "env.stepReward": 1, "algo.inPlace": true })),
    ).toBe(
      "Only “Discount” and “Noise” may be changed here. Not as at the start: “Step reward” and “In place”. Set it back, or begin again.",
    );
    expect(objectionTo(bridge, withSetting(bridge, { "env.noise": 0, "algo.gamma": 1 }))).toContain(
      "Only 1 of “Discount” and “Noise” may be changed",
    );
  });

  it("is where it is another experiment", () => {
    expect(objectionTo(bridge, startOf(cave.challenges[1]))).toContain("another experiment");
  });

  it("names what is free", () => expect(freeIn(bridge)).toBe("“Discount” and “Noise”"));
});
