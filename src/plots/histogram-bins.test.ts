import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binErrors } from "./histogram-bins";
import { captionOf } from "./histogram-words";

describe("binErrors", () => {
  it("counts every error once, on a domain symmetric about an edge at 0", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 200 }),
        (errors) => {
          const { bins, extent, beyond } = binErrors(errors, 0);
          expect(bins[0].low).toBeCloseTo(-extent, 9);
          expect(bins.at(-1)?.high).toBeCloseTo(extent, 9);
          expect(bins.some(({ low }) => Math.abs(low) < 1e-12)).toBe(true);
          expect(bins.reduce((sum, { count }) => sum + count, 0) + beyond).toBe(errors.length);
        },
      ),
    );
  });

  it("tells the errors within |δ| ≤ 1 from those outside; the border itself is inside", () => {
    expect(binErrors([-1, 0.5, 1, 1.01, -2], 0)).toMatchObject({ outside: 2, count: 5, largest: 2 });
    expect(binErrors([-1, 0.5, 1, 1.5, -2], 0).mean).toBeCloseTo(0);
  });

  it("cuts the few that would flatten the rest, and says how many", () => {
    const errors = [...Array.from({ length: 500 }, (_, i) => (i % 21) / 10 - 1), -26, 30];
    const { extent, beyond, largest } = binErrors(errors, 0);
    expect(extent).toBe(1);
    expect(beyond).toBe(2);
    expect(largest).toBe(30);
  });

  it("keeps its domain while the errors need more than half of it", () => {
    expect(binErrors([1.2], 2).extent).toBe(2);
    expect(binErrors([0.4], 2).extent).toBe(0.5);
  });

  it("counts what is no number, and survives nothing at all", () => {
    expect(binErrors([NaN, Infinity, 0.5], 0)).toMatchObject({ notFinite: 2, count: 1 });
    expect(binErrors([], 0)).toMatchObject({ count: 0, extent: 1, outside: 0 });
    expect(binErrors([0, 0], 0).bins.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });
});

describe("captionOf", () => {
  const caption = (errors: number[]) =>
    captionOf(binErrors(errors, 0), "4 transitions").replaceAll("\u00a0", " ");
  it("counts what is outside |δ| ≤ 1, beyond the axis, and no number", () => {
    expect(caption([-2, 0.5, 0.5, 3])).toBe("4 transitions: mean δ 0.5; 2 of 4 (50 %) outside |δ| ≤ 1.");
    expect(caption([0.5, -0.25])).toBe("4 transitions: mean δ 0.125; all within |δ| ≤ 1.");
    expect(caption([0.5, NaN])).toContain("1 is not a number.");
    const cut = caption([...Array.from({ length: 99 }, () => 1), 40]);
    expect(cut).toContain("1 beyond ±1, up to |δ| = 40.");
  });
  it("survives nothing", () => {
    expect(captionOf(null, "")).toBe("Nothing to show yet.");
    expect(caption([NaN])).toBe("4 transitions: no numbers.");
  });
});
