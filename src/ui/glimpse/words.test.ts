import { expect, it } from "vitest";
import type { GlimpsePicture, LocationPush } from "../../core/glimpse";
import { pushText } from "./words";

const push = (advantage: number): LocationPush => ({
  reward: 1,
  baseline: 1 - advantage,
  advantage,
  place: { x: 0, y: 0 },
  mean: { x: 0, y: 0 },
  gradient: { x: 1, y: 0 },
});
const picture = { pushes: null, glimpses: [], planned: 3 } as unknown as GlimpsePicture;

it("gives reward, baselines and advantages once there was an update", () => {
  expect(pushText({ ...picture, pushes: [push(0.25), push(-0.5)] })).toBe(
    "Right: R = 1. After glimpse t = 1, 2 …: b = 0.75, 1.50; A = +0.25, −0.50. " +
      "+ pulls the mean towards the place drawn, − pushes it away.",
  );
});

it("says what to do where there was none", () => {
  expect(pushText(picture)).toContain("Press Step");
  expect(pushText({ ...picture, planned: 1 })).toContain("nothing to push");
  expect(pushText({ ...picture, planned: 0, pushes: [] })).toContain("nothing to push");
});
