import { describe, expect, it } from "vitest";
import { buildFiniteMdp, type FiniteMdp } from "./finite-mdp";
import { canEnd, closedClasses, graphOf, reachableFrom } from "./graph";

/** One action a state; `next` lists where it may lead, each equally likely; −1 ends. */
function chain(next: number[][]): FiniteMdp {
  const states = next.map((_, s) => s);
  return buildFiniteMdp(next.length, 1, states, new Float64Array(next.length), (s) =>
    next[s].map((to) => ({
      probability: 1 / next[s].length,
      next: Math.max(to, 0),
      reward: 0,
      ends: to < 0,
    })),
  );
}

describe("closedClasses", () => {
  const all = (mdp: FiniteMdp) => closedClasses(graphOf(mdp), mdp.decisionStates);

  it("finds the sets that cannot be left", () => {
    expect(all(chain([[1], [2], [1]]))).toEqual([[1, 2]]);
    expect(all(chain([[0], [0, 2], [2]]))).toEqual([[0], [2]]);
  });

  it("does not count sets where something ends or leads out", () => {
    expect(all(chain([[1], [0, -1]]))).toEqual([]);
    expect(all(chain([[1], [0, 2], [-1]]))).toEqual([]);
    expect(all(chain([[1], [0, 2], [3], [2]]))).toEqual([[2, 3]]);
  });

  it("takes a circle of 4,096 states without recursion", () => {
    const circle = chain(Array.from({ length: 4096 }, (_, s) => [(s + 1) % 4096]));
    expect(all(circle)[0].length).toBe(4096);
  });

  it("sees only what the policy does", () => {
    const mdp = buildFiniteMdp(2, 2, [0, 1], new Float64Array(2), (s, a) => [
      { probability: 1, next: a === 0 ? s : 1 - s, reward: 0, ends: false },
    ]);
    expect(closedClasses(graphOf(mdp), [0, 1])).toEqual([[0, 1]]);
    expect(closedClasses(graphOf(mdp, Float64Array.of(1, 0, 0, 1)), [0, 1])).toEqual([[0]]);
  });
});

describe("reachability", () => {
  const mdp = chain([[1], [2, -1], [2], [0]]);

  it("forwards, from the starts", () => {
    expect(Array.from(reachableFrom(graphOf(mdp), [0]))).toEqual([1, 1, 1, 0]);
  });

  it("backwards, from the endings", () => {
    expect(Array.from(canEnd(graphOf(mdp)))).toEqual([1, 1, 0, 1]);
  });
});
