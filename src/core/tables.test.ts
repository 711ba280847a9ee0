import { describe, expect, it } from "vitest";
import type { Env } from "./env";
import { decisionsOf, fitTable, learnerView, zeroTable } from "./tables";
import { emptyTrail, restartTrail } from "./trail";

const unknown: Env<number> = {
  obsShape: [1],
  nActions: 2,
  reset: () => 0,
  step: (state) => ({ state, reward: 0, terminated: false, truncated: false }),
  observe: () => undefined,
  tabular: { nStates: 3, indexOf: (state) => state },
};

describe("tables", () => {
  it("take every state for a decision where no model says better, and refuse a world without numbered states", () => {
    expect(Array.from(decisionsOf(unknown).decisionStates)).toEqual([0, 1, 2]);
    const { tabular: _, ...continuous } = unknown;
    expect(() => decisionsOf(continuous)).toThrow("numbered");
  });

  it("hold the initial value at decisions only", () => {
    const decisions = { nStates: 3, nActions: 2, decisionStates: Int32Array.of(1) };
    const Q = zeroTable(decisions);
    fitTable(decisions, Q, zeroTable(decisions), 4);
    expect(Array.from(Q)).toEqual([0, 0, 4, 4, 0, 0]);
  });

  it("keep what was learned, and forget it with its count where there is no decision any more", () => {
    const Q = Float64Array.of(1, 4, 2, 4, 0, 0);
    const updates = Float64Array.of(3, 0, 5, 0, 0, 0);
    fitTable({ nStates: 3, nActions: 2, decisionStates: Int32Array.of(0, 2) }, Q, updates, 4);
    expect(Array.from(Q)).toEqual([1, 4, 0, 0, 4, 4]);
    expect(Array.from(updates)).toEqual([3, 0, 0, 0, 0, 0]);
    fitTable({ nStates: 3, nActions: 2, decisionStates: Int32Array.of(0, 1) }, Q, updates, 4);
    expect(Array.from(Q)).toEqual([1, 4, 4, 4, 0, 0]);
  });

  it("show no agent before the first episode", () => {
    const decisions = decisionsOf(unknown);
    const tables = { Q: zeroTable(decisions), visits: zeroTable(decisions), trail: emptyTrail() };
    expect(learnerView(decisions, tables, 0.5)).not.toHaveProperty("agent");
    restartTrail(tables.trail, 2);
    expect(learnerView(decisions, tables, 0.5)).toMatchObject({ agent: 2, trail: [2] });
  });
});
