import { describe, expect, it } from "vitest";
import { toggleArrow } from "./arrows";

describe("arrows of a hand-made policy", () => {
  it("start from the random policy and go back to it", () => {
    const one = toggleArrow({}, 3, 1);
    expect(one).toEqual({ "3": [1] });
    const two = toggleArrow(one, 3, 0);
    expect(two).toEqual({ "3": [0, 1] });
    expect(toggleArrow(two, 3, 1)).toEqual({ "3": [0] });
    expect(toggleArrow(one, 3, 1)).toEqual({});
    expect(toggleArrow(one, 5, 2)).toEqual({ "3": [1], "5": [2] });
  });
});
