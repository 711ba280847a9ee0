import { describe, expect, it } from "vitest";
import { parseScenario, parseScenarioText, toJson } from "./schema";

const env = { id: "grid-world", params: { rows: ["S..", ".#T"] } };
const algo = { id: "value-iteration", params: { gamma: 0.9 } };
const base = { v: 1, env, algo };

function errorOf(raw: unknown): string {
  const parsed = parseScenario(raw);
  return parsed.ok ? "" : parsed.error;
}

function valueOf(raw: unknown) {
  const parsed = parseScenario(raw);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe("parseScenario", () => {
  it("fills in what a hand-written file leaves out", () => {
    const scenario = valueOf(base);
    expect(scenario.seed).toBe(0);
    expect(scenario.env.params).toMatchObject({ rows: ["S..", ".#T"], cells: {}, stepReward: -1, noise: 0 });
    expect(scenario.algo.params).toMatchObject({ gamma: 0.9 });
    expect(Object.keys(scenario).sort()).toEqual(["algo", "env", "seed", "v"]);
  });

  it("takes entries without parameters and drops empty ones", () => {
    const raw = {
      v: 1,
      title: "",
      env: { id: "grid-world" },
      algo: { id: "q-learning" },
      view: {},
      stop: {},
      locks: [],
      notes: "",
      changes: [],
    };
    expect(toJson(valueOf(raw))).toEqual({ v: 1, env: { id: "grid-world" }, algo: { id: "q-learning" } });
  });

  it("writes the canonical form: fixed order, defaults left out, keys of cells sorted", () => {
    const raw = {
      algo: { params: { gamma: 0.5 }, id: "value-iteration" },
      seed: 3,
      env: {
        id: "grid-world",
        params: {
          noise: 0,
          cells: { "1,0": { reward: -0 }, "0,2": { restart: true, reward: 1 }, "0,1": { reward: 2 } },
          rows: ["S..", ".#T"],
        },
      },
      v: 1,
    };
    expect(JSON.stringify(toJson(valueOf(raw)))).toBe(
      '{"v":1,"env":{"id":"grid-world","params":{"rows":["S..",".#T"],"cells":{"0,1":{"reward":2},"0,2":{"restart":true,"reward":1}}}},"algo":{"id":"value-iteration","params":{"gamma":0.5}},"seed":3}',
    );
  });

  it.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /must be an object/],
    ["a list", [base], /must be an object/],
    ["no version", { env, algo }, /must say its version/],
    ["a newer version", { ...base, v: 2 }, /newer Bellman/],
    ["an unknown entry", { ...base, speed: 3 }, /no entry called “speed”/],
    ["no environment", { v: 1, algo }, /does not say the environment/],
    ["an unknown environment", { ...base, env: { id: "chess" } }, /does not know the environment “chess”/],
    ["an environment by inherited name", { ...base, env: { id: "toString" } }, /does not know/],
    ["an unknown algorithm", { ...base, algo: { id: "dqn2" } }, /does not know the algorithm “dqn2”/],
    ["an algorithm without id", { ...base, algo: {} }, /without an id/],
    ["an unknown parameter", { ...base, algo: { id: "value-iteration", params: { alpha: 1 } } }, /“alpha”/],
    ["γ above 1", { ...base, algo: { id: "value-iteration", params: { gamma: 1.1 } } }, /between 0 and 1/],
    [
      "γ infinite",
      { ...base, algo: { id: "value-iteration", params: { gamma: Infinity } } },
      /must be a number/,
    ],
    ["γ a text", { ...base, algo: { id: "value-iteration", params: { gamma: "0.9" } } }, /must be a number/],
    ["parameters a list", { ...base, env: { id: "grid-world", params: [] } }, /object of parameters/],
    ["two starts", world({ rows: ["SS"] }), /2 starts/],
    ["rows of different length", world({ rows: ["..", "..."] }), /equally long/],
    ["1000 rows", world({ rows: Array.from({ length: 1000 }, () => ".".repeat(1000)) }), /1000 rows/],
    ["1000 columns", world({ rows: [".".repeat(1000)] }), /1000 columns/],
    ["an unknown letter", world({ rows: [".x"] }), /“x”/],
    ["a cell outside", world({ rows: [".."], cells: { "5,5": { reward: 1 } } }), /outside the map/],
    ["a restart without a start", world({ rows: [".."], cells: { "0,0": { restart: true } } }), /no start/],
    ["wind of another width", world({ rows: [".."], wind: [1] }), /2 columns/],
    ["a negative seed", { ...base, seed: -1 }, /seed must lie between/],
    ["a seed of 33 bits", { ...base, seed: 2 ** 32 }, /seed must lie between/],
    ["half a seed", { ...base, seed: 0.5 }, /whole number/],
    ["a long title", { ...base, title: "x".repeat(121) }, /at most 120/],
    ["long notes", { ...base, notes: "x".repeat(4001) }, /at most 4000/],
    ["a title that is a number", { ...base, title: 3 }, /must be a text/],
    ["65 locks", { ...base, locks: Array.from({ length: 65 }, () => "a") }, /65 entries/],
    ["a long lock", { ...base, locks: ["x".repeat(65)] }, /at most 64/],
    ["two stop conditions", { ...base, stop: { ticks: 1, sweeps: 1 } }, /one condition/],
    ["stop after 0", { ...base, stop: { sweeps: 0 } }, /between 1 and/],
    ["stop after too many", { ...base, stop: { ticks: 1e9 + 1 } }, /between 1 and/],
    ["not converged", { ...base, stop: { converged: false } }, /can only be true/],
    ["an unknown stop", { ...base, stop: { steps: 3 } }, /“steps”/],
    ["a state outside", { ...base, view: { selected: { state: 6 } } }, /between 0 and 5/],
    ["a fifth action", { ...base, view: { selected: { state: 0, action: 4 } } }, /between 0 and 3/],
    ["an unknown view", { ...base, view: { camera: 1 } }, /“camera”/],
    ["a position without tick", { ...base, view: { at: { phase: 1 } } }, /tick must be a whole number/],
  ])("refuses %s", (_, raw, message) => {
    expect(errorOf(raw)).toMatch(message);
  });

  it("counts characters, not code units, and keeps lone surrogates", () => {
    const title = "😀".repeat(120);
    expect(valueOf({ ...base, title }).title).toBe(title);
    expect(errorOf({ ...base, title: `${title}x` })).toMatch(/at most 120/);
  });
});

