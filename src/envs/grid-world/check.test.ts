import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultsOf, parseParams } from "../../core/params";
import { Rng } from "../../core/rng";
import { gridWorld } from "./env";
import type { CellExtra, Cells } from "./map";
import type { GridWorldParams } from "./params";

const check = (changes: Partial<GridWorldParams>) =>
  gridWorld.check({ ...defaultsOf(gridWorld.params), ...changes });

const rows = ["S.#", "..T"];
const cell = (key: string, extra: CellExtra): Partial<GridWorldParams> => ({ rows, cells: { [key]: extra } });
const jumpTo = (row: number, column: number): CellExtra => ({ jump: { to: [row, column], reward: 1 } });

describe("what fits together", () => {
  it.each<[string, Partial<GridWorldParams>]>([
    ["the defaults", {}],
    ["a jump to floor", cell("0,1", jumpTo(1, 0))],
    ["a jump to itself", cell("0,1", jumpTo(0, 1))],
    ["a jump to a terminal", cell("0,1", jumpTo(1, 2))],
    ["a jump from the start", cell("0,0", jumpTo(1, 1))],
    ["a restart", cell("1,1", { restart: true, reward: -100 })],
    ["a reward on a terminal", cell("1,2", { reward: 1 })],
    ["a wind of the map's width", { rows, wind: [0, 1, -1] }],
    ["no wind", { rows, wind: [] }],
    ["no terminal", { rows: [".."] }],
    ["only a terminal, with exit actions", { rows: ["T"], exitAction: true }],
  ])("%s", (_, changes) => {
    expect(check(changes)).toEqual([]);
  });
});

describe("what does not", () => {
  it.each<[string, Partial<GridWorldParams>]>([
    ["The cell 2,0 lies outside the map.", cell("2,0", { reward: 1 })],
    ["The cell 0,3 lies outside the map.", cell("0,3", { reward: 1 })],
    ["The cell 99,99 lies outside the map.", cell("99,99", { reward: 1 })],
    ["The cell 0,2 is a wall; it cannot have a reward, a jump or a restart.", cell("0,2", { reward: 1 })],
    ["The cell 1,2 is a terminal; it cannot have a jump.", cell("1,2", jumpTo(0, 0))],
    ["The cell 1,2 is a terminal; it cannot have a restart.", cell("1,2", { restart: true })],
    ["The jump from 0,1 leads outside the map.", cell("0,1", jumpTo(2, 0))],
    ["The jump from 0,1 leads outside the map.", cell("0,1", jumpTo(0, 63))],
    ["The jump from 0,1 leads into a wall.", cell("0,1", jumpTo(0, 2))],
    [
      "The cell 0,1 restarts, but the map has no start S to go back to.",
      { rows: ["..T"], cells: { "0,1": { restart: true } } },
    ],
    ["The wind has 2 numbers; the map has 3 columns.", { rows, wind: [1, 1] }],
    ["The wind has 4 numbers; the map has 3 columns.", { rows, wind: [1, 1, 1, 1] }],
    ["The map has no cell to start in: paint at least one floor cell or a start S.", { rows: ["T#", "#T"] }],
  ])("%s", (sentence, changes) => {
    expect(check(changes)).toEqual([sentence]);
  });

  it("names every fault, up to a limit", () => {
    const cells: Cells = { "0,2": { reward: 1 }, "1,2": jumpTo(0, 2) };
    expect(check({ rows, cells, wind: [1] })).toHaveLength(4);
    const outside = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`5,${i}`, { reward: 1 }]));
    expect(check({ rows, cells: outside })).toHaveLength(64);
  });
});

describe("bad parameters as they come from a file", () => {
  it.each([
    '{"noise": 1.5}',
    '{"noise": -0.1}',
    '{"noise": "0.2"}',
    '{"noise": null}',
    '{"stepReward": 1e999}',
    '{"bumpReward": -1001}',
    '{"maxSteps": 0}',
    '{"maxSteps": 2.5}',
    '{"exitAction": 1}',
    '{"rows": "S.T"}',
    '{"cells": {"0,0": {"__proto__": {"reward": 1}}}}',
    '{"wind": {"0": 1}}',
    '{"__proto__": {"noise": 1}}',
    '{"gravity": 9.8}',
    "[]",
    "null",
  ])("%s is refused with a sentence", (json) => {
    const parsed = parseParams(gridWorld.params, JSON.parse(json), "The grid world");
    expect(parsed).toEqual({ ok: false, error: expect.stringMatching(/^The grid world.*\.$/) as string });
  });
});

describe("whatever the check lets through", () => {
  const side = fc.integer({ min: 1, max: 5 });
  const row = (width: number) =>
    fc
      .array(fc.constantFrom(".", ".", "#", "T"), { minLength: width, maxLength: width })
      .map((r) => r.join(""));
  const place = fc.tuple(fc.nat(5), fc.nat(5));
  const reward = fc.integer({ min: -5, max: 5 });
  const extra = fc.record(
    { reward, restart: fc.constant(true), jump: fc.record({ to: place, reward }) },
    { requiredKeys: [] },
  );
  const raw = fc.tuple(side, side).chain(([height, width]) =>
    fc.record({
      rows: fc
        .tuple(fc.array(row(width), { minLength: height, maxLength: height }), fc.boolean())
        .map(([map, start]) => (start ? [`S${map[0].slice(1)}`, ...map.slice(1)] : map)),
      cells: fc.dictionary(
        place.map(([r, c]) => `${r},${c}`),
        extra,
        { maxKeys: 3 },
      ),
      wind: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: width, maxLength: width }),
      noise: fc.constantFrom(0, 0.2, 1),
      exitAction: fc.boolean(),
    }),
  );

  it("runs: every reachable cell is on the map and no wall, every reward finite", () => {
    let runs = 0;
    fc.assert(
      fc.property(raw, fc.nat(), (candidate, seed) => {
        const parsed = parseParams(gridWorld.params, candidate, "The grid world");
        if (!parsed.ok || gridWorld.check(parsed.value).length > 0) return;
        runs++;
        const world = gridWorld.create(parsed.value);
        const letters = parsed.value.rows.join("");
        const rng = Rng.fromSeed(seed);
        let state = world.reset(rng);
        for (let i = 0; i < 60; i++) {
          expect(".ST").toContain(letters[state.cell]);
          const result = world.step(state, rng.int(4), rng);
          expect(Number.isFinite(result.reward)).toBe(true);
          expect(".ST").toContain(letters[result.state.cell]);
          state = result.terminated || result.truncated ? world.reset(rng) : result.state;
        }
      }),
      { numRuns: 1500, seed: 1 },
    );
    expect(runs).toBeGreaterThan(300);
  });
});
