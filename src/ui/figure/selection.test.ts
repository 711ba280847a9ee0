import { describe, expect, it } from "vitest";
import { gridWorld } from "../../envs/grid-world/env";
import { defaultsOf } from "../../core/params";
import { modelOf } from "../../core/algo";
import { epsilonGreedyPolicy } from "../../core/greedy";
import { markedNumbers } from "./refs";
import { bellmanNow, outcomesOf } from "./selection";

const params = { ...defaultsOf(gridWorld.params), rows: ["T..", "..#"], noise: 0.2 };
const mdp = modelOf(gridWorld.create(params));
const n = mdp.nStates * mdp.nActions;
const Q = Float64Array.from({ length: n }, (_, i) => -i);
const uniform = new Float64Array(n).fill(0.25);

describe("the Bellman equation of what is selected", () => {
  it("averages over the outcomes of an action, with the best action after each", () => {
    const now = bellmanNow(mdp, { Q, V: new Float64Array(6), policy: uniform }, "optimality", 0.9, {
      state: 1,
      action: 1,
    });
    // Right from (0,1): 0.8 to (0,2), whose best is −8; 0.1 up, stays, best −4; 0.1 down to (1,1), best −16.
    expect(now?.outcomes).toEqual([
      { state: 2, action: 0, probability: 0.8 },
      { state: 1, action: 0, probability: 0.1 },
      { state: 4, action: 0, probability: 0.1 },
    ]);
    const value = 0.8 * (-1 - 0.9 * 8) + 0.1 * (-1 - 0.9 * 4) + 0.1 * (-1 - 0.9 * 16);
    expect(now?.lines.at(-1)).toContain(`\\mathbf{${Number(value.toFixed(3))}}`);
    expect(now?.lines.at(-1)).toContain("Q = -5");
    expect(now?.lines[0]).not.toContain("leftarrow");
  });

  it("takes the best action of a cell and shows all four", () => {
    const now = bellmanNow(
      mdp,
      { Q: new Float64Array(n), V: new Float64Array(6), policy: uniform },
      "optimality",
      1,
      {
        state: 1,
      },
    );
    expect(markedNumbers([now?.lines[1] ?? ""]).map((marked) => marked.ref)).toEqual([
      "s1a0",
      "s1a1",
      "s1a2",
      "s1a3",
    ]);
    expect(now?.lines.at(-1)).toContain("\\mathbf{-1}");
  });

  it("averages over the policy where values stand for a policy", () => {
    const V = Float64Array.from([0, -14, -20, -14, -18, 0]);
    const now = bellmanNow(mdp, { Q, V, policy: uniform }, "expectation", 1, { state: 1 });
    // The random policy does not care about the noise: each neighbour has 1/4.
    expect(now?.outcomes.map(({ state, probability }) => [state, Number(probability.toFixed(9))])).toEqual([
      [1, 0.25],
      [0, 0.25],
      [2, 0.25],
      [4, 0.25],
    ]);
    expect(now?.lines.at(-1)).toContain(`\\mathbf{${-1 + (-14 + 0 - 20 - 18) / 4}}`);
  });

  it("says that the table agrees once it does", () => {
    const zero = bellmanNow(
      mdp,
      { Q: new Float64Array(n), V: new Float64Array(6), policy: uniform },
      "optimality",
      0,
      {
        state: 1,
        action: 0,
      },
    );
    expect(zero?.lines.at(-1)).toContain("the table has");
    const all = new Float64Array(n).fill(-1);
    const agree = bellmanNow(
      mdp,
      { Q: all, V: all, policy: epsilonGreedyPolicy(mdp, all) },
      "optimality",
      0,
      {
        state: 1,
      },
    );
    expect(agree?.lines.at(-1)).toContain("agrees");
  });

  it("has none where there is no decision", () => {
    const view = { Q, V: new Float64Array(6), policy: uniform };
    expect(bellmanNow(mdp, view, "optimality", 1, { state: 0 })).toBeNull();
    expect(bellmanNow(mdp, view, "optimality", 1, { state: 5, action: 2 })).toBeNull();
  });

  it("counts outcomes that lead to the same place together", () => {
    const term = { reward: 0, next: 3, nextValue: 0, ends: false };
    expect(
      outcomesOf([
        { ...term, probability: 0.5 },
        { ...term, probability: 0.25, reward: 1 },
      ]),
    ).toEqual([{ state: 3, probability: 0.75 }]);
  });
});