describe("live changes", () => {
  const changed = (...changes: unknown[]) => ({ ...base, changes });

  it("hold whole records, each built on the one before", () => {
    const { changes } = valueOf(
      changed(
        { at: { tick: 5 }, algo: { gamma: 0.5 } },
        { at: { tick: 9, phase: 2 }, env: { noise: 0.2 }, algo: { gamma: 0.5 } },
        { at: { tick: 9, phase: 3 }, env: { stepReward: 0 } },
      ),
    );
    expect(changes).toHaveLength(3);
    expect(changes?.[0]).toMatchObject({ at: { tick: 5, phase: 0 }, algo: { gamma: 0.5, theta: 1e-12 } });
    expect(changes?.[1].algo).toBeUndefined();
    expect(changes?.[2].env).toMatchObject({ noise: 0.2, stepReward: 0, rows: ["S..", ".#T"] });
  });

  it("are written as differences, back to a default too", () => {
    const raw = changed({ at: { tick: 5 }, algo: { gamma: 1 } }, { at: { tick: 6 }, algo: { gamma: 0.9 } });
    expect(toJson(valueOf(raw))).toEqual(raw);
  });

  it("at one place stay apart and in order, there and back", () => {
    const [painted, erased] = [{ rows: ["S.#", ".#T"] }, { rows: ["S..", ".#T"] }];
    const at = { tick: 9, phase: 2 };
    const raw = changed(
      { at, env: painted },
      { at, env: erased },
      { at, algo: { gamma: 0.5 } },
      { at, algo: { gamma: 0.9 } },
    );
    const scenario = valueOf(raw);
    expect(scenario.changes?.map((change) => change.env?.rows)).toEqual([
      painted.rows,
      erased.rows,
      undefined,
      undefined,
    ]);
    expect(toJson(scenario)).toEqual(raw);
    expect(valueOf(toJson(scenario))).toEqual(scenario);
    const repeated = changed({ at, env: painted }, { at, env: painted }, { at, env: erased });
    expect(valueOf(repeated).changes).toHaveLength(2);
  });

  it("that change nothing are left out", () => {
    expect(
      valueOf(changed({ at: { tick: 5 }, algo: { gamma: 0.9 } }, { at: { tick: 6 } })).changes,
    ).toBeUndefined();
  });

  it.each<[string, unknown[], RegExp]>([
    ["out of order", [{ at: { tick: 5 } }, { at: { tick: 4 } }], /put them in order/],
    ["of a wrong value", [{ at: { tick: 5 }, algo: { gamma: 2 } }], /between 0 and 1/],
    ["of an unknown parameter", [{ at: { tick: 5 }, env: { x: 2 } }], /“x”/],
    ["of the map's size", [{ at: { tick: 5 }, env: { rows: ["S..."] } }], /keep its size/],
    ["to an impossible world", [{ at: { tick: 5 }, env: { wind: [1] } }], /3 columns/],
    ["without a place in time", [{ algo: { gamma: 0.5 } }], /must be an object/],
    ["too many", Array.from({ length: 257 }, (_, tick) => ({ at: { tick } })), /257 entries/],
  ])("are refused %s", (_, changes, message) => {
    expect(errorOf({ ...base, changes })).toMatch(message);
  });

  it("of what only a restart can change are refused", () => {
    const raw = {
      v: 1,
      env,
      algo: { id: "q-learning" },
      changes: [{ at: { tick: 1 }, algo: { initialQ: 1 } }],
    };
    expect(errorOf(raw)).toMatch(/initialQ: it cannot be changed while a run goes on/);
  });
});

describe("parseScenarioText", () => {
  const textError = (text: string) => {
    const parsed = parseScenarioText(text);
    return parsed.ok ? "" : parsed.error;
  };

  it("reads a file, with or without a byte-order mark", () => {
    const text = JSON.stringify(base, null, 2);
    expect(parseScenarioText(text).ok).toBe(true);
    expect(parseScenarioText(`\uFEFF${text}`).ok).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    ["an empty file", " \n", /empty/],
    ["half a file", '{"v": 1, "env": ', /ends too early/],
    ["a misplaced comma", '{"v": 1,\n "env": , "algo": {}}', /line 2, column 9/],
    ["a huge file", " ".repeat(1024 * 1024 + 1), /at most 1 MiB/],
    ["a huge file of short text", "é".repeat(600_000), /at most 1 MiB/],
    ["nesting", "[".repeat(17), /more than 16/],
    ["an infinite number", JSON.stringify(base).replace("0.9", "1e999"), /must be a number/],
    ["not a number", JSON.stringify(base).replace("0.9", "NaN"), /not valid JSON/],
  ])("refuses %s", (_, text, message) => {
    expect(textError(text)).toMatch(message);
  });

  it("does not count brackets inside texts", () => {
    expect(parseScenarioText(JSON.stringify({ ...base, notes: '[{"'.repeat(100) })).ok).toBe(true);
  });
});

function world(params: Record<string, unknown>): unknown {
  return { v: 1, env: { id: "grid-world", params }, algo };
}
