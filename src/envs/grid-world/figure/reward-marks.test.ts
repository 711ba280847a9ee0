import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../../core/params";
import { countPalette, divergingPalette, paintOf } from "../../../plots/colour";
import { gridWorldParams } from "../params";
import type { GridLayer } from "./layers";
import { gridMap } from "./map";
import { plateOf, signOf } from "./reward-marks";
import { makeScene } from "./scene";
import type { FigureTheme } from "./theme";
import { detailOf } from "./viewport";

const theme: FigureTheme = {
  floor: paintOf("#ffffff"),
  wall: paintOf("#333333"),
  terminal: paintOf("#cccccc"),
  restart: paintOf("#eeeeee"),
  agent: paintOf("#000000"),
  values: divergingPalette("#ec8f2e", "#f6f5f1", "#6ba7dd"),
  counts: countPalette(),
};

/** Cells: a floor that costs 100, one that costs 5402, one that pays 0.25, one that pays nothing, a terminal, a restart. */
function scene(layers: GridLayer[], cellPx: number) {
  const cells = {
    "0,0": { reward: -100 },
    "0,1": { reward: -5402 },
    "0,2": { reward: 0.25 },
    "0,4": { reward: -1 },
    "0,5": { reward: -99, restart: true as const },
  };
  const map = gridMap({ ...defaultsOf(gridWorldParams), rows: ["S...T."], cells });
  const view = { V: new Float64Array(6), Q: new Float64Array(24), policy: new Float64Array(24).fill(0.25) };
  return makeScene(map, theme, view, new Set(layers), detailOf(cellPx), cellPx, () => 1);
}

const WITH: GridLayer[][] = [
  [],
  ["values"],
  ["values", "arrows"],
  ["values", "q"],
  ["values", "q", "arrows", "visits"],
];

describe.each(WITH.map((layers) => [layers.join(", ") || "nothing else", layers] as const))(
  "with %s",
  (_, layers) => {
    it("the reward of a cell is on it at every size", () => {
      for (const cellPx of [3, 8, 12, 20, 27, 28, 40, 51, 56, 60, 90, 160]) {
        const all = scene([...layers, "rewards"], cellPx);
        for (const cell of [0, 1, 2]) {
          expect(plateOf(all, cell) !== null, `${cellPx} px`).toBe(signOf(all, cell) === null);
        }
        expect(plateOf(all, 3) ?? signOf(all, 3)).toBeNull();
      }
    });
    it("is a number with its sign from 60 px on", () => {
      const texts = [0, 1, 2].map((cell) => plateOf(scene([...layers, "rewards"], 60), cell)?.text ?? "");
      expect(texts[0]).toBe("−100");
      expect(texts[1]).toMatch(/^−5(402|\.4k|k)$/);
      expect(texts[2]).toMatch(/^\+0?\.25$/);
    });
    it("stays inside its cell", () => {
      for (const cellPx of [28, 40, 60, 120]) {
        for (const cell of [0, 1, 2]) {
          const plate = plateOf(scene([...layers, "rewards"], cellPx), cell);
          expect((plate?.x ?? 0) + (plate?.width ?? 0)).toBeLessThan(100);
          expect((plate?.y ?? 0) + (plate?.height ?? 0)).toBeLessThan(45);
        }
      }
    });
  },
);

describe("rewards", () => {
  it("of terminals and restarts are in the middle, as signs on small cells", () => {
    expect([4, 5].map((cell) => plateOf(scene(["rewards"], 60), cell))).toEqual([null, null]);
    expect([4, 5].map((cell) => signOf(scene(["rewards"], 60), cell))).toEqual([null, null]);
    expect([2, 4, 5].map((cell) => signOf(scene(["rewards"], 12), cell))).toEqual(["+", "−", "−"]);
  });
  it("are not there without their layer", () => {
    expect(plateOf(scene(["values"], 60), 0)).toBeNull();
    expect(signOf(scene(["values"], 12), 0)).toBeNull();
  });
});
