import { describe, expect, it } from "vitest";
import { IDLE, useLab } from "../store";
import { hasFailed, preparing } from "./preparing";

const lab = {
  ...useLab.getState(),
  scenario: { v: 1 as const, env: { id: "cart-pole", params: {} }, algo: { id: "dqn", params: {} }, seed: 1 },
};
const clock = { ticks: 0, states: 0, stages: 0, sweeps: 0, episodes: 0, steps: 0, updates: 0, solves: 0 };

describe("while a run is being prepared", () => {
  it("says what for", () => {
    expect(preparing({ ...lab, run: IDLE })).toBe(
      "Preparing: loading the network code and starting what it is computed on …",
    );
  });

  it("promises to run where Run was pressed already", () => {
    const run = { ...IDLE, status: "running" as const };
    expect(hasFailed(run)).toBe(false);
    expect(preparing({ ...lab, run })).toMatch(/It will run as soon as it is ready\.$/);
  });

  it("says nothing once there is a run, or when it has failed", () => {
    expect(preparing({ ...lab, run: { ...IDLE, status: "running", clock } })).toBe("");
    const failed = { ...IDLE, status: "paused" as const };
    expect(hasFailed(failed)).toBe(true);
    expect(preparing({ ...lab, run: failed })).toBe("");
  });
});
