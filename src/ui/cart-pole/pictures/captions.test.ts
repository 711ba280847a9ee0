import { describe, expect, it } from "vitest";
import type { MemoryPicture, TrajectoryPicture } from "../../../core/sight";
import { criticCaption, leftOutCaption, mapCaption, measuredAt, memoryCaption } from "./captions";

const memory: MemoryPicture = {
  capacity: 10_000,
  size: 512,
  head: 512,
  ages: new Float32Array(1000),
  rewards: new Float32Array(1000),
  ends: new Float32Array(1000),
  batch: [],
  correlation: null,
};
const transition = { place: 0, age: 1, observation: [0], action: 0, reward: 1, terminated: false };

const trajectory: TrajectoryPicture = {
  index: 0,
  count: 10,
  steps: 3,
  actions: Uint8Array.of(0, 1, 1),
  rewards: Float32Array.of(1, 1, 1),
  logProbabilities: Float32Array.of(-0.75, -0.5, -0.25),
  before: Float32Array.of(0.5, 0.6, 0.7),
  after: Float32Array.of(0.4, 0.65, 0.75),
  returns: Float32Array.of(3, 2, 1),
  returnsToGo: Float32Array.of(3, 2, 1),
  baselines: Float32Array.of(4, 2, 0.5),
  advantages: Float32Array.of(-1, 0, 0.5),
  ended: "terminated",
};

describe("captions", () => {
  it("say how many transitions a piece of the memory stands for", () => {
    expect(memoryCaption(memory)).toBe("Each piece averages 10 transitions; no minibatch was drawn yet.");
    const small = { ...memory, capacity: 100, ages: new Float32Array(100), batch: [transition, transition] };
    expect(memoryCaption(small)).toBe(
      "Each piece is one transition; the dots are the 2 that the last minibatch drew.",
    );
  });
  it("explain replay only where the numbers show what it does", () => {
    expect(memoryCaption({ ...memory, correlation: { random: 0.1, consecutive: 0.9 } })).toContain("alike");
    expect(memoryCaption({ ...memory, correlation: { random: 0.9, consecutive: 0.9 } })).not.toContain(
      "alike",
    );
  });
  it("say how far the critic is off what it is fitted to, not off what came", () => {
    const credited = "Along this episode the baseline is 0.5 off the return credited on average.";
    expect(criticCaption(trajectory)).toBe(credited);
    expect(criticCaption({ ...trajectory, returnsToGo: Float32Array.of(30, 20, 10) })).toBe(credited);
    expect(criticCaption({ ...trajectory, baselines: null })).toBe("");
  });
  it("say that the return of an episode that was cut off falls there, unless its targets look beyond", () => {
    const cut: TrajectoryPicture = { ...trajectory, ended: "truncated" };
    expect(criticCaption(cut)).toContain("The episode was cut off, and its return falls towards 0 there");
    expect(criticCaption({ ...cut, returns: Float32Array.of(3, 2, 9) })).not.toContain("cut off");
  });
  it("say what of a long trajectory is left out", () => {
    expect(leftOutCaption(trajectory)).toBe("");
    expect(leftOutCaption({ ...trajectory, steps: 20_000 })).toContain("first 3 of its 20,000 steps");
  });
  it("say when a measurement is out of date", () => {
    expect(measuredAt(40, 40)).toBe("Measured at gradient step 40.");
    expect(measuredAt(40, 1200)).toContain("it is at step 1,200 now");
  });
  it("tell a map of values from one of a policy", () => {
    const all = [
      mapCaption(false, "value", 4),
      mapCaption(false, "policy", 4),
      mapCaption(true, "value", 4),
      mapCaption(true, "policy", 4),
    ];
    expect(new Set(all).size).toBe(4);
    for (const caption of all) expect(caption).toContain("its 4 inputs");
  });
});
