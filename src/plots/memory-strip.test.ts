import { describe, expect, it } from "vitest";
import type { MemoryPicture } from "../core/sight";
import { countPalette, divergingPalette } from "./colour";
import { cellShapes, markShapes, paintField } from "./memory-strip-cells";
import { correlationParts } from "./memory-strip-correlation";
import { cornerOf, nearestMark, placesPerPiece, stripLayout } from "./memory-strip-layout";
import { newestOnly } from "./memory-strip-newest";
import {
  correlationText,
  describeMemory,
  memoryTitle,
  placesText,
  transitionText,
} from "./memory-strip-words";
import { sequentialPalette } from "./plot-colours";

const drawn = { place: 1234, age: 800, observation: [0.1, -0.25], action: 1, reward: 1, terminated: false };
const memory: MemoryPicture = {
  capacity: 8000,
  size: 8000,
  head: 2000,
  ages: Float32Array.of(1000, 0, 7000, 5000),
  rewards: Float32Array.of(1, 1, 1, -0.5),
  ends: Float32Array.of(3, 0, 1, 3),
  batch: [drawn, { ...drawn, age: 400, terminated: true }],
  correlation: { random: 0.06, consecutive: 0.93 },
};
const newest = newestOnly({
  ...memory,
  batch: [
    { ...drawn, age: 2 },
    { ...drawn, age: 1, terminated: true },
    { ...drawn, age: 0 },
  ],
  correlation: { random: 0.93, consecutive: 0.93 },
});
const colours = {
  diverging: divergingPalette("#e8871e", "#f4f4f1", "#6fa8dc"),
  sequential: sequentialPalette("#ffffff", "#6fa8dc", "#0a4a80"),
  counts: countPalette(),
};

describe("the strip", () => {
  it("holds every piece inside the box, whatever its shape", () => {
    for (const [count, width, height] of [
      [1000, 400, 220],
      [1000, 320, 60],
      [7, 400, 220],
      [1, 100, 40],
      [740, 900, 500],
    ]) {
      const strip = stripLayout(count, 10, 20, width, height);
      expect(strip.columns * strip.rows).toBeGreaterThanOrEqual(count);
      const last = cornerOf(strip, count - 1);
      expect(last.y + strip.cellHeight).toBeLessThanOrEqual(20 + height + 1e-9);
      const right = cornerOf(strip, strip.columns - 1).x + strip.cellWidth;
      expect(right).toBeLessThanOrEqual(10 + width + 1e-9);
      expect(strip.cellHeight).toBeGreaterThan(1);
    }
  });
  it("goes on in the next row", () => {
    const strip = { columns: 10, rows: 2, cellWidth: 4, cellHeight: 6, left: 1, top: 2 };
    expect(cornerOf(strip, 9)).toEqual({ x: 37, y: 2 });
    expect(cornerOf(strip, 10)).toEqual({ x: 1, y: 11 });
    expect(cornerOf(strip, 12.5)).toEqual({ x: 11, y: 11 });
  });
  it("knows how many places a piece stands for", () => {
    expect(placesPerPiece(4, 8000)).toBe(2000);
    for (const capacity of [7, 1000, 1001, 2500, 50_000, 123_457]) {
      const each = Math.ceil(capacity / 1000);
      expect(placesPerPiece(Math.ceil(capacity / each), capacity)).toBe(each);
    }
    expect(placesPerPiece(0, 8000)).toBe(8000);
  });
  it("lets a pointer pick the nearest mark in reach", () => {
    const marks = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ];
    expect(nearestMark(marks, { x: 7, y: 1 }, 24)).toBe(1);
    expect(nearestMark(marks, { x: 70, y: 1 }, 24)).toBe(-1);
  });
});

describe("without replay", () => {
  it("the strip is the last minibatch, in the order it came", () => {
    expect(newest).toMatchObject({ capacity: 3, size: 3, isNewest: true });
    expect([...newest.ages]).toEqual([2, 1, 0]);
    expect([...newest.ends]).toEqual([0, 1, 0]);
    expect(newest.batch.map(({ place }) => place)).toEqual([0, 1, 2]);
  });
  it("a minibatch that was drawn before replay was switched off is shown as what it is", () => {
    const random = { ...memory, batch: [drawn, { ...drawn, age: 900 }] };
    expect(newestOnly(random)).toBe(random);
  });
  it("there is one correlation", () => {
    const bars = correlationParts(newest, 0, 0, 200, true).shapes.filter(
      ({ kind }) => kind === "correlation",
    );
    expect(bars).toHaveLength(1);
  });
});

