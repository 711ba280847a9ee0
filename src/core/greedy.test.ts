import { describe, expect, it } from "vitest";
import {
  argmaxQ,
  epsilonGreedyAction,
  epsilonGreedyPolicy,
  epsilonGreedyProbabilities,
  greedyAction,
  isGreedy,
  maxQ,
} from "./greedy";
import { Rng } from "./rng";

const Q = Float64Array.from([0, 0, 0, 0, 1, 5, 2, 5, -1, -2, -1, -1]);
const draws = 40_000;

function frequencies(draw: (rng: Rng) => number): number[] {
  const rng = Rng.fromSeed(3);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < draws; i++) counts[draw(rng)]++;
  return counts.map((count) => count / draws);
}

/** Within five standard errors of a share. */
function expectShares(actual: number[], expected: number[]): void {
  expected.forEach((p, a) =>
    expect(Math.abs(actual[a] - p)).toBeLessThanOrEqual(5 * Math.sqrt((p * (1 - p)) / draws)),
  );
}

describe("greedy choice", () => {
  it("finds the largest value and its first action", () => {
    expect([0, 1, 2].map((s) => maxQ(Q, s, 4))).toEqual([0, 5, -1]);
    expect([0, 1, 2].map((s) => argmaxQ(Q, s, 4))).toEqual([0, 1, 0]);
  });

  it("draws equal actions equally often", () => {
    expectShares(
      frequencies((rng) => greedyAction(Q, 0, 4, rng)),
      [0.25, 0.25, 0.25, 0.25],
    );
    expectShares(
      frequencies((rng) => greedyAction(Q, 1, 4, rng)),
      [0, 0.5, 0, 0.5],
    );
    expectShares(
      frequencies((rng) => greedyAction(Q, 2, 4, rng)),
      [1 / 3, 0, 1 / 3, 1 / 3],
    );
  });

  it("draws nothing where one action is best", () => {
    const rng = Rng.fromSeed(1);
    const before = rng.state();
    expect(greedyAction(Float64Array.from([1, 2, 3, 0]), 0, 4, rng)).toBe(2);
    expect(rng.state()).toEqual(before);
  });

  it("explores with probability ε, as its probabilities say", () => {
    for (const [s, epsilon] of [
      [0, 0.2],
      [1, 0.4],
      [2, 1],
      [2, 0],
    ]) {
      const probabilities = new Float64Array(4);
      epsilonGreedyProbabilities(Q, s, 4, epsilon, probabilities);
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
      expectShares(
        frequencies((rng) => epsilonGreedyAction(Q, s, 4, epsilon, rng)),
        Array.from(probabilities),
      );
    }
  });
});

describe("greedy policy", () => {
  const decisions = { nStates: 3, nActions: 4, decisionStates: Int32Array.of(1, 2) };

  it("shares among ties, spreads ε, and is 0 where there is no decision", () => {
    const policy = Array.from(epsilonGreedyPolicy(decisions, Q, 0.4));
    [0, 0, 0, 0, 0.1, 0.4, 0.1, 0.4, 0.3, 0.1, 0.3, 0.3].forEach((p, i) =>
      expect(policy[i]).toBeCloseTo(p, 14),
    );
    expect(Array.from(epsilonGreedyPolicy(decisions, Q)).slice(4, 8)).toEqual([0, 0.5, 0, 0.5]);
  });

  it("takes values that differ by rounding only for equal", () => {
    const close = Float64Array.from([1 / 3, 1 - 2 / 3, 0.3, 0.3333]);
    expect([0, 1, 2, 3].map((a) => isGreedy(close, 0, a, 4))).toEqual([true, true, false, false]);
  });
});
