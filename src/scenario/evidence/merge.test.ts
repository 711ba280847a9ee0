import { describe, expect, it } from "vitest";
import { merged } from "../../../scripts/evidence/merge";
import type { Evidence } from ".";

/** An entry whose runs are told apart by how many steps they took. */
const entry = (
  preset: string,
  date: string,
  steps: Record<number, number>,
  { backend = "wasm", form = 1 } = {},
): Evidence => ({
  preset,
  date,
  backend,
  form,
  runs: Object.entries(steps).map(([seed, taken]) => ({
    seed: Number(seed),
    solvedAtStep: null,
    steps: taken,
    episodes: 1,
    updates: 1,
    greedyMean: null,
    wallSeconds: 1,
    diverged: false,
  })),
});

const stepsOf = ({ runs }: Evidence) => runs.map(({ seed, steps }) => [seed, steps]);

describe("a record made in several sittings", () => {
  it("keeps old seeds, replaces those measured again, and sorts by seed as a number", () => {
    const old = [entry("b", "2026-01-01", { 2: 20, 10: 100 })];
    const [now, ...others] = merged(old, entry("b", "2026-01-02", { 9: 91, 2: 21 }));
    expect(stepsOf(now)).toEqual([
      [2, 21],
      [9, 91],
      [10, 100],
    ]);
    expect(others).toEqual([]);
    expect(stepsOf(old[0])).toEqual([
      [2, 20],
      [10, 100],
    ]);
  });

  it("has the newest date, whichever sitting is put in last", () => {
    const [early, late] = [entry("b", "2026-01-09", { 1: 1 }), entry("b", "2026-01-10", { 2: 2 })];
    expect(merged([early], late)[0].date).toBe("2026-01-10");
    expect(merged([late], early)[0].date).toBe("2026-01-10");
  });

  it("leaves other presets as they are, sorted by name", () => {
    const [a, c] = [entry("a", "2026-01-01", { 1: 1 }), entry("c", "2026-01-01", { 1: 3 })];
    const b = entry("b", "2026-01-02", { 1: 2 });
    expect(merged([c, a], b)).toEqual([a, b, c]);
  });

  it.each([{ backend: "webgpu" }, { form: 2 }])("does not mix runs with those of %o", (other) => {
    const now = merged([entry("b", "2026-01-02", { 1: 1, 2: 2 }, other)], entry("b", "2026-01-01", { 2: 3 }));
    expect(now).toEqual([entry("b", "2026-01-01", { 2: 3 })]);
  });
});