describe("its colours", () => {
  it("show ages from 0 to a round number", () => {
    const { indices, ends } = paintField(memory, "age", colours);
    expect(ends).toEqual(["0", "7,000"]);
    expect(indices).toEqual([5, 0, 32, 23]);
  });
  it("show rewards about 0, and ends of episodes", () => {
    expect(paintField(memory, "reward", colours)).toMatchObject({
      ends: ["−1", "1"],
      indices: [64, 64, 64, 16],
    });
    expect(paintField(memory, "ends", colours)).toMatchObject({ ends: ["0", "3"], indices: [32, 0, 11, 32] });
  });
  it("join neighbours of one colour in a row, and leave empty pieces unpainted", () => {
    const strip = { columns: 2, rows: 2, cellWidth: 10, cellHeight: 5, left: 0, top: 0 };
    const shapes = cellShapes({ palette: colours.counts, indices: [3, 3, 3, -1], ends: ["", ""] }, strip);
    expect(shapes).toEqual([
      { kind: "cell", d: "M0,0H20V5H0ZM0,8H10V13H0Z", fill: colours.counts[3].fill },
      { kind: "cell is-empty", d: "M10,8H20V13H10Z" },
    ]);
  });
  it("ring the picked mark only", () => {
    const strip = { columns: 2, rows: 2, cellWidth: 10, cellHeight: 5, left: 0, top: 0 };
    const ring = (picked: number) => markShapes([{ x: 5, y: 5 }], picked, strip)[2].d;
    expect(ring(-1)).toBe("");
    expect(ring(0)).not.toBe("");
  });
});

describe("correlations", () => {
  it("are bars of a common length, clamped to it", () => {
    const boxes = correlationParts(
      { ...memory, correlation: { random: 0.5, consecutive: 1.2 } },
      0,
      0,
      200,
      true,
    )
      .shapes.filter(({ kind }) => kind === "correlation")
      .map(({ d }) => Number(/h([\d.]+)/.exec(d)?.[1]));
    expect(boxes[0]).toBeCloseTo(boxes[1] / 2, 0);
  });
  it("are missing before the first minibatch, in words too", () => {
    const before = { ...memory, batch: [], correlation: null };
    expect(correlationParts(before, 0, 0, 200, true).shapes).toEqual([]);
    expect(correlationText(before)).toBe("");
    expect(describeMemory(before)).toContain("No minibatch was drawn yet.");
  });
});

describe("words", () => {
  it("say how full the memory is", () => {
    expect(memoryTitle(memory)).toBe("Replay memory: all 8,000 places filled");
    expect(memoryTitle({ ...memory, size: 740 })).toBe("Replay memory: 740 of 8,000 places filled");
  });
  it("read a transition", () => {
    const text = (transition: typeof drawn) =>
      transitionText({ ...memory, batch: [drawn, transition] }, 1, ["left", "right"], ["x", "\\dot x"]);
    expect(text(drawn)).toBe("drawn 2 of 2: place 1,234, 800 steps old, x 0.10 ẋ −0.25, right, reward +1");
    expect(text({ ...drawn, terminated: true })).toContain("ended the episode");
    expect(text({ ...drawn, observation: Array.from({ length: 100 }, () => 0) })).not.toContain("0.00");
  });
  it("say where replay is off that only the newest transitions count", () => {
    expect(memoryTitle(newest)).toBe("Replay is off: the newest 3 transitions");
    expect(placesText(newest)).toBe("oldest first, row by row");
    expect(transitionText(newest, 1, ["left", "right"], [])).toMatch(/^2 of 3, 1 step old/);
    expect(describeMemory(newest)).toBe(
      "Replay is off: the newest 3 transitions. The last gradient step learned from these alone, as they came. Mean |correlation| of successive observations: 0.93.",
    );
    expect(placesText(memory)).toBe("places 0 to 7,999, row by row; ▼ next: 2,000");
  });
  it("describe what was drawn", () => {
    const text = describeMemory(memory);
    expect(text).toContain("drew 2 transitions, from 400 to 800 steps old, mean 600.");
    expect(text).toContain("0.06 in the batch as drawn, 0.93 in one of consecutive transitions.");
    expect(text).toContain("The next transition goes to place 2,000.");
  });
});
