import { describe, expect, it } from "vitest";
import { presets } from "../../scenario/presets";
import { mapPicture } from "./map-picture";

describe("a small picture of a map", () => {
  it("has one path for all cells of a look, runs of cells in one piece", () => {
    const map = mapPicture({
      rows: ["S.##", "#..T"],
      cells: { "1,1": { reward: -1 }, "1,3": { reward: 1 } },
    });
    expect(map).toMatchObject({ columns: 4, rows: 2, start: [0.5, 0.5], jumps: "" });
    expect(Object.fromEntries(map.cells.map(({ look, path }) => [look, path]))).toEqual({
      wall: "M2 0h2v1h-2zM0 1h1v1h-1z",
      loss: "M1 1h1v1h-1z",
      gain: "M3 1h1v1h-1z",
    });
  });

  it("shows wind, jumps, and cells that lead back to the start", () => {
    const map = mapPicture({
      rows: ["...", "T.."],
      cells: { "0,0": { jump: { to: [1, 2], reward: 5 } }, "1,1": { restart: true } },
      wind: [0, 0, 1],
    });
    expect(map.jumps).toBe("M0.5 0.5L2.5 1.5");
    expect(map.cells.map(({ look }) => look).toSorted()).toEqual(["gain", "restart", "terminal", "wind"]);
  });

  it.each(presets.filter(({ scenario }) => scenario.env.id === "grid-world"))(
    "$id: has its size and at most a few paths",
    ({ scenario }) => {
      const params = scenario.env.params as { rows: string[] };
      const map = mapPicture(params);
      expect([map.rows, map.columns]).toEqual([params.rows.length, params.rows[0].length]);
      expect(map.cells.length).toBeLessThanOrEqual(6);
      expect(map.start !== null).toBe(params.rows.some((row) => row.includes("S")));
    },
  );
});
