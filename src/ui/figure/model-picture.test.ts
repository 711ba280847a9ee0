import { describe, expect, it } from "vitest";
import { modelOf } from "../../core/algo";
import { defaultsOf } from "../../core/params";
import { gridWorld } from "../../envs/grid-world/env";
import { packOutcomes } from "../../core/learned-outcomes";
import { knownOutcomes, learnedOutcomes, rewardPicture } from "./model-picture";

const mdp = modelOf(gridWorld.create({ ...defaultsOf(gridWorld.params), rows: ["S.T"], noise: 0.5 }));

describe("the model as a picture", () => {
  it("shows what the world would do", () => {
    expect(knownOutcomes(mdp)(1, 1)).toEqual([
      { next: 2, probability: 0.5, reward: -1, ends: true },
      { next: 1, probability: 0.5, reward: -1, ends: false },
    ]);
    expect(knownOutcomes(mdp)(2, 1)).toEqual([]);
  });

  it("shows what the agent has seen, as shares of its counts", () => {
    const seen = { state: 1, action: 1, reward: -1 };
    const outcomes = learnedOutcomes(
      packOutcomes([
        { ...seen, next: 2, ends: true, count: 3 },
        { ...seen, next: 1, ends: false, count: 1 },
        { ...seen, state: 0, next: 1, ends: false, count: 7 },
      ]),
      4,
    );
    expect(outcomes(1, 1).map(({ next, probability }) => [next, probability])).toEqual([
      [2, 0.75],
      [1, 0.25],
    ]);
    expect(outcomes(1, 0)).toEqual([]);
  });

  it("has a reward for every state that is known", () => {
    const { Q, V } = rewardPicture(knownOutcomes(mdp), 3, 4);
    expect([...V]).toEqual([-1, -1, NaN]);
    expect(Q[5]).toBe(-1);
    expect(Q[8]).toBeNaN();
  });
});
