import { describe, expect, it } from "vitest";
import { buildFiniteMdp, type FiniteMdp } from "./finite-mdp";
import { compareWithOptimal, reachableDecisions } from "./optimality";

/** A corridor 0 – 1 – 2, left or right; leaving it to the right ends. State 3 cannot be reached. */
const mdp: FiniteMdp = buildFiniteMdp(4, 2, [0, 1, 2, 3], Float64Array.of(1, 0, 0, 0), (s, a) => [
  {
    probability: 1,
    next: a === 0 ? Math.max(0, s - 1) : Math.min(2, s + 1),
    reward: -1,
    ends: s === 2 && a === 1,
  },
]);
const Qstar = Float64Array.of(-4, -3, -4, -2, -3, -1, -9, -9);

describe("compareWithOptimal", () => {
  it("looks only at states that can be reached", () => {
    expect(Array.from(reachableDecisions(mdp))).toEqual([0, 1, 2]);
    expect(reachableDecisions(mdp)).toBe(reachableDecisions(mdp));
    const Q = Qstar.slice();
    Q[6] = 100;
    expect(compareWithOptimal(mdp, Q, Qstar)).toEqual({ qError: 0, optimalShare: 100 });
  });

  it("counts a state only when all its best actions are optimal", () => {
    const Q = Qstar.slice();
    Q[0] = -3; // a tie of a worse action with the best one
    expect(compareWithOptimal(mdp, Q, Qstar)).toEqual({ qError: 1, optimalShare: (100 * 2) / 3 });
    expect(compareWithOptimal(mdp, new Float64Array(8), Qstar)).toEqual({ qError: 4, optimalShare: 0 });
  });

  it("takes values that differ by rounding for equal", () => {
    const Q = Float64Array.of(0, -1, 0, 0, 0, 0, 0, 0);
    const nearlyTied = Float64Array.of(-3 - 1e-12, -3, -2, -2, -1, -1, 0, 0);
    expect(compareWithOptimal(mdp, Q, nearlyTied).optimalShare).toBe(100);
  });
});
