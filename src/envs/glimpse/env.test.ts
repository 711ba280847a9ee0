import { describe, expect, it } from "vitest";
import { MissingDigits } from "../../core/digits";
import { type GlimpseState } from "../../core/glimpse";
import { glimpseEnvOf } from "../../core/glimpse-env";
import type { Env } from "../../core/env";
import { inputsOf } from "../../core/observation";
import { parseParams } from "../../core/params";
import { Rng } from "../../core/rng";
import { Glimpse, glimpse } from "./env";
import { glimpseParams, type GlimpseParams } from "./params";
import { digitsOf, paramsWith } from "./test-tools";

const train = digitsOf(1200, (i, n) => (i * (n + 3)) % 256);
const test = digitsOf(20, (i, n) => (i + n) % 251);
const digits = { train, test };

const worldOf = (changes: Partial<GlimpseParams> = {}) =>
  new Glimpse(paramsWith({ trainCount: 1000, ...changes }), digits);

const tasks: readonly (readonly [string, Partial<GlimpseParams>])[] = [
  ["as it is", {}],
  ["translated", { imageSize: 60, patch: 12, scales: 3 }],
  ["cluttered", { imageSize: 60, clutter: 4, patch: 12, scales: 3, glimpses: 8 }],
  ["small, one glimpse", { imageSize: 100, digitSize: 14, clutter: 12, patch: 16, scales: 4, glimpses: 1 }],
];

/** A state as text, which is compared faster than ten thousand pixels are. */
const inWords = ({ pixels, ...rest }: GlimpseState) =>
  JSON.stringify(rest) + Buffer.from(pixels).toString("base64");

/** Random looks and answers as a list of everything that happened; steps must leave states as they were. */
function rollout(world: Glimpse, seed: number, steps: number): unknown[] {
  const root = Rng.fromSeed(seed);
  const chance = root.split("world");
  const choice = root.split("explore");
  const seen = new Float32Array(inputsOf(world));
  const story: unknown[] = [];
  let state = Object.freeze(world.reset(chance));
  for (let i = 0; i < steps; i++) {
    const before = inWords(state);
    const action = { x: 3 * choice.uniform() - 1.5, y: 3 * choice.uniform() - 1.5, answer: choice.int(10) };
    world.observe(state, seen);
    const result = world.step(state, Object.freeze(action));
    expect(inWords(state)).toBe(before);
    story.push(before, seen.join(), action, inWords(result.state), result.reward, result.terminated);
    state = Object.freeze(result.terminated ? world.reset(chance) : result.state);
  }
  return story;
}

describe("where digits are missing", () => {
  const paper = paramsWith({ trainCount: 1000 });
  const without = (set: "train" | "test", changes: Partial<GlimpseParams> = {}) =>
    new Glimpse({ ...paper, ...changes }, { ...digits, [set]: null });

  it("shows what there is: held-out digits without those to learn from, and the other way round", () => {
    const rng = () => Rng.fromSeed(4);
    expect(without("train").glimpse).toMatchObject({ trainCount: 0, testCount: 20 });
    expect(inWords(without("train").glimpse.test(3, rng()))).toBe(inWords(worldOf().glimpse.test(3, rng())));
    expect(inWords(without("test").reset(rng()))).toBe(inWords(worldOf().reset(rng())));
    expect(without("test").glimpse.trainCount).toBe(1000);
    expect(new Glimpse(paper).glimpse.trainCount, "nothing has been said of digits").toBe(1000);
  });

  it("says so for what is missing, and for clutter, which is of digits to learn from", () => {
    const rng = Rng.fromSeed(4);
    expect(() => without("train").reset(rng)).toThrow(MissingDigits);
    expect(() => without("test").glimpse.test(3, rng)).toThrow(MissingDigits);
    expect(() => without("train", { imageSize: 60, clutter: 4 }).glimpse.test(3, rng)).toThrow(MissingDigits);
  });

  it("shows an image of one's own", () => {
    const image = new Uint8Array(28 * 28).fill(9);
    const world = new Glimpse(paper, { train: null, test: null });
    expect(world.glimpse.own(image, { x: 0, y: 0 }).pixels).toBe(image);
  });
});

