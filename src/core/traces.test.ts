import { describe, expect, it } from "vitest";
import { Traces } from "./traces";

const constant = { alpha: 0.5, alphaSchedule: "constant" } as const;

describe("eligibility traces", () => {
  it("are the same as visiting the whole table at every step, but for those below 1e-8", () => {
    const size = 40;
    const sparse = new Traces(new Float64Array(size));
    const full = new Float64Array(size);
    const Q = new Float64Array(size);
    const reference = new Float64Array(size);
    const visits = new Float64Array(size).fill(1);
    for (let step = 0; step < 500; step++) {
      const pair = (step * step + 3 * step) % size;
      const delta = (step % 7) - 3;
      sparse.mark(pair, "accumulating");
      full[pair] += 1;
      sparse.move(Q, delta, visits, constant);
      for (let i = 0; i < size; i++) reference[i] += 0.5 * delta * full[i];
      sparse.decay(0.7);
      for (let i = 0; i < size; i++) full[i] *= 0.7;
    }
    for (let i = 0; i < size; i++) {
      expect(Math.abs(sparse.e[i] - full[i])).toBeLessThan(1e-8);
      expect(Math.abs(Q[i] - reference[i])).toBeLessThan(1e-6);
    }
    expect(sparse.size).toBeLessThan(size);
  });

  it("are replaced or added to, cut, and gone in a new episode", () => {
    const traces = new Traces(new Float64Array(3));
    traces.mark(1, "accumulating");
    traces.mark(1, "accumulating");
    expect(traces.e[1]).toBe(2);
    traces.mark(1, "replacing");
    expect([traces.e[1], traces.size]).toEqual([1, 1]);
    traces.cut();
    expect([traces.e[1], traces.size]).toEqual([0, 0]);
    traces.mark(2, "replacing");
    traces.restart();
    expect([...traces.e, traces.size]).toEqual([0, 0, 0, 0]);
  });

  it("with 1/N move each entry by its own step size", () => {
    const traces = new Traces(new Float64Array(2));
    const Q = new Float64Array(2);
    traces.mark(0, "replacing");
    traces.mark(1, "replacing");
    traces.move(Q, 12, Float64Array.of(3, 4), { alpha: 0.5, alphaSchedule: "one-over-n" });
    expect(Array.from(Q)).toEqual([4, 3]);
  });
});
