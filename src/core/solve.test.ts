import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridWorld } from "../envs/grid-world/env";
import type { GridWorldParams } from "../envs/grid-world/params";
import { backup } from "./backup";
import type { FiniteMdp } from "./finite-mdp";
import { averageQ, randomPolicy } from "./policy";
import { evaluatePolicy, solved, solveOptimal, type Solution } from "./solve";
import { defaultsOf } from "./params";

function modelOf(changes: Partial<GridWorldParams>): FiniteMdp {
  const { model } = gridWorld.create({ ...defaultsOf(gridWorld.params), ...changes });
  if (!model) throw new Error("A grid world has a model.");
  return model;
}

function solution(found: ReturnType<typeof solved>): Solution {
  if (!("V" in found)) throw new Error(found.says);
  return found;
}

/** How far V and Q are from solving their equation, as a share of the largest value. */
function fault(mdp: FiniteMdp, { V, Q }: Solution, gamma: number, policy?: Float64Array): number {
  let worst = 0;
  const size = Math.max(1, ...V.map(Math.abs));
  for (const s of mdp.decisionStates) {
    const row = Array.from({ length: mdp.nActions }, (_, a) => backup(mdp, V, s, a, gamma));
    row.forEach((q, a) => (worst = Math.max(worst, Math.abs(q - Q[s * mdp.nActions + a]) / size)));
    const value = policy ? averageQ(Q, policy, s, mdp.nActions) : Math.max(...row);
    worst = Math.max(worst, Math.abs(value - V[s]) / size);
  }
  return worst;
}

const open = (side: number): string[] =>
  Array.from({ length: side }, (_, r) => ".".repeat(side - 1) + (r === side - 1 ? "T" : "."));

describe("evaluatePolicy", () => {
  it("gives Sutton & Barto's figure 4.1 exactly", () => {
    const mdp = modelOf({});
    const { V } = solution(solved(evaluatePolicy(mdp, randomPolicy(mdp), 1)));
    const expected = [0, -14, -20, -22, -14, -18, -20, -20, -20, -20, -18, -14, -22, -20, -14, 0];
    V.forEach((value, s) => expect(value).toBeCloseTo(expected[s], 12));
  });

  it("solves 64×64 at γ = 1 to rounding", () => {
    const mdp = modelOf({ rows: open(64), noise: 0.2 });
    const policy = randomPolicy(mdp);
    const found = solution(solved(evaluatePolicy(mdp, policy, 1)));
    expect(fault(mdp, found, 1, policy)).toBeLessThan(1e-12);
    expect(found.V[0]).toBeLessThan(-40_000);
  });

  it("gives 0 where the policy rests, and a sentence where it cannot end", () => {
    const resting = modelOf({ rows: ["T#."], stepReward: 0 });
    expect(solution(solved(evaluatePolicy(resting, randomPolicy(resting), 1))).V[2]).toBe(0);
    const endless = modelOf({ rows: ["T#."] });
    expect(solved(evaluatePolicy(endless, randomPolicy(endless), 1))).toMatchObject({
      reason: "diverges",
      states: [2],
    });
    expect(solution(solved(evaluatePolicy(endless, randomPolicy(endless), 0.5))).V[2]).toBe(-2);
  });

  it("agrees with its equation in random worlds", () => {
    fc.assert(
      fc.property(randomWorlds, fc.constantFrom(0.3, 0.9, 0.999), (world, gamma) => {
        const mdp = modelOf(world);
        const policy = randomPolicy(mdp);
        expect(fault(mdp, solution(solved(evaluatePolicy(mdp, policy, gamma))), gamma, policy)).toBeLessThan(
          1e-12,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("solveOptimal", () => {
  it("agrees with its equation in random worlds", () => {
    fc.assert(
      fc.property(randomWorlds, fc.constantFrom(0.3, 0.9, 0.999), (world, gamma) => {
        const mdp = modelOf(world);
        expect(fault(mdp, solution(solved(solveOptimal(mdp, gamma))), gamma)).toBeLessThan(1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it.each([0, 0.2, 0.9, 1])("solves 64×64 at γ = 1, noise %d, to rounding", (noise) => {
    const mdp = modelOf({ rows: open(64), noise });
    const found = solution(solved(solveOptimal(mdp, 1)));
    expect(fault(mdp, found, 1)).toBeLessThan(1e-12);
    if (noise === 0) expect(found.V[0]).toBe(-126);
  });

  it("solves a long maze in which only chance moves: length² steps", () => {
    const rows = Array.from({ length: 63 }, (_, r) => {
      if (r % 2 === 0) return ".".repeat(64);
      return r % 4 === 1 ? `${"#".repeat(63)}.` : `.${"#".repeat(63)}`;
    });
    rows[62] = `T${rows[62].slice(1)}`;
    const mdp = modelOf({ rows, noise: 1 });
    const found = solution(solved(solveOptimal(mdp, 1)));
    expect(fault(mdp, found, 1)).toBeLessThan(1e-12);
    expect(found.V[0]).toBeLessThan(-100_000);
  });

  it("leaves out, at γ = 1, a closed room that no episode can come to", () => {
    const mdp = modelOf({ rows: ["S.T", "###", ".##"] });
    expect(solution(solved(solveOptimal(mdp, 1))).V).toEqual(Float64Array.of(-2, -1, 0, 0, 0, 0, 0, 0, 0));
    expect(solution(solved(solveOptimal(mdp, 0.5))).V[6]).toBeCloseTo(-2, 12);
    const random = solution(solved(evaluatePolicy(mdp, randomPolicy(mdp), 1)));
    expect([random.V[6], random.Q[24]]).toEqual([0, 0]);
    expect(random.V[1]).toBeCloseTo(-8, 12);
  });

  it("says where there is no solution", () => {
    expect(solved(solveOptimal(modelOf({ rows: ["T#."] }), 1))).toMatchObject({
      reason: "diverges",
      states: [2],
    });
    const loop = { "0,1": { jump: { to: [0, 2] as [number, number], reward: 5 } } };
    expect(solved(solveOptimal(modelOf({ rows: ["T..."], cells: loop }), 1))).toMatchObject({
      reason: "diverges",
    });
  });
});

const randomWorlds: fc.Arbitrary<Partial<GridWorldParams>> = fc
  .record({
    letters: fc.array(fc.constantFrom(".", ".", ".", "#", "T"), { minLength: 12, maxLength: 12 }),
    noise: fc.constantFrom(0, 0.2, 0.7),
    stepReward: fc.constantFrom(-1, 0, 0.5),
    reward: fc.constantFrom(-10, 3),
    exitAction: fc.boolean(),
  })
  .map(({ letters, reward, ...rest }) => ({
    rows: [`.${letters.slice(0, 3).join("")}`, letters.slice(3, 7).join(""), letters.slice(7, 11).join("")],
    cells: { "0,0": { reward } },
    ...rest,
  }));
