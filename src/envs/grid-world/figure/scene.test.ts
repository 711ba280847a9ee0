import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../../core/params";
import { countPalette, divergingPalette, paintOf } from "../../../plots/colour";
import { gridWorldParams, type GridWorldParams } from "../params";
import { shades } from "./agent";
import { cellLabel } from "./cell-label";
import { centreOf } from "./cell-marks";
import { blocks, isFlow, meanMove } from "./flow";
import { outcomeLinks } from "./highlight";
import type { GridLayer } from "./layers";
import { legendOf } from "./legend";
import { gridMap, sameMap } from "./map";
import { queueNumbers, queueSquares, queueTags } from "./queue-marks";
import { cellPaint, fillOf, isBest, makeScene } from "./scene";
import type { FigureTheme } from "./theme";
import { detailOf } from "./viewport";
import { chevrons } from "./wind";

const theme: FigureTheme = {
  floor: paintOf("#ffffff"),
  wall: paintOf("#333333"),
  terminal: paintOf("#cccccc"),
  restart: paintOf("#eeeeee"),
  agent: paintOf("#000000"),
  values: divergingPalette("#ec8f2e", "#f6f5f1", "#6ba7dd"),
  counts: countPalette(),
};

const params = (changes: Partial<GridWorldParams>): GridWorldParams => ({
  ...defaultsOf(gridWorldParams),
  ...changes,
});

/** Russell and Norvig's 4 × 3 map, with values that rise to the right. */
const rows = ["...T", ".#.T", "S..."];
const cells = { "0,3": { reward: 1 }, "1,3": { reward: -1 } };
function scene(
  layers: GridLayer[],
  cellPx = 120,
  changes: Partial<GridWorldParams> = {},
  valueName?: string,
) {
  const map = gridMap(params({ rows, cells, ...changes }));
  const n = map.kinds.length;
  const V = Float64Array.from({ length: n }, (_, s) => (s % 4) / 10 - 0.1);
  const Q = Float64Array.from({ length: 4 * n }, (_, pair) => V[pair >> 2] - (pair % 4 === 1 ? 0 : 0.2));
  const policy = Float64Array.from({ length: 4 * n }, (_, pair) => (pair % 4 === 1 ? 1 : 0));
  const visits = Float64Array.from({ length: 4 * n }, (_, pair) => pair >> 2);
  const priorities = Float64Array.from({ length: n }, (_, s) => (s < 3 ? s / 3 : 0));
  const view = { V, Q, policy, visits, priorities, agent: 8 };
  return makeScene(
    map,
    theme,
    view,
    new Set(layers),
    detailOf(cellPx),
    cellPx,
    (largest) => largest,
    valueName,
  );
}

describe("fillOf", () => {
  const view = scene([]).view;
  it("draws triangles where they carry numbers, or where nothing else is asked for", () => {
    expect(fillOf(view, new Set(["q", "values"]), "full")).toBe("q");
    expect(fillOf(view, new Set(["q", "values"]), "medium")).toBe("values");
    expect(fillOf(view, new Set(["q"]), "small")).toBe("q");
  });
  it("falls back to counts, then to the map alone", () => {
    expect(fillOf(view, new Set(["visits"]), "full")).toBe("visits");
    expect(fillOf(null, new Set(["values"]), "full")).toBe("plain");
  });
});

describe("the middle of a cell", () => {
  it("holds the value, the terminal's reward, or nothing", () => {
    const full = scene(["values", "rewards"]);
    expect(centreOf(full, 2)?.text).toBe("0.1");
    expect(centreOf(full, 3)?.text).toBe("+1");
    expect(centreOf(full, 5)).toBeNull();
    expect(centreOf(scene(["values"]), 3)?.text).toBe("T");
    expect(centreOf(scene(["q"]), 2)).toBeNull();
    expect(centreOf(scene(["visits"]), 2)?.text).toBe("8");
  });
  it("holds the value of a terminal with an exit action", () => {
    expect(centreOf(scene(["q", "rewards"], 120, { exitAction: true }), 3)?.text).toBe("0.2");
  });
});

describe("cellPaint", () => {
  it("colours by sign, walls and terminals by kind", () => {
    const { values } = theme;
    const full = scene(["values"]);
    expect(cellPaint(full, 5)).toBe(theme.wall);
    expect(cellPaint(full, 3)).toBe(theme.terminal);
    expect(values.indexOf(cellPaint(full, 0))).toBeLessThan(values.length / 2 - 1);
    expect(values.indexOf(cellPaint(full, 2))).toBeGreaterThan(values.length / 2);
  });
});

describe("isBest", () => {
  it("marks all ties, up to rounding", () => {
    expect([0, 1, 2, 3].filter((pair) => isBest([1, 1 + 1e-13, 0, -1], pair))).toEqual([0, 1]);
  });
});

describe("cellLabel", () => {
  it("says place, kind, numbers, best moves and the agent", () => {
    const full = scene(["values", "agent"]);
    expect(cellLabel(full, 5)).toBe("row 2, column 2, wall");
    expect(cellLabel(full, 3)).toBe("row 1, column 4, terminal, reward 1");
    expect(cellLabel(full, 8)).toBe("row 3, column 1, start, V −0.1, best right, agent");
  });
  it("lists action values and visits when they are shown, jumps and restarts always", () => {
    expect(cellLabel(scene(["q", "visits"]), 2)).toBe(
      "row 1, column 3, Q up −0.1, Q right 0.1, Q down −0.1, Q left −0.1, 8 visits, best right",
    );
    const odd = {
      "0,0": { jump: { to: [2, 3] as [number, number], reward: 10 } },
      "0,1": { restart: true as const },
    };
    expect(cellLabel(scene([], 120, { cells: odd }), 0)).toContain("jump to row 3, column 4, reward 10");
    expect(cellLabel(scene([], 120, { cells: odd }), 1)).toBe("row 1, column 2, back to the start");
  });
});

