import { describe, expect, it } from "vitest";
import { algoSpec } from "../algos";
import { stopSays } from "../engine/goals";
import { tickUnit } from "./tick-unit";

const unitOf = (id: string, params: Record<string, unknown> = {}) => tickUnit(algoSpec(id), params);
const after = (count: number) => ({ key: "ticks" as const, count });

describe("what a tick is called", () => {
  it.each([
    ["value-iteration", {}, "backup"],
    ["policy-iteration", {}, "backup"],
    ["prioritized-sweeping", {}, "backup"],
    ["q-learning", {}, "step"],
    ["dqn", { environments: 1 }, "step"],
    ["dqn", { environments: 10 }, "round"],
    ["reinforce", { trajectories: 1 }, "step"],
    ["reinforce", { trajectories: 10 }, "round"],
    ["actor-critic", { trajectories: 4 }, "round"],
    ["ram", { batchSize: 64 }, "glimpse"],
    ["full-image", { batchSize: 64 }, "update"],
  ])("%s with %j: %s", (id, params, wanted) => {
    expect(unitOf(id, params).one).toBe(wanted);
  });

  it("is said where a run stops by it", () => {
    expect(stopSays(after(1), unitOf("dqn", { environments: 1 }))).toBe("Stopped after 1 step, as set.");
    expect(stopSays(after(16_000), unitOf("ram"))).toBe(
      "Stopped after 16,000 glimpses, as set, each one glimpse of every image of the batch.",
    );
    expect(stopSays(after(200), unitOf("reinforce", { trajectories: 10 }))).toBe(
      "Stopped after 200 rounds, as set, each one step of every environment at once.",
    );
    expect(stopSays({ key: "episodes", count: 1 }, unitOf("reinforce"))).toBe(
      "Stopped after 1 episode, as set.",
    );
  });
});
