import { describe, expect, it } from "vitest";
import { Rng } from "../../core/rng";
import { GridWorld, type GridState } from "./env";
import type { GridWorldParams } from "./params";
import { paramsOf } from "./test-tools";

const windy = paramsOf(["....#.T", "..#....", "S......", "....#.."], {
  noise: 0.3,
  wind: [0, 1, -1, 2, 0, 0, 1],
  bumpReward: -0.5,
  stepReward: -0.1,
  maxSteps: 40,
  cells: {
    "0,1": { jump: { to: [3, 5], reward: 4 } },
    "1,4": { jump: { to: [0, 6], reward: 1 }, reward: 2 },
    "2,3": { restart: true, reward: -3 },
    "0,6": { reward: 10 },
    "3,3": { reward: -1 },
  },
});

const worlds: readonly (readonly [string, GridWorldParams])[] = [
  ["defaults", paramsOf(["T...", "....", "....", "...T"])],
  ["windy, noisy, with jumps", windy],
  ["the same with exit actions", { ...windy, exitAction: true }],
  [
    "random starts, always slipping",
    { ...windy, rows: windy.rows.map((row) => row.replace("S", ".")), cells: {}, noise: 1 },
  ],
  ["one cell", paramsOf(["S"], { noise: 0.2, wind: [1], maxSteps: 3 })],
];

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** A random walk as a list of everything that happened; every state is frozen before it is stepped from. */
function rollout(params: GridWorldParams, seed: number, steps: number): unknown[] {
  const world = new GridWorld(params);
  const root = Rng.fromSeed(seed);
  const chance = root.split("world");
  const choice = root.split("explore");
  const story: unknown[] = [];
  let state = deepFreeze(world.reset(chance));
  for (let i = 0; i < steps; i++) {
    const action = choice.int(4);
    const result = deepFreeze(world.step(state, action, chance));
    story.push(state, action, result);
    state = result.terminated || result.truncated ? deepFreeze(world.reset(chance)) : result.state;
  }
  return story;
}

describe.each(worlds)("%s", (_, params) => {
  it("same seed, same rollout; another seed, another one", () => {
    const story = rollout(params, 3, 500);
    expect(rollout(params, 3, 500)).toEqual(story);
    expect(rollout(params, 4, 500)).not.toEqual(story);
  });

  it("works on deep-frozen parameters and leaves them as they were", () => {
    const frozen = deepFreeze(structuredClone(params));
    expect(rollout(frozen, 3, 500)).toEqual(rollout(params, 3, 500));
    expect(new GridWorld(frozen).model).toEqual(new GridWorld(params).model);
    expect(frozen).toEqual(params);
  });

  it("a state survives cloning and JSON", () => {
    const world = new GridWorld(params);
    const state = world.step(world.reset(Rng.fromSeed(1)), 1, Rng.fromSeed(2)).state;
    const copies = [structuredClone(state), JSON.parse(JSON.stringify(state)) as GridState];
    for (const copy of copies) {
      expect(world.step(copy, 2, Rng.fromSeed(5))).toEqual(world.step(state, 2, Rng.fromSeed(5)));
    }
  });

  it("observes one cell at a time, and only finite numbers", () => {
    const world = new GridWorld(params);
    const out = new Float32Array(world.obsShape.reduce((product, side) => product * side, 1)).fill(NaN);
    const state = world.reset(Rng.fromSeed(6));
    world.observe(state, out);
    expect(out.every((x) => x === 0 || x === 1)).toBe(true);
    expect(out.reduce((sum, x) => sum + x, 0)).toBe(1);
    expect(out[world.tabular.indexOf(state)]).toBe(1);
  });

  it("the outcomes of every action in every decision state have probabilities that sum to 1", () => {
    const { first, probability, next, nStates, nActions, decisionStates, initial } = new GridWorld(params)
      .model;
    expect(Math.abs(initial.reduce((sum, p) => sum + p, 0) - 1)).toBeLessThan(1e-12);
    const decisions = new Set(decisionStates);
    for (let s = 0; s < nStates; s++) {
      for (let a = 0; a < nActions; a++) {
        const pair = s * nActions + a;
        let sum = 0;
        for (let i = first[pair]; i < first[pair + 1]; i++) {
          sum += probability[i];
          expect(probability[i]).toBeGreaterThan(0);
          expect(params.rows.join("")[next[i]]).not.toBe("#");
        }
        expect(Math.abs(sum - Number(decisions.has(s)))).toBeLessThan(1e-12);
      }
    }
    expect(first[nStates * nActions]).toBe(probability.length);
  });
});

it("draws once a step where there is noise, and nothing where there is none", () => {
  for (const [noise, draws] of [
    [0, 0],
    [0.3, 1],
  ]) {
    const rng = Rng.fromSeed(1);
    const expected = Rng.fromSeed(1);
    for (let i = 0; i < draws; i++) expected.uint32();
    new GridWorld({ ...windy, noise }).step({ cell: 14, time: 0 }, 0, rng);
    expect(rng.state()).toEqual(expected.state());
  }
});

describe("step against model", () => {
  const draws = 2000;

  /** χ² of the counts of `draws` steps against the model's probabilities, and its degrees of freedom. */
  function chiSquareOf(
    world: GridWorld,
    s: number,
    a: number,
    rng: Rng,
  ): { statistic: number; freedom: number } {
    const { first, probability, next, reward, ends } = world.model;
    const from = first[s * 4 + a];
    const counts = new Int32Array(first[s * 4 + a + 1] - from);
    for (let n = 0; n < draws; n++) {
      const result = world.step({ cell: s, time: 0 }, a, rng);
      const which = counts.findIndex((_, i) => {
        const row = from + i;
        const sameEnd = (ends[row] === 1) === result.terminated;
        return next[row] === result.state.cell && reward[row] === result.reward && sameEnd;
      });
      if (which < 0) throw new Error(`The model has no outcome ${JSON.stringify(result)} of (${s}, ${a}).`);
      counts[which]++;
    }
    let statistic = 0;
    for (const [i, count] of counts.entries()) {
      const expected = draws * probability[from + i];
      statistic += ((count - expected) * (count - expected)) / expected;
    }
    return { statistic, freedom: counts.length - 1 };
  }

  it("happens as often as the model says, in every state and for every action (χ² at a fixed seed)", () => {
    const world = new GridWorld(windy);
    const rng = Rng.fromSeed(12);
    let statistic = 0;
    let freedom = 0;
    for (const s of world.model.decisionStates) {
      for (let a = 0; a < 4; a++) {
        const one = chiSquareOf(world, s, a, rng);
        statistic += one.statistic;
        freedom += one.freedom;
      }
    }
    expect(freedom).toBe(149);
    // The quantiles 0.0005 and 0.9995 of χ² with 149 degrees of freedom (mpmath).
    expect(statistic).toBeGreaterThan(98.65);
    expect(statistic).toBeLessThan(212.42);
  });
});
