import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultsOf, type NumberParam } from "../../core/params";
import { Rng } from "../../core/rng";
import { CartPole, cartPole, type CartPoleState } from "./env";
import { cartPoleParams, type CartPoleParams } from "./params";

const defaults = defaultsOf(cartPoleParams);

const worlds: readonly (readonly [string, CartPoleParams])[] = [
  ["defaults", defaults],
  ["semi-implicit, short episodes", { ...defaults, integrator: "semi-implicit", maxSteps: 9 }],
  ["a long pole on the Moon", { ...defaults, gravity: 1.6, length: 2, massPole: 2, thetaLimitDeg: 90 }],
];

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** Random actions as a list of everything that happened; every state is frozen before it is stepped from. */
function rollout(params: CartPoleParams, seed: number, steps: number): unknown[] {
  const world = new CartPole(params);
  const root = Rng.fromSeed(seed);
  const chance = root.split("world");
  const choice = root.split("explore");
  const story: unknown[] = [];
  let state = deepFreeze(world.reset(chance));
  for (let i = 0; i < steps; i++) {
    const action = choice.int(2);
    const result = deepFreeze(world.step(state, action));
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
    expect(frozen).toEqual(params);
  });

  it("a state survives cloning and JSON", () => {
    const world = new CartPole(params);
    const state = world.step(world.reset(Rng.fromSeed(1)), 1).state;
    for (const copy of [structuredClone(state), JSON.parse(JSON.stringify(state)) as CartPoleState]) {
      expect(world.step(copy, 0)).toEqual(world.step(state, 0));
    }
  });

  it("observes x, ẋ, θ, θ̇ and nothing else", () => {
    const world = new CartPole(params);
    const out = new Float32Array(world.obsShape.reduce((product, side) => product * side, 1)).fill(NaN);
    world.observe({ x: 1, xDot: -2, theta: 0.25, thetaDot: 4, time: 9 }, out);
    expect([...out]).toEqual([1, -2, 0.25, 4]);
  });
});

const physics = Object.entries(cartPoleParams).filter(([, def]) => def.kind === "number");

/** Any parameters that parse, the ends of the ranges often, and that `check` lets through. */
const anyParams = fc
  .record({
    ...Object.fromEntries(
      physics.map(([name, def]) => {
        const { min, max } = def as NumberParam;
        const inside =
          name === "maxSteps" ? fc.integer({ min, max: 1000 }) : fc.double({ min, max, noNaN: true });
        return [name, fc.oneof(fc.constantFrom(min, Math.min(max, 1000)), inside)];
      }),
    ),
    integrator: fc.constantFrom("euler", "semi-implicit"),
  })
  .map((record) => record as unknown as CartPoleParams)
  .filter((params) => cartPole.check(params).length === 0);

it("whatever passes the checks runs: starts inside the limits, finite float32 until it ends, ends in time", () => {
  fc.assert(
    fc.property(
      anyParams,
      fc.integer(),
      fc.constantFrom("random", "left", "balance"),
      (params, seed, how) => {
        const world = new CartPole(params);
        const rng = Rng.fromSeed(seed);
        const out = new Float32Array(4);
        let state = world.reset(rng);
        expect(Math.abs(state.x)).toBeLessThanOrEqual(params.xLimit);
        expect(Math.abs(state.theta)).toBeLessThanOrEqual((params.thetaLimitDeg * 2 * Math.PI) / 360);
        for (let steps = 1; ; steps++) {
          const balancing = Number(state.theta + state.thetaDot > 0);
          const action = how === "random" ? rng.int(2) : how === "left" ? 0 : balancing;
          const { state: next, terminated, truncated } = world.step(state, action);
          state = next;
          world.observe(state, out);
          expect(out.every(Number.isFinite)).toBe(true);
          expect(terminated && truncated).toBe(false);
          if (terminated || truncated) break;
          expect(steps).toBeLessThan(params.maxSteps);
        }
      },
    ),
    { seed: 11, numRuns: 300 },
  );
});

it("a random policy lasts about 22 steps (mean of 10,000 seeded episodes; Gymnasium: about 22)", () => {
  const world = new CartPole(defaults);
  let steps = 0;
  for (let seed = 0; seed < 10_000; seed++) {
    const root = Rng.fromSeed(seed);
    const choice = root.split("explore");
    let state = world.reset(root.split("world"));
    for (let over = false; !over; steps++) {
      const result = world.step(state, choice.int(2));
      state = result.state;
      over = result.terminated || result.truncated;
    }
  }
  const mean = steps / 10_000;
  // An episode's length has a standard deviation of about 12, so the mean's is about 0.12.
  expect(mean).toBeGreaterThan(21.7);
  expect(mean).toBeLessThan(22.7);
});
