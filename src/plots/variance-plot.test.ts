import { describe, expect, it } from "vitest";
import type { VarianceReport } from "../core/variance";
import { cosineDomain, isStacked, stripPath, varianceAxis, varianceLayout } from "./variance-plot-layout";
import {
  describeVariance,
  ratioText,
  sampleText,
  shortSentence,
  varianceSentence,
  varianceTable,
} from "./variance-plot-words";

const setting = (label: string, variance: number, cosine: number, cosines = [cosine]) => ({
  id: label,
  label,
  discounted: false,
  isUnbiased: true,
  variance,
  norm: 10,
  cosine,
  cosines,
});
const report: VarianceReport = {
  estimates: 64,
  trajectories: 10,
  reference: 2000,
  referenceIs: "reward-to-go",
  steps: 58123,
  settings: [
    setting("whole return", 8000, 0.2),
    setting("reward-to-go", 2000, 0.4),
    setting("V(s)", 100, 0.8),
  ],
};

describe("ratioText", () => {
  it("says smaller, larger, or neither", () => {
    expect(ratioText(8000, 2000)).toBe("4 times smaller");
    expect(ratioText(10, 27)).toBe("2.7 times larger");
    expect(ratioText(100, 98)).toBe("about as large");
    expect(ratioText(100, 102)).toBe("about as large");
    expect(ratioText(8000, 95)).toBe("84 times smaller");
  });
  it("does not divide by what is nothing", () => {
    expect(ratioText(0, 3)).toBe("not comparable");
    expect(ratioText(3, 0)).toBe("0");
    expect(ratioText(NaN, 3)).toBe("not comparable");
  });
});

describe("words", () => {
  it("take the ratios from the data", () => {
    expect(varianceSentence(report)).toBe(
      "Noise compared with “whole return”: “reward-to-go” 4 times smaller, “V(s)” 80 times smaller.",
    );
    const reversed = { ...report, settings: report.settings.toReversed() };
    expect(varianceSentence(reversed)).toContain("“reward-to-go” 20 times larger");
    expect(varianceSentence({ ...report, settings: report.settings.slice(0, 1) })).toBe(
      "The noise of “whole return” is 8,000.",
    );
    expect(varianceSentence({ ...report, settings: [] })).toBe("");
    expect(shortSentence(report)).toBe("Noise of “V(s)” compared with “whole return”: 80 times smaller.");
    expect(shortSentence({ ...report, settings: report.settings.slice(0, 1) })).toBe("");
  });
  it("compare only what aims at the same gradient and points there", () => {
    const discounted = (label: string, variance: number, cosine: number, isUnbiased = true) => ({
      ...setting(label, variance, cosine),
      discounted: true,
      isUnbiased,
    });
    const mixed = {
      ...report,
      settings: [
        ...report.settings,
        discounted("discounted", 600, 0.3),
        discounted("one-step", 5, -0.75, false),
        discounted("normalised", 200, 0.06, false),
      ],
    };
    expect(varianceSentence(mixed)).toBe(
      "Noise compared with “whole return”: “reward-to-go” 4 times smaller, “V(s)” 80 times smaller. " +
        "Noise compared with “discounted”: “normalised” 3 times smaller. " +
        "“one-step” is biased: it points elsewhere (mean cosine −0.75), and little scatter does not help.",
    );
    expect(shortSentence(mixed)).toContain("Noise of “normalised” compared with “discounted”: 3 times");
    expect(shortSentence(mixed)).not.toContain("Noise of “one-step”");
    const noisy = { ...report, settings: [discounted("normalised", 6.3, 0.4, false)] };
    expect(varianceSentence(noisy)).toBe("The noise of “normalised” is 6.3.");
  });
  it("say what it was measured on", () => {
    expect(sampleText(report)).toContain("64 estimates of 10 trajectories each");
    expect(sampleText(report)).toContain("58,123 environment steps in all. Reference: reward-to-go (2,000");
    expect(describeVariance(report)).toContain("reward-to-go: noise 2,000, norm 10, mean cosine 0.40.");
  });
  it("are a table in the order given", () => {
    const { rows } = varianceTable({ ...report, settings: [setting("a", 5, 0.5, [0.25, 0.75])] });
    expect(rows).toEqual([["a", 5, 10, 0.5, 0.25, 0.75]]);
  });
});

describe("layout", () => {
  it("keeps its columns apart and inside", () => {
    for (const width of [320, 480, 640, 1000]) {
      for (const stacked of [true, false]) {
        const { variance, cosine, norm } = varianceLayout(width, 300, 90, 5, stacked);
        expect(variance.left).toBeLessThan(variance.right);
        expect(variance.right).toBeLessThan(cosine.left);
        expect(cosine.left).toBeLessThan(cosine.right);
        expect(Math.max(cosine.right, norm)).toBeLessThan(width);
      }
    }
  });
  it("puts names over the dots where they would take too much width, less readily where rows are low", () => {
    expect(isStacked(360, 60, 100)).toBe(true);
    expect(isStacked(1000, 60, 160)).toBe(false);
    expect(isStacked(720, 60, 280)).toBe(true);
    expect(isStacked(720, 26, 280)).toBe(false);
  });
  it("has a logarithmic axis: equal ratios are equal distances", () => {
    const { of, ticks } = varianceAxis(
      [setting("a", 10, 0), setting("b", 100, 0), setting("c", 1000, 0)],
      0,
      300,
    );
    expect(of(100) - of(10)).toBeCloseTo(of(1000) - of(100), 6);
    expect(ticks.map(({ label }) => label)).toEqual(["10", "100", "1,000"]);
  });
  it("has ticks within one decade too, and survives zeros and no numbers", () => {
    expect(varianceAxis([setting("a", 2, 0), setting("b", 5, 0)], 0, 300).ticks.length).toBeGreaterThan(1);
    const { of } = varianceAxis([setting("a", 0, 0), setting("b", NaN, 0)], 10, 300);
    expect([0, NaN].map(of)).toEqual([10, 10]);
  });
  it("shows negative cosines only where there are any", () => {
    expect(cosineDomain(report.settings)).toEqual([0, 1]);
    expect(cosineDomain([setting("a", 1, 0.1, [-0.1, 0.3])])).toEqual([-1, 1]);
  });
  it("keeps every dot of a strip inside its height", () => {
    const d = stripPath(
      Array.from({ length: 50 }, () => 0.5),
      (c) => 100 * c,
      40,
      20,
      2,
    );
    const ys = [...d.matchAll(/M[\d.]+,([\d.]+)a/g)].map((match) => Number(match[1]));
    expect(ys).toHaveLength(50);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(32);
    expect(Math.max(...ys)).toBeLessThanOrEqual(48);
    expect(new Set(ys).size).toBeGreaterThan(30);
  });
});
