import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../../core/result";
import { parseCells, parseRows, parseWind } from "./map";

/** The sentence with which bad input was refused; fails if it was accepted or is not a sentence. */
function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.value)}`);
  expect(result.error).toMatch(/^\S.*\.$/s);
  expect(result.error.length).toBeLessThan(200);
  return result.error;
}

/** As it comes from a file or a link: JSON.parse makes `__proto__` a key like any other. */
const fromJson = (text: string): unknown => JSON.parse(text);

const notLists: unknown[] = [undefined, null, true, 0, NaN, "....", { length: 2 }, () => []];
const notObjects: unknown[] = [undefined, null, true, 0, NaN, "0,1", [], [{}]];

describe("parseRows", () => {
  it.each([[["."]], [["S"]], [["T"]], [["T..#", "#S.T"]]])("takes %j", (rows) => {
    expect(parseRows(rows)).toEqual({ ok: true, value: rows });
  });

  it("takes 64×64, refuses one more either way", () => {
    const row = ".".repeat(64);
    const full = Array.from({ length: 64 }, () => row);
    expect(parseRows(full).ok).toBe(true);
    expect(refusal(parseRows([...full, row]))).toBe("the map has 65 rows; at most 64 fit.");
    expect(refusal(parseRows(full.map((letters) => letters + ".")))).toBe(
      "the map has 65 columns; at most 64 fit.",
    );
  });

  it("refuses 1000×1000 and a row of 100 million cells at once", () => {
    const before = performance.now();
    expect(refusal(parseRows(Array(1000).fill(".".repeat(1000))))).toContain("1000 rows");
    expect(refusal(parseRows([".".repeat(1e8)]))).toContain("100000000 columns");
    expect(refusal(parseRows([".", ".".repeat(1e8)]))).toContain("row 2 has 100000000 cells");
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it.each([...notLists, [], [""], [1], [null], [[]]])("refuses %j", (raw) => {
    refusal(parseRows(raw));
  });

  it("says which row has another length", () => {
    expect(refusal(parseRows(["...", "..", "..."]))).toBe(
      "all rows must be equally long: row 2 has 2 cells, row 1 has 3.",
    );
    expect(refusal(parseRows(["...", ""]))).toContain("row 2 has 0 cells");
  });

  it("says which row is not text", () => {
    expect(refusal(parseRows(["..", 7]))).toBe("row 2 must be a string.");
    expect(refusal(parseRows(["..", undefined]))).toBe("row 2 must be a string.");
    expect(refusal(parseRows(Object.assign(Array(2), { 0: ".." })))).toBe("row 2 must be a string.");
  });

  it.each(["x", "s", "t", " ", "\n", "é", "＃", "\u0000"])("refuses the letter %j", (letter) => {
    expect(refusal(parseRows(["..", `.${letter}`]))).toContain(`row 2 holds “${letter}”`);
  });

  it("refuses a letter outside the basic plane as a whole", () => {
    expect(refusal(parseRows(["....", "..😀"]))).toContain("“😀”");
  });

  it("refuses two starts, counted over all rows", () => {
    expect(refusal(parseRows(["S.", ".S"]))).toBe("the map has 2 starts; it can have one.");
  });

  it("refuses a map of walls", () => {
    expect(refusal(parseRows(["##", "##"]))).toBe("the map is all walls.");
  });
});

describe("parseCells", () => {
  it("takes rewards, jumps and restarts", () => {
    const cells = {
      "0,0": { reward: -2.5 },
      "10,63": { jump: { to: [3, 0], reward: 10 } },
      "4,5": { reward: 1e6, restart: true },
    };
    expect(parseCells(cells)).toEqual({ ok: true, value: cells });
    expect(parseCells({})).toEqual({ ok: true, value: {} });
  });

  it("leaves out what says nothing", () => {
    expect(parseCells({ "0,0": { reward: 0 }, "0,1": {}, "0,2": { reward: -0 } })).toEqual({
      ok: true,
      value: {},
    });
  });

  it("turns −0 into 0, so that a file and its copy are equal", () => {
    const parsed = parseCells(fromJson('{"0,0": {"jump": {"to": [-0, -0], "reward": -0}}}'));
    expect(parsed).toStrictEqual({ ok: true, value: { "0,0": { jump: { to: [0, 0], reward: 0 } } } });
  });

  it("copies: changing the input later changes nothing", () => {
    const raw = { "0,0": { reward: 1, jump: { to: [1, 1], reward: 2 } } };
    const parsed = parseCells(raw);
    raw["0,0"].reward = 9;
    raw["0,0"].jump.to[0] = 9;
    expect(parsed).toEqual({ ok: true, value: { "0,0": { reward: 1, jump: { to: [1, 1], reward: 2 } } } });
  });

  it.each(notObjects)("refuses %j", (raw) => {
    refusal(parseCells(raw));
  });

  it.each([
    "",
    "0",
    "0,",
    ",0",
    "0,1,2",
    "-1,0",
    "0,-1",
    "01,0",
    "0, 1",
    "1.5,0",
    "1e1,0",
    "100,0",
    "a,b",
    "__proto__",
  ])("refuses the key %j", (key) => {
    expect(refusal(parseCells(fromJson(`{${JSON.stringify(key)}: {"reward": 1}}`)))).toContain(
      "is not a cell",
    );
  });

  it("keeps a long key out of its sentence", () => {
    expect(refusal(parseCells({ ["9".repeat(1e6)]: {} })).length).toBeLessThan(200);
    expect(refusal(parseCells({ "0,0": { ["x".repeat(1e6)]: 1 } })).length).toBeLessThan(200);
  });

  it("refuses more cells than the largest map has", () => {
    const many = Object.fromEntries(Array.from({ length: 4097 }, (_, i) => [`${i},0`, { reward: 1 }]));
    expect(refusal(parseCells(many))).toBe("there are 4097 special cells; the largest map has 4096.");
  });

  it.each([
    '{"reward": 1e999}',
    '{"reward": 1000001}',
    '{"reward": -1e300}',
    '{"reward": "1"}',
    '{"reward": null}',
    '{"restart": false}',
    '{"restart": 1}',
    '{"Reward": 1}',
    '{"__proto__": {"reward": 1}}',
    '{"constructor": {}}',
    '{"jump": null}',
    '{"jump": [1, 1]}',
    '{"jump": {}}',
    '{"jump": {"to": [0, 0]}}',
    '{"jump": {"reward": 1}}',
    '{"jump": {"to": [0], "reward": 1}}',
    '{"jump": {"to": [0, 0, 0], "reward": 1}}',
    '{"jump": {"to": [0.5, 0], "reward": 1}}',
    '{"jump": {"to": [-1, 0], "reward": 1}}',
    '{"jump": {"to": [0, 64], "reward": 1}}',
    '{"jump": {"to": ["0", 0], "reward": 1}}',
    '{"jump": {"to": "00", "reward": 1}}',
    '{"jump": {"to": [0, 0], "reward": 1e999}}',
    '{"jump": {"to": [0, 0], "reward": 1, "restart": true}}',
    '{"jump": {"to": [0, 0], "reward": 1, "__proto__": {}}}',
    "[]",
    "7",
    "null",
  ])("refuses the cell %s", (cell) => {
    expect(refusal(parseCells(fromJson(`{"2,3": ${cell}}`)))).toMatch(/^cell 2,3: /);
  });

  it("refuses NaN", () => {
    refusal(parseCells({ "0,0": { reward: NaN } }));
    refusal(parseCells({ "0,0": { jump: { to: [NaN, 0], reward: 1 } } }));
    refusal(parseCells({ "0,0": { jump: { to: [0, 0], reward: NaN } } }));
  });

  it("leaves every object's prototype alone", () => {
    parseCells(fromJson('{"__proto__": {"reward": 1}}'));
    parseCells(fromJson('{"0,0": {"__proto__": {"reward": 1}}}'));
    expect("reward" in {}).toBe(false);
  });
});

describe("parseWind", () => {
  it("takes one whole number a column, of either sign", () => {
    expect(parseWind([0, 1, -2, 63, -63])).toEqual({ ok: true, value: [0, 1, -2, 63, -63] });
  });

  it("calls no wind by one name, and −0 by 0", () => {
    expect(parseWind([])).toEqual({ ok: true, value: [] });
    expect(parseWind([0, 0, 0])).toEqual({ ok: true, value: [] });
    expect(parseWind([-0, 1])).toStrictEqual({ ok: true, value: [0, 1] });
  });

  it.each([...notLists, [0.5], [64], [-64], [NaN], [Infinity], ["1"], [null], [[1]], Array(65).fill(1)])(
    "refuses %j",
    (raw) => {
      refusal(parseWind(raw));
    },
  );
});

describe("anything at all", () => {
  // JSON-like data with some keys and strings that come close to what the parsers look for.
  const text = fc.oneof(
    fc.constantFrom(".", "S.T#", "0,1", "63,63", "reward", "jump", "to", "__proto__"),
    fc.string(),
  );
  const anything = fc.anything({
    key: text,
    values: [text, fc.integer(), fc.double(), fc.boolean()],
    maxDepth: 4,
  });

  it.each([
    ["parseRows", parseRows],
    ["parseCells", parseCells],
    ["parseWind", parseWind],
  ])("%s answers a value that it takes again, or a sentence", (_, parse) => {
    fc.assert(
      fc.property(anything, (raw) => {
        const result: Result<unknown> = parse(raw);
        if (!result.ok) refusal(result);
        else expect(parse(JSON.parse(JSON.stringify(result.value)))).toStrictEqual(result);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
