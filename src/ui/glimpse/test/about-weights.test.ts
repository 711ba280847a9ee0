import { describe, expect, it } from "vitest";
import { shippedTests } from "../../../scenario/evidence/shipped";
import { factsOf } from "./about-weights";

const CARD = {
  data: "MNIST, 60,000 training digits, made anew for every batch",
  epochs: "140",
  updates: "65520",
  seed: "1",
  testErrorInPyTorch: "1.18",
  date: "2026-11-28",
  command: "python3 scripts/glimpse/train.py glimpse-28 --seed 1 --epochs 140",
};
const TEST = {
  preset: "glimpse-28",
  gaze: "learned",
  glimpses: 6,
  wrong: 112,
  count: 10_000,
  backend: "wasm",
  date: "2026-11-30",
} as const;

const saidOf = (...of: Parameters<typeof factsOf>) =>
  Object.fromEntries(factsOf(...of).map(({ term, says }) => [term, says]));

describe("what is told of shipped weights", () => {
  it("is what their file says, and what was measured", () => {
    expect(saidOf(CARD, TEST)).toEqual({
      "Trained on": CARD.data,
      Training: "65,520 updates in 140 epochs (times through the digits)",
      Seed: "1",
      "Test error":
        "1.12 % (95 % interval 0.93 to 1.35 %; 112 of 10,000 wrong); 6 glimpses, each held-out digit looked at once (M = 1), nothing averaged. Measured in this program (wasm, 2026-11-30).",
      "Test error in PyTorch": "1.18 %",
      "Date of the file": "2026-11-28",
      "Made by": CARD.command,
    });
    expect(factsOf(CARD, TEST).filter(({ isCode }) => isCode)).toMatchObject([{ term: "Made by" }]);
  });

  it("names the training that theirs went on from", () => {
    const begunWith = "100 epochs before: python3 scripts/glimpse/train.py glimpse-28";
    expect(saidOf({ ...CARD, begunWith }, TEST)["Went on from"]).toBe(begunWith);
  });

  it("leaves out what is not said, down to nothing", () => {
    expect(factsOf({}, undefined)).toEqual([]);
    expect(Object.keys(saidOf({}, TEST))).toEqual(["Test error"]);
    expect(saidOf({ epochs: "3", unknown: "x", seed: "" }, undefined)).toEqual({
      Training: "3 epochs (times through the digits)",
    });
  });

  it("leaves as it stands what should be a count and is none", () => {
    expect(saidOf({ updates: "many" }, undefined)).toEqual({ Training: "many updates" });
    expect(saidOf({ updates: "-1e400" }, undefined)).toEqual({ Training: "-1e400 updates" });
  });

  it("has a measurement for each file that is shipped", () => {
    for (const weights of ["glimpse-28", "glimpse-60-translated", "glimpse-60-cluttered"]) {
      expect(shippedTests.some(({ preset, gaze }) => preset === weights && gaze === "learned")).toBe(true);
    }
  });
});
