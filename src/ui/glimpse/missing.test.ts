import { beforeEach, describe, expect, it, vi } from "vitest";
import { algoSpec } from "../../algos";
import { defaultsOf } from "../../core/params";
import type { Position, Scenario } from "../../core/scenario";
import type { BackendReport } from "../../engine/protocol";

const session = {
  open: vi.fn<(scenario: Scenario, origin: string, resuming?: object) => void>(),
  reset: vi.fn<() => void>(),
  setParams: vi.fn<(part: object) => void>(),
};
vi.mock("../session", () => session);

const { IDLE, useLab } = await import("../store");
const { beginAnew, canBeginAnew, fetchAgain, missingDigits } = await import("./missing");

const clock = { ticks: 0, states: 0, stages: 0, sweeps: 0, episodes: 0, steps: 0, updates: 0, solves: 0 };
const says = "There are no training digits.";
const standing = { ...IDLE, clock, status: "paused" as const, outcome: { reason: "stop" as const, says } };
const backend = { name: "wasm" } as BackendReport;

const scenario = (algo: string, params: object, rest: Partial<Scenario> = {}): Scenario => ({
  v: 1,
  env: { id: "glimpse", params: {} },
  algo: { id: algo, params: { ...defaultsOf<object>(algoSpec(algo)?.params ?? {}), ...params } },
  seed: 1,
  ...rest,
});
const shipped = scenario("ram", { weights: "glimpse-28" });

beforeEach(() => vi.clearAllMocks());

describe("digits that have not come", () => {
  it("are told of while the run that lacks them stands", () => {
    expect(missingDigits({ run: standing, fetching: 0.4 })).toBe(says);
    expect(missingDigits({ run: standing, fetching: 0 })).toBe(says);
  });

  it.each([
    ["all have come", { run: standing, fetching: 1 }],
    ["there were none to fetch", { run: standing, fetching: null }],
    ["they are on their way", { run: IDLE, fetching: 0.4 }],
    ["they are on their way again", { run: { ...standing, status: "preparing" as const }, fetching: 0.4 }],
    ["the run has nothing to say", { run: { ...standing, outcome: null }, fetching: 0.4 }],
  ])("are not where %s", (_, lab) => {
    expect(missingDigits(lab)).toBeNull();
  });

  const at = (tick: number): Position => ({ tick, phase: 0 });

  it("are fetched again for a run from the start", () => {
    useLab.setState({ base: shipped, scenario: shipped, run: standing });
    fetchAgain();
    expect(session.reset).toHaveBeenCalledOnce();
    expect(session.open).not.toHaveBeenCalled();
  });

  it("are fetched again for a run that was to go further", () => {
    const base = { ...shipped, view: { at: at(60) } };
    useLab.setState({ base, scenario: shipped, run: standing, origin: "link" });
    fetchAgain();
    expect(session.open).toHaveBeenCalledExactlyOnceWith(base, "link");
    expect(session.reset).not.toHaveBeenCalled();
  });

  it("are fetched again for training that was kept, which goes on from where it was", () => {
    useLab.setState({
      base: shipped,
      scenario: shipped,
      run: { ...standing, position: at(600) },
      origin: "own",
    });
    fetchAgain();
    const [opened, origin, resuming] = session.open.mock.calls[0];
    expect(opened).toMatchObject({ algo: shipped.algo, view: { at: at(600) } });
    expect([origin, resuming]).toEqual(["own", { resumed: true }]);
  });
});

describe("shipped weights that have not come", () => {
  const failed = { ...IDLE, status: "paused" as const };

  it("can be done without", () => {
    expect(canBeginAnew({ run: failed, backend, scenario: shipped, locks: [] })).toBe(true);
    beginAnew();
    expect(session.setParams).toHaveBeenCalledExactlyOnceWith({ algo: { weights: "fresh" } });
    expect(algoSpec("ram")?.shipped?.({ ...shipped.algo.params, weights: "fresh" })).toBeNull();
  });

  it.each([
    ["the run is there", { run: standing, backend, scenario: shipped }],
    ["it is still on its way", { run: IDLE, backend, scenario: shipped }],
    ["there is nothing to compute on", { run: failed, backend: null, scenario: shipped }],
    ["they were not asked for", { run: failed, backend, scenario: scenario("ram", {}) }],
    ["the algorithm has none", { run: failed, backend, scenario: scenario("full-image", {}) }],
    ["they are locked", { run: failed, backend, scenario: { ...shipped, locks: ["algo.weights"] } }],
    ["the page around locks them", { run: failed, backend, scenario: shipped, locks: ["parameters"] }],
  ])("are not offered to be done without where %s", (_, lab) => {
    expect(canBeginAnew({ locks: [], ...lab })).toBe(false);
  });
});
