import { describe, expect, it } from "vitest";
import type { Glimpse, GlimpsePicture, LocationPush } from "../core/glimpse";
import { numberCorners, pointOf, pushArrows, squareAround } from "./glimpse-image-layout";
import { gazeMarks, glimpseMarks, pushMarks } from "./glimpse-marks";
import { describePicture, describePushes, pictureTable } from "./glimpse-words";

const box = { left: 10, top: 20, side: 280, pixels: 28 };

const glimpse = (x: number, y: number): Glimpse => ({
  place: { x, y },
  patches: new Float32Array(2 * 64),
  hidden: Float32Array.of(0, 1),
  belief: Float32Array.of(0, 0.2, 0, 0, 0, 0, 0, 0.62, 0.18, 0),
  baseline: 0.7,
  mean: { x: 0.1, y: 0.1 },
});
const picture: GlimpsePicture = {
  size: 28,
  patch: 8,
  scales: 2,
  planned: 3,
  pixels: new Uint8Array(784),
  label: 7,
  sigma: 0.1,
  glimpses: [glimpse(0, 0), glimpse(0.2, -0.4)],
  pushes: null,
};
const push = (advantage: number, x: number, y: number): LocationPush => ({
  reward: 1,
  baseline: 1 - advantage,
  advantage,
  place: { x, y },
  mean: { x: 0, y: 0 },
  gradient: { x: 100 * x, y: 100 * y },
});

describe("places", () => {
  it("have −1, −1 at the top left and 1, 1 at the bottom right", () => {
    expect(pointOf(box, { x: -1, y: -1 })).toEqual({ x: 10, y: 20 });
    expect(pointOf(box, { x: 1, y: 1 })).toEqual({ x: 290, y: 300 });
    expect(pointOf(box, { x: 0, y: -0.5 })).toEqual({ x: 150, y: 90 });
  });
  it("are surrounded by whole pixels, cut off at the border", () => {
    expect(squareAround(box, { x: 0, y: 0 }, 8)).toEqual({ x: 110, y: 120, width: 80, height: 80 });
    expect(squareAround(box, { x: 0.01, y: 0 }, 8).x).toBe(110);
    expect(squareAround(box, { x: -1, y: 1 }, 8)).toEqual({ x: 10, y: 260, width: 40, height: 40 });
    expect(squareAround(box, { x: 0, y: 0 }, 64)).toEqual({ x: 10, y: 20, width: 280, height: 280 });
  });
});

describe("marks", () => {
  it("have a number that stays clear of the others", () => {
    const square = { x: 0, y: 0, width: 80, height: 80 };
    const corners = numberCorners(
      Array.from({ length: 8 }, () => square),
      10,
      19,
    );
    const distances = corners.flatMap((a, i) =>
      corners.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
    );
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(19);
    expect(corners[0]).toEqual({ x: 10, y: 10 });
  });
  it("are a square for each scale of each glimpse, the newest one marked", () => {
    const { shapes, labels } = glimpseMarks(box, picture);
    const kinds = shapes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith("coarse"))).toEqual(["coarse", "coarse newest"]);
    expect(kinds.filter((kind) => kind === "fine")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "fine newest")).toHaveLength(1);
    expect(labels.map(({ text }) => text)).toEqual(["1", "2"]);
  });
  it("show one and two standard deviations around the mean", () => {
    const radii = gazeMarks(box, { x: 0, y: 0 }, 0.1)
      .filter(({ kind }) => kind === "gaze")
      .map(({ d }) => Number(/a([\d.]+),/.exec(d)?.[1]));
    expect(radii).toEqual([14, 28]);
  });
});

describe("pushes", () => {
  it("go towards the place drawn where the advantage is positive, else away from it", () => {
    const [up, down] = pushArrows(box, [push(0.5, 0.1, 0), push(-0.25, 0.1, 0)]);
    expect(up.to.x - up.from.x).toBeCloseTo(64);
    expect(down.to.x - down.from.x).toBeCloseTo(-32);
    expect(up.to.y).toBe(up.from.y);
  });
  it("have no arrow where nothing was pushed", () => {
    expect(pushArrows(box, [push(0, 0.1, 0), push(1, 0, 0)])).toEqual([]);
    expect(pushArrows(box, [])).toEqual([]);
  });
  it("carry their sign", () => {
    const pushes = [push(0.5, 0.1, 0), push(-0.25, 0.1, 0)];
    expect(pushMarks(box, { ...picture, pushes }).labels.map(({ text }) => text)).toEqual([
      "A₁ +0.5",
      "A₂ −0.25",
    ]);
    expect(describePushes({ ...picture, pushes })).toContain(
      "The mean after glimpse 2, x 0.00, y 0.00, was pushed away from the place drawn: advantage −0.25.",
    );
    expect(describePushes(picture)).toBe("");
  });
});

it("is described glimpse by glimpse, and as a table", () => {
  expect(describePicture(picture)).toBe(
    "An image of a 7, 28 by 28 pixels. Glimpse 1 of 3 at x 0.00, y 0.00: most likely a 7 (62 %). " +
      "Glimpse 2 of 3 at x 0.20, y −0.40: most likely a 7 (62 %). So far 7 (62 %), 2 of 3 glimpses. " +
      "It would look next around x 0.10, y 0.10.",
  );
  expect(pictureTable(picture).rows[1].slice(0, 4)).toEqual([2, 0.2, -0.4, 7]);
  const pushed = pictureTable({ ...picture, pushes: [push(0.5, 0.1, 0)] });
  expect(pushed.columns).toHaveLength(pushed.rows[0].length);
  expect(pushed.rows[1].slice(-4)).toEqual([null, null, null, null]);
});