describe.each(tasks)("%s", (_, changes) => {
  it("same seed, same rollout; another seed, another one", () => {
    const story = rollout(worldOf(changes), 3, 30);
    expect(rollout(worldOf(changes), 3, 30)).toEqual(story);
    expect(rollout(worldOf(changes), 4, 30)).not.toEqual(story);
  });

  it("fills its observation with numbers from 0 to 1", () => {
    const world = worldOf(changes);
    const rng = Rng.fromSeed(2);
    for (let i = 0; i < 20; i++) {
      const seen = new Float32Array(inputsOf(world)).fill(NaN);
      world.observe(world.reset(rng), seen);
      expect(seen.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  it("is over after its glimpses, not before", () => {
    const world = worldOf(changes);
    let state = world.reset(Rng.fromSeed(1));
    const { glimpses } = world.glimpse;
    for (let taken = 1; taken <= glimpses; taken++) {
      const result = world.step(state, { x: 0, y: 0, answer: state.label });
      const last = taken === glimpses;
      expect(result).toMatchObject({ terminated: last, truncated: false, reward: last ? 1 : 0 });
      expect(result.state.taken).toBe(taken);
      expect(result.state.pixels).toBe(state.pixels);
      state = result.state;
    }
  });

  it("a state survives cloning", () => {
    const world = worldOf(changes);
    const state = world.reset(Rng.fromSeed(1));
    const action = { x: 0.3, y: -2, answer: 4 };
    expect(world.step(structuredClone(state), action)).toEqual(world.step(state, action));
  });
});

describe("a step", () => {
  const world = worldOf();
  const state = world.reset(Rng.fromSeed(1));

  it("moves the eye, and no further than to the border", () => {
    expect(world.step(state, { x: 0.25, y: -0.5, answer: 0 }).state.place).toEqual({ x: 0.25, y: -0.5 });
    expect(world.step(state, { x: -7, y: 1e300, answer: 0 }).state.place).toEqual({ x: -1, y: 1 });
  });

  it("pays nothing for a wrong last answer", () => {
    const last = { ...state, taken: 5 };
    const wrong = (state.label + 1) % 10;
    expect(world.step(last, { x: 0, y: 0, answer: wrong })).toMatchObject({ reward: 0, terminated: true });
  });

  it("refuses what is no answer and no place", () => {
    for (const answer of [-1, 10, 0.5, NaN]) {
      expect(() => world.step(state, { x: 0, y: 0, answer })).toThrow("An answer is a digit");
    }
    expect(() => world.step(state, { x: NaN, y: 0, answer: 1 })).toThrow("no place");
    expect(() => world.step(state, { x: 0, y: Infinity, answer: 1 })).toThrow("no place");
  });
});

describe("where images come from", () => {
  it("a reset draws from the first training digits only, from each of them, and a place", () => {
    const rng = Rng.fromSeed(7);
    const world = worldOf();
    const drawn = new Set<number>();
    for (let i = 0; i < 12_000; i++) {
      const { digit, label, place, taken } = world.reset(rng);
      drawn.add(digit);
      expect([label, taken]).toEqual([digit % 10, 0]);
      expect(Math.max(Math.abs(place.x), Math.abs(place.y))).toBeLessThanOrEqual(1);
    }
    expect(Math.max(...drawn)).toBe(999);
    expect(drawn.size).toBe(1000);
  });

  it("test: a held-out digit, made as the others are, with clutter from the training digits", () => {
    const plain = worldOf().glimpse.test(13, Rng.fromSeed(1));
    expect(plain).toMatchObject({ digit: 13, label: 3, taken: 0 });
    expect(plain.pixels).toEqual(test.pixels.slice(13 * 784, 14 * 784));
    const white = { train: digitsOf(1000, () => 250), test: digitsOf(1, () => 1) };
    const cluttered = new Glimpse(paramsWith({ trainCount: 1000, clutter: 1 }), white);
    expect(new Set(cluttered.glimpse.test(0, Rng.fromSeed(1)).pixels)).toEqual(new Set([1, 251]));
  });

  it("test refuses a digit that is not there", () => {
    for (const digit of [-1, 20, 1.5]) {
      expect(() => worldOf().glimpse.test(digit, Rng.fromSeed(1))).toThrow("There is no digit");
    }
  });

  it("own: somebody’s image, looked at from where they say; no answer to it is right", () => {
    const pixels = new Uint8Array(784).fill(9);
    const state = worldOf({ glimpses: 1 }).glimpse.own(pixels, { x: -3, y: 0.5 });
    expect(state).toEqual({ pixels, label: -1, place: { x: -1, y: 0.5 }, taken: 0, digit: -1 });
    for (let answer = 0; answer < 10; answer++) {
      expect(worldOf({ glimpses: 1 }).step(state, { x: 0, y: 0, answer }).reward).toBe(0);
    }
    expect(() => worldOf({ imageSize: 60 }).glimpse.own(pixels, { x: 0, y: 0 })).toThrow("60×60");
  });
});

describe("without its digits", () => {
  const world: Env<GlimpseState, unknown> = glimpse.create(paramsWith({ scales: 3 }));

  it("says what it is like", () => {
    expect(world.obsShape).toEqual([3, 8, 8]);
    expect(glimpseEnvOf(world as Env).glimpse).toMatchObject({
      size: 28,
      trainCount: 60_000,
      testCount: 10_000,
    });
    expect(glimpse.digits?.(paramsWith({ trainCount: 2000 }))).toBe(2000);
  });

  it("shows images that somebody made, and refuses to make any", () => {
    expect(() => world.reset(Rng.fromSeed(1))).toThrow("without its digits");
    expect(() => world.glimpse?.test(0, Rng.fromSeed(1))).toThrow("without its digits");
    expect(world.glimpse?.own(new Uint8Array(784), { x: 0, y: 0 }).label).toBe(-1);
  });

  it("fewer digits than it was told are an error", () => {
    expect(() => worldOf({ trainCount: 1201 })).toThrow("1200 digits to learn from, fewer than 1201");
  });
});

it("every parameter is checked, and whatever passes runs", () => {
  expect(parseParams(glimpseParams, { imageSize: 27 }, "env").ok).toBe(false);
  expect(parseParams(glimpseParams, { patch: 8.5 }, "env").ok).toBe(false);
  expect(parseParams(glimpseParams, { translate: 1 }, "env").ok).toBe(false);
  const extremes = { imageSize: 28, digitSize: 14, clutter: 12, patch: 16, scales: 4, glimpses: 10 };
  expect(glimpse.check(paramsWith(extremes))).toEqual([]);
  expect(rollout(worldOf(extremes), 1, 11)).toHaveLength(66);
});
