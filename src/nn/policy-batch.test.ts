import { expect, it } from "vitest";
import { startRollout, takeStep, type Trajectory } from "../core/rollout";
import { Rng } from "../core/rng";
import { advantageBatch, everyStep, nextValuesOf, returnBatch, stepRows } from "./policy-batch";
import { threeSteps } from "./policy-test-world";

/** Two whole trajectories: in the first the actions are 1, 0, 1, in the second 0, 0, 1. */
function lived(end: "terminated" | "truncated"): readonly Trajectory[] {
  const world = threeSteps(end);
  const rollout = startRollout(world, 2, 100, 0, Rng.fromSeed(1));
  [
    [1, 0, 1],
    [0, 0, 1],
  ].forEach((actions, i) => actions.forEach((a) => takeStep(world, rollout, i, a, -1, Rng.fromSeed(1))));
  return rollout.trajectories;
}

it("rows are the steps in order, then where each trajectory ended, then padding", () => {
  const { steps, observations, actions } = stepRows(lived("terminated"), 2);
  expect(steps).toBe(6);
  expect(actions).toHaveLength(64);
  expect(observations).toHaveLength(128);
  const once = [0, 1, 0.5, 1, 1, 1];
  expect(Array.from(observations.subarray(0, 18))).toEqual([...once, ...once, 1.5, 1, 1.5, 1, 0, 0]);
  expect(Array.from(actions.subarray(0, 8))).toEqual([1, 0, 1, 0, 0, 1, 0, 0]);
});

it("numbers of the steps follow one another", () => {
  expect(Array.from(everyStep(lived("terminated"), (_, i) => [i, i, 9]))).toEqual([0, 0, 9, 1, 1, 9]);
});

it("the next value is that of the next step; at the end 0, or the end's own where it was only a cut", () => {
  const values = Float32Array.of(1, 2, 3, 4, 5, 6, 70, 80, 0, 0);
  expect(Array.from(nextValuesOf(lived("terminated"), values))).toEqual([2, 3, 0, 5, 6, 0]);
  expect(Array.from(nextValuesOf(lived("truncated"), values))).toEqual([2, 3, 70, 5, 6, 80]);
});

it("padding counts for nothing", () => {
  const rows = stepRows(lived("terminated"), 2);
  const six = Float32Array.of(1, 2, 3, 4, 5, 6);
  const { advantages, scale } = advantageBatch(rows, six, 2);
  expect(scale).toBe(0.5);
  expect(advantages).toHaveLength(64);
  expect(Array.from(advantages.subarray(0, 8))).toEqual([1, 2, 3, 4, 5, 6, 0, 0]);
  const { returns, used } = returnBatch(rows, six);
  expect([used, returns[5], returns.length]).toEqual([6, 6, 64]);
});