describe("the queue", () => {
  it("has a tag with its priority on every state that waits, the first the brightest", () => {
    const queue = scene(["queue"]);
    const brightest = theme.counts.length - 1;
    expect([0, 1, 2, 3].map((s) => queueTags.key(queue, s))).toEqual([
      null,
      `40|${brightest / 2}`,
      `40|${brightest}`,
      null,
    ]);
    expect([0, 1, 2].map((s) => queueNumbers.key(queue, s))).toEqual([
      null,
      "0.33|40|16",
      `0.67|40|${brightest}`,
    ]);
    expect(cellLabel(queue, 2)).toMatch(/, priority 0\.67$/);
  });
  it("has squares on small cells, and no numbers that could not be read", () => {
    expect(queueTags.key(scene(["queue"], 12), 2)).toBeNull();
    expect(queueSquares(scene(["queue"], 12))).toBe("M134,34h32v32h-32zM234,34h32v32h-32z");
    expect(queueSquares(scene(["queue"], 60))).toBe("");
    expect(queueNumbers.key(scene(["queue"], 12), 2)).toBeNull();
    expect(queueNumbers.key(scene(["queue"], 57), 2)).toMatch(/^0\.7\|/);
    expect(queueNumbers.key(scene(["queue"], 40), 2)).toBeNull();
    expect(queueTags.key(scene(["queue"], 60), 2)).toBe("40|32");
  });
  it("leaves the numbers of triangles free", () => {
    expect(queueTags.key(scene(["queue", "q"]), 2)).toBe("30|32");
  });
  it("is not there without its layer", () => {
    expect(queueTags.key(scene(["values"]), 2)).toBeNull();
    expect(cellLabel(scene(["values"]), 2)).not.toContain("priority");
  });
});

describe("numbers that are not values", () => {
  it("have their own name in the legend and for screen readers, and no best moves", () => {
    expect(legendOf(scene(["values"], 8, {}, "r"))?.name).toBe("r");
    expect(cellLabel(scene(["values"], 120, {}, "r"), 2)).toBe("row 1, column 3, r 0.1");
  });
});

describe("large maps", () => {
  it("have a legend, since their cells have no numbers", () => {
    expect(legendOf(scene(["values"], 8))).toMatchObject({ name: "V", low: "−0.2", high: "0.2" });
    expect(legendOf(scene([], 8))).toBeNull();
  });
  it("show the mean move of blocks of cells", () => {
    const small = scene(["arrows"], 8);
    expect(isFlow(small)).toBe(true);
    expect(isFlow(scene(["arrows"], 20))).toBe(false);
    expect(blocks(small)).toEqual([0]);
    expect(meanMove(small, 0)).toEqual({ right: 1, down: 0 });
  });
});

describe("gridMap", () => {
  it("is the same when only numbers of the rules change", () => {
    const before = params({ rows, cells });
    expect(sameMap(before, { ...before, noise: 0.3 })).toBe(true);
    expect(sameMap(before, { ...before, rows: [...rows] })).toBe(false);
  });
});

describe("outcomeLinks", () => {
  const base = {
    params: params({ rows }),
    view: null,
    layers: new Set<GridLayer>(),
    selected: { state: 8, action: 0 },
  };
  it("draws an arrow to what is lit, with its probability", () => {
    const lit = [{ state: 4, probability: 0.8, from: 8 }, { state: 9 }];
    expect(outcomeLinks({ ...base, lit }, 4, 17).map(({ lines }) => lines)).toEqual([["0.8"]]);
  });
  it("writes the rewards of a model, and stacks outcomes with the same end", () => {
    const outcomes = [
      { next: 4, probability: 0.5, reward: 1 },
      { next: 4, probability: 0.5, reward: -1 },
    ];
    const links = outcomeLinks({ ...base, lit: [], outcomes }, 4, 17);
    expect(links.map(({ lines }) => lines)).toEqual([
      ["0.5", "r +1"],
      ["0.5", "r −1"],
    ]);
    expect(links[0].label[1]).not.toBe(links[1].label[1]);
  });
});

describe("shades", () => {
  it("fade into the past and join", () => {
    const trail = Array.from({ length: 20 }, (_, i) => i);
    const stretches = shades(trail, 20, []);
    const opacities = stretches.map(({ opacity }) => opacity);
    expect(opacities).toEqual([...opacities].sort((a, b) => a - b));
    expect(stretches[0].points.split(" ").pop()).toBe(stretches[1].points.split(" ")[0]);
  });
  it("of no trail are none", () => {
    expect(shades([], 4, [])).toEqual([]);
  });
});

describe("chevrons", () => {
  it("are as many as the wind is strong, up to three, and point its way", () => {
    expect(chevrons(2, false).match(/M/g)).toHaveLength(2);
    expect(chevrons(9, false).match(/M/g)).toHaveLength(3);
    expect(chevrons(1, false)).not.toBe(chevrons(-1, false));
    expect(chevrons(0, true)).toBe("");
  });
});
