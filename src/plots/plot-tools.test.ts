import { describe, expect, it } from "vitest";
import { contrast } from "./colour";
import { labelsUnder, valueAxis, widthOf } from "./plot-axis";
import { colourBar } from "./plot-colour-bar";
import { sequentialIndex, sequentialPalette } from "./plot-colours";
import { unitOf } from "./plot-unit";
import { keyOf, KEY_ROW } from "./plot-key";
import { plainTex, quantityName, wrapped } from "./plot-text";

describe("unitOf", () => {
  it("is the size of the page’s text, and grows with large hosts", () => {
    expect(unitOf({ width: 360, height: 400 }, 12)).toBe(1);
    expect(unitOf({ width: 1200, height: 680 }, 12)).toBe(1.7);
    expect(unitOf({ width: 720, height: 680 }, 12)).toBeCloseTo(1.2);
    expect(unitOf({ width: 360, height: 400 }, 24)).toBe(2);
    expect(unitOf({ width: 1200, height: 500 }, 12, { width: 600, height: 500 })).toBe(1);
  });
});

describe("plainTex", () => {
  it("writes symbols as they are read", () => {
    expect(["x", "\\dot x", "\\theta", "\\dot\\theta", "\\dot{x}"].map(plainTex)).toEqual([
      "x",
      "\u1e8b",
      "θ",
      "θ\u0307",
      "\u1e8b",
    ]);
    expect(plainTex("\\text{left}")).toBe("left");
    expect(plainTex("Q(s, \\rightarrow)")).toBe("Q(s, →)");
    expect(plainTex("\\pi_\\theta(a \\mid s)")).toBe("πθ(a | s)");
    expect(plainTex("x_{12}")).toBe("x₁₂");
    expect(plainTex("\\hat V")).toBe("V\u0302");
  });
  it("names quantities, with their units where they have one", () => {
    expect(quantityName({ name: "angle", symbol: "\\theta", unit: "rad" })).toBe("angle θ (rad)");
    expect(quantityName({ name: "angle", symbol: "\\theta", unit: "" }, true)).toBe("θ");
  });
});

describe("wrapped", () => {
  it("breaks at spaces, and keeps every word", () => {
    expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapped("incomprehensible no", 5)).toEqual(["incomprehensible", "no"]);
    expect(wrapped("a\u00a0b c", 3)).toEqual(["a\u00a0b", "c"]);
  });
});

describe("axes", () => {
  it("clamp what lies beyond, and write minus signs", () => {
    const { of, ticks } = valueAxis([-2, 2], 0, 400, 100);
    expect([-9, 0, 9].map(of)).toEqual([0, 200, 400]);
    expect(ticks.map(({ label }) => label)).toEqual(["−2", "−1", "0", "1", "2"]);
    expect(widthOf(ticks)).toBeGreaterThan(14);
  });
  it("leave out labels that would touch", () => {
    const ticks = Array.from({ length: 30 }, (_, i) => ({ at: 10 * i, label: "0.25" }));
    const xs = labelsUnder(ticks, 0).map(({ x }) => x);
    expect(xs.length).toBeGreaterThan(3);
    for (let i = 1; i < xs.length; i++) expect(xs[i] - xs[i - 1]).toBeGreaterThanOrEqual(30);
  });
});

describe("sequential colours", () => {
  const palette = sequentialPalette("#f6f5f1", "#6ba7dd", "#2a76b4");
  it("get darker all the way, so that they can be read without hue", () => {
    const steps = palette.map(({ fill }) => contrast(fill, "#000000"));
    for (let i = 1; i < steps.length; i++) expect(steps[i]).toBeLessThan(steps[i - 1]);
  });
  it("leave lines in ink visible: 3 : 1 at least", () => {
    for (const { fill } of palette) expect(contrast(fill, "#16181d")).toBeGreaterThan(3);
    for (const { fill } of sequentialPalette("#24282f", "#2f6fa8", "#4f9bd6")) {
      expect(contrast(fill, "#eceef1")).toBeGreaterThan(2.5);
    }
  });
  it("are indexed from the low end to the high one", () => {
    expect([0, 50, 100, 999, NaN].map((value) => sequentialIndex(value, 0, 100))).toEqual([0, 16, 32, 32, 0]);
    expect(sequentialIndex(1, 5, 5)).toBe(0);
  });
});

describe("legends", () => {
  it("leave the words out before the colours", () => {
    const palette = sequentialPalette("#ffffff", "#888888", "#000000");
    const texts = (width: number) =>
      colourBar(palette, ["0", "100"], "discounted return", 0, 0, width).labels.map(({ text }) => text);
    expect(texts(400)).toEqual(["0", "100", "discounted return"]);
    expect(texts(160)).toEqual(["0", "100"]);
  });
  it("go on in another row where one is full", () => {
    const entry = { text: "present state", width: 20, sample: () => [] };
    const key = keyOf([entry, entry, entry], 8, 250);
    expect(key.height).toBe(2 * KEY_ROW);
    const { labels } = key.at(100);
    expect(labels.map(({ y }) => y)).toEqual([104, 104, 104 + KEY_ROW]);
    expect(labels[2].x).toBe(labels[0].x);
  });
});
