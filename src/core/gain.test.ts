import { describe, expect, it } from "vitest";
import { buildFiniteMdp, type FiniteMdp } from "./finite-mdp";
import { unboundedStates } from "./gain";

/** One action a state: the reward of leaving it, and where it leads, each equally likely; −1 ends. */
function chain(rows: { reward: number; next: number[] }[]): FiniteMdp {
  const states = rows.map((_, s) => s);
  return buildFiniteMdp(rows.length, 1, states, new Float64Array(rows.length), (s) =>
    rows[s].next.map((next) => ({
      probability: 1 / rows[s].next.length,
      next: Math.max(next, 0),
      reward: rows[s].reward,
      ends: next < 0,
    })),
  );
}

const zeros = (mdp: FiniteMdp): number[] =>
  unboundedStates(mdp, new Float64Array(mdp.nStates)).toSorted((a, b) => a - b);

describe("unboundedStates", () => {
  it("adds up the rewards of a circle", () => {
    const circle = (reward: number) =>
      chain([
        { reward, next: [1] },
        { reward: -1, next: [2] },
        { reward: -1, next: [0] },
      ]);
    expect(zeros(circle(2.5))).toEqual([0, 1, 2]);
    expect(zeros(circle(2))).toEqual([]);
    expect(zeros(circle(1.5))).toEqual([0, 1, 2]); // nothing leads out: −∞
  });

  it("sees the average of a class that goes to and fro at random", () => {
    const swing = (reward: number) =>
      chain([
        { reward, next: [1, 2] },
        { reward: 0, next: [0] },
        { reward: -1, next: [0] },
      ]);
    expect(zeros(swing(1))).toEqual([0, 1, 2]);
    expect(zeros(swing(0.5))).toEqual([]);
    expect(zeros(swing(0.1))).toEqual([0, 1, 2]);
  });

  it("leaves alone what can end", () => {
    const ending = chain([
      { reward: 5, next: [1] },
      { reward: 5, next: [0, -1] },
    ]);
    expect(zeros(ending)).toEqual([]);
  });

  it("follows the best action only", () => {
    const choice = buildFiniteMdp(1, 2, [0], Float64Array.of(1), (_, a) => [
      { probability: 1, next: 0, reward: a === 0 ? -1 : 3, ends: a === 1 },
    ]);
    expect(zeros(choice)).toEqual([]);
  });
});
