import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { parseParams } from "../../core/params";
import { checkGridWorld } from "../../envs/grid-world/check";
import { gridWorldParams } from "../../envs/grid-world/params";
import { clearMap, paint, setWind, type Brush, type GridMap } from "./map-edit";
import { movedArrows, movedCell, NO_MARGINS, resize, sizeProblem } from "./map-size";
import { mapText, parseMapText } from "./map-text";

const map: GridMap = {
  rows: ["S..", ".#.", "..T"],
  cells: { "0,2": { reward: 5, jump: { to: [2, 0], reward: 10 } }, "2,1": { reward: -99, restart: true } },
  wind: [0, 1, 2],
};

function painted(before: GridMap, cell: number, brush: Brush): GridMap {
  const after = paint(before, cell, brush);
  if (!("map" in after)) throw new Error(after.says);
  return after.map;
}

/** What the scenario's reader would say about this map: nothing, if all is well. */
function problems(given: GridMap): string[] {
  const parsed = parseParams(gridWorldParams, { ...given }, "env");
  return parsed.ok ? checkGridWorld(parsed.value) : [parsed.error];
}

describe("brushes", () => {
  it("make wall, floor and terminal, and drop what such a cell cannot have", () => {
    const wall = painted(map, 2, { kind: "wall" });
    expect(wall.rows).toEqual(["S.#", ".#.", "..T"]);
    expect(wall.cells).toEqual({ "2,1": { reward: -99, restart: true } });
    const terminal = painted(map, 2, { kind: "terminal" });
    expect(terminal.rows[0]).toBe("S.T");
    expect(terminal.cells["0,2"]).toEqual({ reward: 5 });
    expect(painted(map, 7, { kind: "floor" }).cells).toEqual({ "0,2": map.cells["0,2"] });
  });

  it("drop a jump whose target becomes a wall, and keep the source's reward", () => {
    expect(painted(map, 6, { kind: "wall" }).cells["0,2"]).toEqual({ reward: 5 });
  });

  it("move the start: there is never more than one", () => {
    const moved = painted(map, 4, { kind: "start" });
    expect(moved.rows).toEqual(["...", ".S.", "..T"]);
    expect(painted(map, 7, { kind: "start" }).cells["2,1"]).toEqual({ reward: -99 });
  });

  it("keep the start while cells restart on it, and say so", () => {
    for (const kind of ["wall", "floor", "terminal"] as const) {
      expect(paint(map, 0, { kind })).toEqual({ says: expect.stringMatching(/start must stay/) as unknown });
    }
    const free = painted(map, 7, { kind: "floor" });
    expect(painted(free, 0, { kind: "wall" }).rows[0]).toBe("#..");
  });

  it("set any reward; 0 removes it; walls refuse", () => {
    expect(painted(map, 3, { kind: "reward", value: -0.5 }).cells["1,0"]).toEqual({ reward: -0.5 });
    expect(painted(map, 2, { kind: "reward", value: 0 }).cells["0,2"]).toEqual({
      jump: { to: [2, 0], reward: 10 },
    });
    expect(paint(map, 4, { kind: "reward", value: 1 })).toHaveProperty("says");
  });

  it("make jumps and restarts only where they can be", () => {
    expect(painted(map, 1, { kind: "jump", to: 8, reward: 3 }).cells["0,1"]).toEqual({
      jump: { to: [2, 2], reward: 3 },
    });
    expect(paint(map, 8, { kind: "jump", to: 1, reward: 3 })).toHaveProperty("says");
    expect(paint(map, 1, { kind: "jump", to: 4, reward: 3 })).toHaveProperty("says");
    expect(painted(map, 2, { kind: "restart" }).cells["0,2"]).toEqual({ reward: 5, restart: true });
    expect(paint(clearMap(map), 2, { kind: "restart" })).toHaveProperty("says");
  });

  it("never take the last free cell", () => {
    const small: GridMap = { rows: ["#."], cells: {}, wind: [] };
    expect(paint(small, 1, { kind: "wall" })).toHaveProperty("says");
  });

  it("set the wind of a column; none at all is an empty list", () => {
    expect(setWind({ ...map, wind: [] }, 1, -1).wind).toEqual([0, -1, 0]);
    expect(setWind({ ...map, wind: [0, 1, 0] }, 1, 0).wind).toEqual([]);
    expect(setWind(map, 0, 99).wind[0]).toBe(63);
  });
});

