import { describe, expect, it } from "vitest";
import {
  copyMemory,
  emptyMemory,
  minibatch,
  newest,
  sample,
  store,
  successiveCorrelation,
  type ReplayMemory,
} from "./replay-memory";
import { Rng } from "./rng";

/** A memory in which transition number n has the observation (n, −n), reward n/10, and came at step 100 + n. */
function filled(capacity: number, count: number): ReplayMemory {
  const memory = emptyMemory(capacity, 2);
  for (let n = 0; n < count; n++) {
    store(
      memory,
      {
        observation: Float32Array.of(n, -n),
        action: n % 3,
        reward: n / 10,
        nextObservation: Float32Array.of(n + 1, -n - 1),
        terminated: n % 4 === 3,
        ended: n % 2 === 1,
      },
      100 + n,
    );
  }
  return memory;
}

describe("a replay memory", () => {
  it("fills from place 0 on", () => {
    const memory = filled(5, 3);
    expect(memory).toMatchObject({ capacity: 5, inputs: 2, size: 3, head: 3 });
    expect([...memory.observations]).toEqual([0, -0, 1, -1, 2, -2, 0, 0, 0, 0]);
    expect([...memory.steps]).toEqual([100, 101, 102, 0, 0]);
  });

  it("when full, loses the oldest", () => {
    const memory = filled(5, 7);
    expect(memory).toMatchObject({ size: 5, head: 2 });
    expect([...memory.steps]).toEqual([105, 106, 102, 103, 104]);
    expect([...memory.actions]).toEqual([2, 0, 2, 0, 1]);
    expect([...memory.terminated]).toEqual([0, 0, 0, 1, 0]);
    expect([...memory.ended]).toEqual([1, 0, 0, 1, 0]);
  });

  it("hands out copies of transitions, in the order of the places", () => {
    const memory = filled(5, 7);
    const batch = minibatch(memory, Int32Array.of(3, 0, 3));
    expect(batch).toEqual({
      observations: Float32Array.of(3, -3, 5, -5, 3, -3),
      actions: Int32Array.of(0, 2, 0),
      rewards: Float32Array.of(0.3, 0.5, 0.3),
      nextObservations: Float32Array.of(4, -4, 6, -6, 4, -4),
      terminated: Uint8Array.of(1, 0, 1),
    });
    batch.observations.fill(9);
    expect(memory.observations[6]).toBe(3);
  });

  it("copies itself whole", () => {
    const memory = filled(5, 7);
    const copy = copyMemory(memory);
    expect(copy).toEqual(memory);
    store(memory, { ...someTransition, action: 7 }, 200);
    expect(copy).toEqual(filled(5, 7));
  });
});

const someTransition = {
  observation: Float32Array.of(0, 0),
  action: 0,
  reward: 0,
  nextObservation: Float32Array.of(0, 0),
  terminated: false,
  ended: false,
};

describe("the newest transitions", () => {
  it("come oldest first, across the end of the ring", () => {
    expect([...newest(filled(5, 7), 4)]).toEqual([3, 4, 0, 1]);
    expect([...newest(filled(5, 5), 5)]).toEqual([0, 1, 2, 3, 4]);
  });

  it("are every third one, across the end of the ring", () => {
    expect([...newest(filled(5, 7), 4, 3)]).toEqual([3, 1]); // 6 in place 1, 3 in place 3
    expect([...newest(filled(7, 7), 2, 3)]).toEqual([3, 6]);
    expect([...newest(filled(7, 7), 9, 3)]).toEqual([0, 3, 6]);
    expect([...newest(filled(5, 0), 4, 3)]).toEqual([]);
  });

  it("are all there are, if fewer", () => {
    expect([...newest(filled(5, 2), 4)]).toEqual([0, 1]);
    expect([...newest(filled(5, 0), 4)]).toEqual([]);
  });
});

describe("a random batch", () => {
  it("draws once for each place, among the transitions held", () => {
    const memory = filled(50, 7);
    const rng = Rng.fromSeed(3);
    const expected = Rng.fromSeed(3);
    const places = sample(memory, 100, rng);
    expect([...places]).toEqual(Array.from({ length: 100 }, () => expected.int(7)));
    expect(rng.state()).toEqual(expected.state());
    expect(new Set(places).size).toBe(7);
  });

  it("is uniform: every place as often as the others (χ², 0.1 % level)", () => {
    const counts = new Float64Array(20);
    const draws = 20_000;
    for (const place of sample(filled(20, 30), draws, Rng.fromSeed(4))) counts[place]++;
    const each = draws / 20;
    const chiSquared = counts.reduce((sum, count) => sum + (count - each) ** 2 / each, 0);
    expect(chiSquared).toBeLessThan(43.8); // 19 degrees of freedom
  });
});

describe("the correlation of successive observations", () => {
  const walk = (count: number) => Float32Array.from({ length: 2 * count }, (_, i) => (i % 2 ? -i : i));

  it("is 1 where each is the last plus one, and where they alternate", () => {
    expect(successiveCorrelation(2, walk(9))).toBeCloseTo(1, 12);
    expect(successiveCorrelation(1, Float32Array.of(0, 1, 0, 1, 0, 1))).toBeCloseTo(1, 12);
  });

  it("is what a hand finds: x = 0, 1, 3, 1", () => {
    // Pairs (0,1), (1,3), (3,1); means 4/3 and 5/3. Σxy = (−4/3)(−2/3) + (−1/3)(4/3) + (5/3)(−2/3) = −6/9,
    // Σx² = 42/9, Σy² = 24/9; so −6/√(42·24) = −0.189. The second number never varies.
    const observations = Float32Array.of(0, 5, 1, 5, 3, 5, 1, 5);
    expect(successiveCorrelation(2, observations)).toBeCloseTo(6 / Math.sqrt(42 * 24), 12);
  });

  it("is small in a random batch of a random walk, and large in a consecutive one", () => {
    const rng = Rng.fromSeed(5);
    const memory = filled(1000, 1000);
    for (let i = 2; i < 2000; i++) memory.observations[i] = memory.observations[i - 2] + rng.uniform() - 0.5;
    const of = (places: Int32Array) => successiveCorrelation(2, minibatch(memory, places).observations);
    expect(of(sample(memory, 64, rng))).toBeLessThan(0.3);
    expect(of(newest(memory, 64))).toBeGreaterThan(0.8);
  });

  it("is unknown of two observations, and where nothing varies", () => {
    expect(successiveCorrelation(2, walk(2))).toBeNull();
    expect(successiveCorrelation(2, new Float32Array(18))).toBeNull();
  });
});
