import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import type { NetworkExplanation } from "../../core/network-run";
import type { Backend } from "../../nn/backend";
import { openOnly } from "../../nn/test-tools";
import { driveNetwork } from "../network-test-bench";
import { cutShort, scripted } from "../test-bench";
import { start } from "./run";
import { dqn, type DqnParams } from "./spec";

let backend: Backend;
beforeAll(async () => {
  backend = await openOnly("cpu", undefined);
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

/** From 0 through 1 to 2 and back to 0, whatever the action; 1, 3 and 5 are paid. */
const round = scripted(
  [1, 3, 5].map((reward, at) => {
    const move = { to: (at + 1) % 3, reward };
    return [move, move];
  }),
);

/*
 * A network 1-2-2 with relu whose numbers a hand can follow. W₁ = (1, −1), b₁ = (0, 0.5); for s ≥ 1 the second hidden
 * unit is silent, h = (s, 0). Row one of W₂ = (0.5, −1), b₂ = (0.25, 0): Q(s,·) = (0.5 s + 0.25, −s).
 */
const byHand = Float32Array.of(1, -1, 0, 0.5, 0.5, -1, 7, 7, 0.25, 0);
/** The same, but Q(s,·) = (−s, 0.5 s + 2). */
const other = Float32Array.of(1, -1, 0, 0.5, -1, 0.5, 7, 7, 0, 2);

const tiny: Partial<DqnParams> = {
  gamma: 0.5,
  learningRate: 0.1,
  learningRateEnd: 0.1,
  epsilon: 0,
  epsilonEnd: 0,
  hiddenLayers: 1,
  units: 2,
  batchSize: 1,
  warmup: 1,
  replay: false,
  target: "none",
  double: false,
  loss: "huber",
};

/** A run with these weights instead of random ones; without target weights the target is the network. */
async function begin(env: Env, given: Partial<DqnParams> = {}, weights = byHand, target = weights) {
  const params = { ...tiny, ...given };
  const drawn = driveNetwork(start, env, dqn.params, params);
  const memory = await drawn.run.save();
  drawn.run.dispose();
  const learner = { ...memory.learner, weights, target: params.target === "none" ? null : target };
  return driveNetwork(start, env, dqn.params, params, { memory: { ...memory, learner } });
}

type Driven = Awaited<ReturnType<typeof begin>>;

const after = (driven: Driven, ticks: number) => driven.until((clock) => clock.ticks >= ticks);

function explanationOf({ run }: Driven): NetworkExplanation {
  const explanation = run.explain();
  if (!explanation) throw new Error("There was no update.");
  return explanation;
}

const close = (actual: ArrayLike<number>, expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(actual[i], `number ${i}`).toBeCloseTo(value, 5));
};

describe("one update by hand", () => {
  // The second step goes from 1 to 2 and pays 3: y = 3 + 0.5 max Q(2,·) = 3 + 0.5 · 1.25 = 3.625, Q(1,0) = 0.75,
  // δ = 2.875, Huber's loss 2.375. ∂L/∂Q(1,0) = −1, so −1 for W₂[0][0] (h = 1) and b₂[0], −0.5 for W₁[0] and b₁[0]:
  // a length of √2.5. Adam's first step is 0.1 for every weight with a gradient.
  const stepped = [1.1, -1, 0.1, 0.5, 0.6, -1, 7, 7, 0.35, 0];

  it("moves the weights as Adam does", async () => {
    const driven = await begin(round);
    await after(driven, 2);
    expect(driven.clock).toMatchObject({ ticks: 2, steps: 2, updates: 1, episodes: 0 });
    close(driven.run.weights()[0], stepped);
    close(driven.logs.loss, [2.375]);
    close(driven.logs.gradientNorm, [Math.sqrt(2.5)]);
    close(driven.logs.value, [2.25]); // max Q(0,·) = 0.25 + 0.5 · 7, where the second unit speaks, and max Q(1,·) = 0.75
    driven.run.dispose();
  });

  it("explains it", async () => {
    const driven = await begin(round);
    await after(driven, 2);
    const { numbers, rows } = explanationOf(driven);
    expect(numbers).toMatchObject({ batch: 1, gamma: 0.5, learningRate: 0.1, limit: 10, hasTarget: 0 });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ action: 0, reward: 3, terminated: 0, s0: 1, next0: 2 });
    const { y, q, delta, rowLoss, nextValue, nextQ1, qAfter } = rows[0];
    // Afterwards h = 1.1 + 0.1 and Q(1,0) = 0.6 · 1.2 + 0.35.
    close([y, q, delta, rowLoss, nextValue, nextQ1, qAfter], [3.625, 0.75, 2.875, 2.375, 1.25, -2, 1.07]);
    driven.run.dispose();
  });

  it("with squared errors: loss δ² = 8.265625, gradient 2δ times as long", async () => {
    const driven = await begin(round, { loss: "squared" });
    await after(driven, 2);
    close(driven.logs.loss, [2.875 * 2.875]);
    close(driven.logs.gradientNorm, [2 * 2.875 * Math.sqrt(2.5)]);
    expect(explanationOf(driven).rows[0].rowLoss).toBeCloseTo(2.875 * 2.875, 5);
    driven.run.dispose();
  });

  it("the limit of the gradient is the parameter, and can be taken off", async () => {
    for (const [clipGradient, length] of [
      [true, 1e-2],
      [false, Math.sqrt(2.5)],
    ] as const) {
      const driven = await begin(round, { clipGradient, maxGradientNorm: 1e-2 });
      await after(driven, 2);
      const { learner } = await driven.run.save();
      const first = learner.slots.subarray(0, byHand.length); // Adam's m is a tenth of the gradient
      expect(10 * Math.hypot(...first)).toBeCloseTo(length, 5);
      close(driven.logs.gradientNorm, [Math.sqrt(2.5)]);
      driven.run.dispose();
    }
  });
});