describe("resize", () => {
  it("moves cells, jumps and wind along when the top and the left grow", () => {
    const bigger = resize(map, { top: 1, right: 0, bottom: 0, left: 2 });
    expect(bigger.rows).toEqual([".....", "..S..", "...#.", "....T"]);
    expect(bigger.cells).toEqual({
      "1,4": { reward: 5, jump: { to: [3, 2], reward: 10 } },
      "3,3": { reward: -99, restart: true },
    });
    expect(bigger.wind).toEqual([0, 0, 0, 1, 2]);
  });

  it("drops what is cut off, and restarts when the start is", () => {
    const cut = resize(map, { ...NO_MARGINS, left: -1 });
    expect(cut.rows).toEqual(["..", "#.", ".T"]);
    expect(cut.cells).toEqual({ "0,1": { reward: 5 }, "2,0": { reward: -99 } });
    expect(cut.wind).toEqual([1, 2]);
  });

  it("moves states and hand-made arrows to their new numbers", () => {
    expect(movedCell(4, 3, 3, { top: 1, right: 1, bottom: 0, left: 0 })).toBe(9);
    expect(movedCell(0, 3, 3, { ...NO_MARGINS, top: -1 })).toBeNull();
    expect(movedArrows({ "0": [1], "4": [0, 2] }, 3, 3, { ...NO_MARGINS, top: -1 })).toEqual({ "1": [0, 2] });
  });

  it("knows the limits", () => {
    expect(sizeProblem(64, 64)).toBeNull();
    expect(sizeProblem(65, 1)).toMatch(/at most 64/);
    expect(sizeProblem(0, 3)).toMatch(/at least one/);
  });
});

describe("a map as text", () => {
  it("comes back as it was", () => {
    expect(parseMapText(`\n  ${mapText(map).replaceAll("\n", "\r\n ")}\n\n`, map)).toEqual({
      ok: true,
      value: map,
    });
  });

  it("drops what the new letters do not allow, and everything when the size differs", () => {
    const text = "T.#\n.#.\n..T";
    expect(parseMapText(text, map)).toEqual({
      ok: true,
      value: { rows: text.split("\n"), cells: { "2,1": { reward: -99 } }, wind: [0, 1, 2] },
    });
    expect(parseMapText("S..T", map)).toEqual({ ok: true, value: { rows: ["S..T"], cells: {}, wind: [] } });
  });

  it.each([
    ["", /no map/],
    ["S..\n..", /equally long/],
    ["S.X", /holds “X”/],
    ["S.S", /2 starts/],
    ["###", /all walls/],
    ["#T#", /no floor/],
    ["S.\n\n..", /Row 2 is empty/],
    [".".repeat(65), /65 columns/],
  ])("refuses %j with a sentence", (text, says) => {
    const parsed = parseMapText(text, map);
    expect(parsed.ok ? "" : parsed.error).toMatch(says);
  });
});

it("whatever is done to a map, it stays one that opens", () => {
  const anyBrush: fc.Arbitrary<Brush> = fc.oneof(
    fc.constantFrom(
      ...(["floor", "wall", "terminal", "start", "restart"] as const).map((kind): Brush => ({ kind })),
    ),
    fc.record({ kind: fc.constant("reward" as const), value: fc.integer({ min: -9, max: 9 }) }),
    fc.record({
      kind: fc.constant("jump" as const),
      to: fc.nat(99),
      reward: fc.integer({ min: -9, max: 9 }),
    }),
  );
  const by = fc.integer({ min: -2, max: 2 });
  const anyEdit = fc.oneof(
    { weight: 5, arbitrary: fc.record({ cell: fc.nat(99), brush: anyBrush }) },
    fc.record({ margins: fc.record({ top: by, right: by, bottom: by, left: by }) }),
    fc.record({ column: fc.nat(9), wind: fc.integer({ min: -70, max: 70 }) }),
  );
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 40 }), (edits) => {
      let now = map;
      for (const edit of edits) {
        const count = now.rows.length * now.rows[0].length;
        if ("brush" in edit) {
          const brush =
            edit.brush.kind === "jump" ? { ...edit.brush, to: edit.brush.to % count } : edit.brush;
          const after = paint(now, edit.cell % count, brush);
          if ("map" in after) now = after.map;
        } else if ("margins" in edit) {
          const { top, right, bottom, left } = edit.margins;
          const size = [now.rows.length + top + bottom, now.rows[0].length + left + right] as const;
          if (sizeProblem(...size) === null) now = resize(now, edit.margins);
        } else now = setWind(now, edit.column % now.rows[0].length, edit.wind);
        expect(problems(now)).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});
