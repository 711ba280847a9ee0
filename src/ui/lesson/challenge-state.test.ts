import { describe, expect, it } from "vitest";
import { startOf, withSetting } from "../../lessons/answer";
import { lesson } from "../../lessons/05-bellman/lesson";
import { isOfAnother } from "./challenge-state";

const [bridge] = lesson.challenges;
const start = startOf(bridge);
const solved = withSetting(bridge, { "env.noise": 0 });

describe("a result", () => {
  it("is of another setting once a parameter is changed, and of this one when it is set back", () => {
    expect(isOfAnother({ setting: solved }, start)).toBe(true);
    expect(isOfAnother({ setting: solved }, withSetting(bridge, { "env.noise": 0 }))).toBe(false);
  });

  it("is of no setting where it says that none does it", () => {
    expect(isOfAnother({ setting: null }, solved)).toBe(false);
  });
});