describe("targets", () => {
  it("end with the reward where the episode does, and go on where time ran out", async () => {
    const ends = scripted([[{ to: 1, reward: -1, ends: true }], []]);
    const ended = await begin(ends, {}, Float32Array.of(1, -1, 0, 0.5, 0.5, 7, 0.25), undefined);
    await after(ended, 2);
    expect(explanationOf(ended).rows[0]).toMatchObject({ terminated: 1, y: -1, nextValue: 0 });
    // Q(0) = 0.25 + 0.5 · 7 (there the second hidden unit is 0.5), so δ = −4.75 and the loss 4.25.
    close(ended.logs.loss, [4.25]);
    expect(ended.clock.episodes).toBe(2);
    ended.run.dispose();

    const cut = await begin(cutShort, {}, Float32Array.of(1, -1, 0, 0.5, 0.5, 7, 0.25));
    await after(cut, 2);
    const [row] = explanationOf(cut).rows;
    close([row.terminated, row.nextValue, row.y], [0, 0.75, -1 + 0.5 * 0.75]);
    close(cut.logs.loss, [3.75 + 0.625 - 0.5]);
    expect(cut.clock.episodes).toBe(2);
    cut.run.dispose();
  });

  it("come from the target network where there is one", async () => {
    const driven = await begin(round, { target: "periodic" }, byHand, other);
    await after(driven, 2);
    const { numbers, rows } = explanationOf(driven);
    // Q(2,·;θ⁻) = (−2, 3): y = 3 + 0.5 · 3.
    close([rows[0].y, rows[0].delta, numbers.loss], [4.5, 3.75, 3.25]);
    expect(numbers.hasTarget).toBe(1);
    driven.run.dispose();
  });

  it("double: the trained weights choose, the target’s value", async () => {
    const driven = await begin(round, { target: "periodic", double: true }, byHand, other);
    await after(driven, 2);
    const { numbers, rows } = explanationOf(driven);
    // Q(2,·;θ) = (1.25, −2) chooses action 0, which the target values at −2: y = 3 − 1.
    close([rows[0].choice, rows[0].y, rows[0].delta, numbers.loss], [0, 2, 1.25, 0.75]);
    driven.run.dispose();
  });

  it("periodic: θ⁻ is θ after every third update, and stays in between", async () => {
    const driven = await begin(round, { target: "periodic", targetEvery: 3 });
    const seen: Float32Array[] = [];
    for (let updates = 1; updates <= 7; updates++) {
      await driven.until((clock) => clock.updates >= updates);
      const { weights, target } = (await driven.run.save()).learner;
      seen.push(weights);
      expect(target).toEqual(seen[updates - (updates % 3) - 1] ?? byHand);
    }
    driven.run.dispose();
  });

  it("soft: θ⁻ goes τ of the way to θ after every update", async () => {
    const driven = await begin(round, { target: "soft", tau: 0.25 }, byHand, other);
    await after(driven, 2);
    const { weights, target } = (await driven.run.save()).learner;
    close(
      target ?? [],
      Array.from(other, (old, i) => 0.25 * weights[i] + 0.75 * old),
    );
    const before = weights;
    await after(driven, 3);
    // The next targets are computed with it; what the equation shows is computed here, and agrees.
    const [row] = explanationOf(driven).rows;
    const q = (theta: ArrayLike<number>, s: number, a: number) =>
      Math.max(0, s * theta[0] + theta[2]) * theta[4 + a] +
      Math.max(0, s * theta[1] + theta[3]) * theta[6 + a] +
      theta[8 + a];
    const best = Math.max(q(target ?? [], 0, 0), q(target ?? [], 0, 1));
    expect(row.y).toBeCloseTo(5 + 0.5 * best, 4);
    expect(row.q).toBeCloseTo(q(before, 2, row.action), 4);
    expect(explanationOf(driven).numbers.loss).toBeCloseTo(row.rowLoss, 4);
    driven.run.dispose();
  });

  it("can be changed while the run goes on", async () => {
    const driven = await begin(round, { target: "none" });
    await after(driven, 4);
    driven.params.target = "periodic";
    const before = driven.run.weights()[0];
    await after(driven, 5);
    expect((await driven.run.save()).learner.target).toEqual(before);
    driven.params.target = "none";
    await after(driven, 6);
    expect((await driven.run.save()).learner.target).toBeNull();
    expect(explanationOf(driven).numbers.hasTarget).toBe(0);
    driven.run.dispose();
  });
});

