import { describe, expect, it } from "vitest";
import type { Glimpse, GlimpsePicture } from "../core/glimpse";
import { rowAt, stepColumns } from "./glimpse-steps-layout";
import { answerOf, answerText, glimpseSentence, percent, ranked, withArticle } from "./glimpse-words";
import { describeHidden, hiddenDomain, hiddenTable } from "./hidden-strip";

const glimpse: Glimpse = {
  place: { x: 0.2, y: -0.4 },
  patches: new Float32Array(64),
  hidden: Float32Array.of(0, 0.5, 2.25, 0),
  belief: Float32Array.of(0, 0.2, 0, 0, 0, 0, 0, 0.62, 0.18, 0),
  baseline: 0.7,
  mean: { x: 0, y: 0 },
};
const picture: GlimpsePicture = {
  size: 28,
  patch: 8,
  scales: 1,
  planned: 2,
  pixels: new Uint8Array(784),
  label: 7,
  sigma: 0.1,
  glimpses: [glimpse, glimpse],
  pushes: null,
};

describe("the rows", () => {
  it("leave room for every part, one after the other, also on a phone and with three scales", () => {
    for (const width of [300, 340, 560]) {
      for (const aspect of [1, 2.1, 3.2]) {
        const { patches, bars, named, baseline } = stepColumns(width, 40, aspect);
        expect(patches.left + patches.width).toBeLessThan(bars.middles[0] - bars.width / 2);
        expect(bars.middles[9] + bars.width / 2).toBeLessThan(named);
        expect(bars.width).toBeGreaterThan(2);
        expect(patches.width / patches.height).toBeCloseTo(aspect);
        expect(baseline).toBeLessThan(width);
      }
    }
  });
  it("stay within the picture", () => {
    const { top, height } = rowAt(7, 8, 40, 300);
    expect(top + height).toBeLessThanOrEqual(300);
    expect(rowAt(0, 1, 40, 900).height).toBeLessThan(80);
  });
});

describe("the answer", () => {
  it("is right, wrong, not yet final, or of an image that nobody knows", () => {
    expect(answerText(picture)).toBe("✓ Answers 7 (62 %): right");
    expect(answerText({ ...picture, label: 8 })).toBe("✗ Answers 7 (62 %): wrong, it is an 8");
    expect(answerText({ ...picture, label: -1 })).toBe("Answers 7 (62 %)");
    expect(answerText({ ...picture, planned: 6 })).toBe("So far 7 (62 %), 2 of 6 glimpses");
    expect(answerText({ ...picture, glimpses: [] })).toBe("No glimpse yet");
    expect(answerOf({ ...picture, glimpses: [] })).toBeNull();
  });
  it("comes from the most probable class", () => {
    expect(
      ranked(glimpse.belief)
        .slice(0, 3)
        .map(({ digit }) => digit),
    ).toEqual([7, 1, 8]);
    expect(glimpseSentence({ ...picture, planned: 6 }, 1)).toBe(
      "Glimpse 2 of 6 at x 0.20, y −0.40: most likely a 7 (62 %).",
    );
    expect(withArticle(8)).toBe("an 8");
  });
  it("is never said to be certain when it is not", () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(["0 %", "< 1 %", "50 %", "> 99 %", "100 %"]);
  });
});

describe("the hidden state", () => {
  it("is coloured from 0 to a round number, below 0 where units can be", () => {
    expect(hiddenDomain(picture)).toEqual([0, 3]);
    const negative = { ...glimpse, hidden: Float32Array.of(-0.8, 0.5) };
    expect(hiddenDomain({ ...picture, glimpses: [negative] })).toEqual([-1, 0.5]);
    expect(hiddenDomain({ ...picture, glimpses: [] })).toEqual([0, 1]);
  });
  it("is described by how many units are awake, and has a row a unit", () => {
    expect(describeHidden(picture)).toBe(
      "Hidden state of 4 units. Above 0: 2 after glimpse 1, 2 after glimpse 2.",
    );
    expect(describeHidden(null)).toContain("nothing to show yet");
    expect(hiddenTable(picture).rows[2]).toEqual([3, 2.25, 2.25]);
  });
});
