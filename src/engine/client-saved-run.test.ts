import { describe, expect, it } from "vitest";
import { zeroClock } from "../core/algo";
import type { Change } from "../core/scenario";
import { parseScenario } from "../scenario/parse";
import { leadsThrough, savedRun, type SavedRun } from "./client-saved-run";
import { keptSays } from "./client-words";
import type { Checkpoint } from "./protocol";

const parsed = parseScenario({ v: 1, env: { id: "cart-pole" }, algo: { id: "dqn" }, seed: 7 });
if (!parsed.ok) throw new Error(parsed.error);
const scenario = parsed.value;

const at = (tick: number) => ({ tick, phase: 0 });
const change = (tick: number, push: number): Change => ({ at: at(tick), push });

function checkpointAt(tick: number, era = 0): Checkpoint {
  return { position: at(tick), era, clock: { ...zeroClock(), ticks: tick, steps: tick } } as Checkpoint;
}

it("is offered with what it means on another backend", () => {
  const found: SavedRun = { scenario, checkpoint: checkpointAt(1200), backends: ["webgpu"] };
  expect(keptSays(found, "webgpu")).toMatch(/up to step 1,200\.$/);
  expect(keptSays(found, "wasm")).toMatch(
    /step 1,200\. Up to there it was trained on WebGPU; on WebAssembly.*mixed/,
  );
  expect(keptSays({ ...found, backends: ["webgpu", "wasm"] }, "wasm")).toMatch(
    /WebGPU, then on WebAssembly;/,
  );
});

describe("whether a run comes through a saved one", () => {
  const saved = (tick: number, ...made: Change[]): SavedRun => {
    const { changes: _none, ...rest } = scenario;
    return {
      scenario: made.length > 0 ? { ...rest, changes: made } : rest,
      checkpoint: checkpointAt(tick, made.length),
      backends: ["wasm"],
    };
  };

  it("depends on what it begins with and what has changed before", () => {
    expect(leadsThrough(scenario, saved(10))).toBe(true);
    expect(leadsThrough({ ...scenario, title: "x", stop: { ticks: 3 } }, saved(10))).toBe(true);
    expect(leadsThrough({ ...scenario, seed: 8 }, saved(10))).toBe(false);
    const changed = { ...scenario, changes: [change(5, 1), change(10, 1), change(20, 1)] };
    expect(leadsThrough(changed, saved(4))).toBe(true);
    expect(leadsThrough(changed, saved(6))).toBe(false);
    expect(leadsThrough(changed, saved(6, change(5, 1)))).toBe(true);
    expect(leadsThrough(changed, saved(6, change(5, -1)))).toBe(false);
    expect(leadsThrough(changed, saved(10, change(5, 1)))).toBe(true);
    expect(leadsThrough(changed, saved(10, change(5, 1), change(10, 1)))).toBe(true);
    expect(leadsThrough(changed, saved(20, change(5, 1)))).toBe(false);
  });

  it("is asked before a checkpoint is kept", () => {
    const changed = { ...scenario, changes: [change(5, 1), change(20, 1)] };
    expect(savedRun(changed, checkpointAt(10, 1), ["wasm"])?.scenario.changes).toEqual([change(5, 1)]);
    expect(savedRun(changed, checkpointAt(30, 1), ["wasm"])).toBeNull();
    expect(savedRun(changed, checkpointAt(30, 3), ["wasm"])).toBeNull();
  });
});
