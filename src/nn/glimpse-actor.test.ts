import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Backend } from "./backend";
import { GlimpseActor, type GlimpseLook } from "./glimpse-actor";
import { glimpseLearner } from "./learners";
import { choice64, glimpseBatch, glimpseOptions, looks64 } from "./test-glimpse";
import { openOnly, relativeError, uniform } from "./test-tools";

const MODEL = { inputs: 50, glimpseUnits: 13, coreUnits: 22, classes: 10 };
const options = glimpseOptions(MODEL);
const GLIMPSES = 4;
const batch = glimpseBatch(MODEL, GLIMPSES, 1);

const patchesAt = (t: number) => batch.patches.slice(t * MODEL.inputs, (t + 1) * MODEL.inputs);
const placeAt = (t: number) => ({ x: batch.places[2 * t], y: batch.places[2 * t + 1] });

function lookAll(actor: GlimpseActor): GlimpseLook[] {
  const looks: GlimpseLook[] = [];
  for (let t = 0; t < GLIMPSES; t++) {
    looks.push(actor.look(patchesAt(t), placeAt(t), looks[t - 1]?.hidden ?? null));
  }
  return looks;
}

describe("an actor that looks", () => {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = await openOnly("wasm", undefined);
  });
  afterAll(() => backend?.dispose());

  it("agrees with float64, glimpse after glimpse", () => {
    const theta = Float64Array.from(options.weights);
    const exact = looks64(MODEL, theta, batch, 0);
    lookAll(new GlimpseActor(MODEL, options.weights)).forEach((look, t) => {
      expect(relativeError(look.hidden, exact[t].hidden)).toBeLessThan(1e-6);
      expect(relativeError(look.logits, exact[t].logits)).toBeLessThan(1e-6);
      const { mean, baseline } = choice64(MODEL, theta, exact[t].hidden);
      expect(relativeError([look.mean.x, look.mean.y], mean)).toBeLessThan(1e-6);
      expect(look.baseline).toBeCloseTo(baseline, 6);
      const total = exact[t].logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
      const belief = exact[t].logits.map((logit) => Math.exp(logit) / total);
      expect(relativeError(look.belief, belief)).toBeLessThan(1e-6);
    });
  });

  it("agrees with the learner", async () => {
    const learner = glimpseLearner(options);
    let hidden: Float32Array | null = null;
    for (const [t, look] of lookAll(new GlimpseActor(MODEL, options.weights)).entries()) {
      const looks = await learner.look(patchesAt(t), batch.places.slice(2 * t, 2 * t + 2), hidden);
      expect(relativeError(look.hidden, looks.hidden)).toBeLessThan(1e-5);
      expect(relativeError(look.logits, looks.logits)).toBeLessThan(1e-5);
      expect(relativeError([look.mean.x, look.mean.y], looks.means)).toBeLessThan(1e-5);
      expect(look.baseline).toBeCloseTo(looks.baselines[0], 5);
      ({ hidden } = looks);
    }
    learner.dispose();
  });

  it("hands out arrays that later glimpses leave alone", () => {
    const actor = new GlimpseActor(MODEL, options.weights);
    const first = lookAll(actor);
    const before = structuredClone(first);
    expect(lookAll(actor)).toEqual(before);
    expect(first).toEqual(before);
  });

  it("looks with the weights it was given last, and refuses those of another network", () => {
    const actor = new GlimpseActor(MODEL, uniform(1, options.weights.length));
    actor.load(options.weights);
    expect(actor.weights).toBe(options.weights);
    expect(lookAll(actor)).toEqual(lookAll(new GlimpseActor(MODEL, options.weights)));
    expect(() => actor.load(new Float32Array(5))).toThrow(
      /^A 50-13-22 glimpse network has \d+ parameters, not 5/,
    );
  });

  it("lets a NaN through", () => {
    const actor = new GlimpseActor(MODEL, options.weights);
    const { logits, mean } = actor.look(patchesAt(0).fill(Number.NaN, 7, 8), placeAt(0), null);
    expect([...logits, mean.x, mean.y].every(Number.isNaN)).toBe(true);
  });
});
