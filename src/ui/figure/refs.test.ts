import { describe, expect, it } from "vitest";
import { backupEquation } from "../../core/equations";
import { markedNumbers, parseRef } from "./refs";

describe("references in equations", () => {
  it("name a state, or a state and an action", () => {
    expect(parseRef("s12")).toEqual({ state: 12 });
    expect(parseRef("s12a1")).toEqual({ state: 12, action: 1 });
    for (const wrong of ["", "s", "12", "s1a", "s-1", "s1a1 ", "s99999999999"])
      expect(parseRef(wrong)).toBeNull();
  });

  it("are found in the order in which they are read, with the text they mark", () => {
    const lines = backupEquation("optimality", {
      state: 5,
      action: 1,
      before: 0,
      after: -1.9,
      terms: [
        { probability: 0.8, reward: -1, next: 6, nextAction: 2, nextValue: -1, ends: false },
        { probability: 0.2, reward: -1, next: 1, nextValue: 0, ends: true },
      ],
      numbers: { gamma: 0.9 },
    });
    expect(markedNumbers(lines)).toEqual([
      { ref: "s6a2", state: 6, action: 2, text: "0.8" },
      { ref: "s6a2", state: 6, action: 2, text: "−1" },
      { ref: "s1", state: 1, text: "0.2" },
      { ref: "s5a1", state: 5, action: 1, text: "−1.9" },
    ]);
  });

  it("reads out powers of ten, and skips what is not a reference", () => {
    expect(markedNumbers(["\\htmlData{ref=s1}{3\\cdot 10^{-7}} + \\htmlData{ref=x}{2}"])).toEqual([
      { ref: "s1", state: 1, text: "3 times ten to the −7" },
    ]);
  });
});