describe("the step in the world, line by line", () => {
  it("is explained before the update that follows it, and again after going back to its line", async () => {
    const driven = await begin(round, { warmup: 1, capacity: 4 });
    await driven.until((clock) => clock.ticks >= 2);
    const memory = await driven.run.save();
    const [clock, streams] = [{ ...driven.clock }, driven.streams()];
    const lines = async (run: typeof driven) => {
      const explained: [string | null, NetworkExplanation | null][] = [];
      for (const _ of ["act", "execute", "store", "sample"]) {
        explained.push([await run.next(true), run.run.explain()]);
      }
      return explained;
    };
    const there = await lines(driven);
    expect(
      there.map(([phase, explanation]) => [phase, explanation?.title, explanation?.lines?.length]),
    ).toEqual([
      ["act", "This step", 3],
      ["execute", "This step", 4],
      ["store", "This step", 5],
      ["sample", undefined, undefined],
    ]);
    expect(there[2][1]?.lines).toEqual([
      "s = (2)",
      "Q(s,\\cdot\\,;\\theta) = (1.73,\\;-2.3)",
      expect.stringMatching(/\\ge \\epsilon = 0\\colon\\quad a = 0 = /),
      "r = 5,\\quad s' = (0)",
      expect.stringContaining("\\mathcal D[2]\\qquad \\text{3 of 4 places taken}"),
    ]);
    driven.run.dispose();
    const again = driveNetwork(start, round, dqn.params, driven.params, { memory, clock, streams });
    expect((await lines(again)).slice(0, 3)).toEqual(there.slice(0, 3));
    again.run.dispose();
  });
});
