import { describe, expect, it } from "vitest";
import { zeroClock } from "../../core/algo";
import type { Scenario } from "../../core/scenario";
import type { Status } from "../../engine/protocol";
import { preparing } from "../controls/preparing";
import { IDLE } from "../store";
import { pushProblem } from "./push";
import { realTimeOf } from "./real-time";

const scenario: Scenario = {
  v: 1,
  env: { id: "cart-pole", params: { tau: 0.02 } },
  algo: { id: "dqn", params: {} },
  seed: 0,
};
const grid: Scenario = {
  ...scenario,
  env: { id: "grid-world", params: {} },
  algo: { id: "sarsa", params: {} },
};
const run = (status: Status) => ({ ...IDLE, status, clock: zeroClock() });

describe("a push", () => {
  it("is possible while a run is there and nothing else is under way", () => {
    expect(pushProblem({ scenario, run: run("running"), locks: [] })).toBe("");
    expect(pushProblem({ scenario, run: run("paused"), locks: [] })).toBe("");
  });

  it.each(["finished", "measuring", "seeking"] as const)("says why it is not while %s", (status) => {
    expect(pushProblem({ scenario, run: run(status), locks: [] })).toMatch(/\.$/);
  });

  it("has nothing to push before the run is there", () => {
    expect(pushProblem({ scenario, run: IDLE, locks: [] })).toMatch(/prepared/);
  });
});

describe("real time", () => {
  it("is 1/τ steps a second, where one goes by steps of the world", () => {
    expect(realTimeOf({ scenario })).toBe(50);
    expect(realTimeOf({ scenario: { ...scenario, view: { granularity: "episode" } } })).toBeUndefined();
    expect(realTimeOf({ scenario: grid })).toBeUndefined();
  });
});

describe("what there is to wait for", () => {
  it("is the code, then the network, and nothing for a table", () => {
    const lab = { scenario, run: IDLE, backend: null, fetching: null };
    expect(preparing(lab)).toMatch(/loading the network code/);
    expect(preparing({ ...lab, backend: {} as never })).toMatch(/building the network/);
    expect(preparing({ ...lab, run: run("paused") })).toBe("");
    expect(preparing({ ...lab, scenario: grid })).toBe("");
  });
});
