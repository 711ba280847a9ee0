import { describe, expect, it } from "vitest";
import { Rng, type RngState } from "./rng";

const draw = (rng: Rng, count: number) => Array.from({ length: count }, () => rng.uint32());

function drawn(rng: Rng, count: number): Rng {
  for (let i = 0; i < count; i++) rng.uint32();
  return rng;
}

/**
 * Computed by a C program written from the published description of xoshiro128** (Blackman & Vigna 2021:
 * output rotl(5 s₁, 7) × 9; then s₂ ^= s₀, s₃ ^= s₁, s₁ ^= s₂, s₀ ^= s₃, s₂ ^= old s₁ << 9, s₃ = rotl(s₃, 11))
 * and, for seeds and labels, of MurmurHash3's 32-bit finaliser; compiled with gcc.
 */
const sequences: { state: RngState; first: number[]; afterMillion: RngState }[] = [
  {
    state: [1, 2, 3, 4],
    first: [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ],
    afterMillion: [2928258933, 4119544218, 1001204686, 2576016786],
  },
  {
    state: [0xdeadbeef, 0x80000000, 0xffffffff, 0x12345678],
    first: [
      576, 3132614827, 2263960055, 3306064138, 3071822689, 1879777386, 3209721910, 347382396, 1161956826,
      2448102022,
    ],
    afterMillion: [2633749390, 3428430597, 4162140144, 478423128],
  },
];

const seeds: { seed: number; state: RngState; world: RngState }[] = [
  {
    seed: 0,
    state: [1131751171, 776628006, 2647660819, 2747916789],
    world: [3887741171, 966160109, 2287181645, 471184623],
  },
  {
    seed: 2026,
    state: [4082529843, 2197282143, 933750079, 1706796629],
    world: [1242751566, 692034995, 3311520518, 1040660362],
  },
  {
    seed: -1,
    state: [1188191477, 565790311, 729976740, 1082761825],
    world: [1388524358, 774863864, 3166078658, 2352255760],
  },
];

describe("xoshiro128**", () => {
  it.each(sequences)("from state $state draws the reference numbers", ({ state, first, afterMillion }) => {
    const rng = new Rng(state);
    expect(draw(rng, 10)).toEqual(first);
    expect(drawn(rng, 1_000_000 - 10).state()).toEqual(afterMillion);
  });

  it.each(seeds)(
    "seed $seed and its stream “world” start in the reference states",
    ({ seed, state, world }) => {
      expect(Rng.fromSeed(seed).state()).toEqual(state);
      expect(Rng.fromSeed(seed).split("world").state()).toEqual(world);
    },
  );

  it("different seeds give different states, also beyond 32 bits", () => {
    const some = [0, 1, 2, -1, -2, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1, -(2 ** 53 - 1)];
    const states = some.map((seed) => Rng.fromSeed(seed).state().join());
    expect(new Set(states).size).toBe(some.length);
  });
});

describe("state", () => {
  it("survives JSON and goes on with the same numbers", () => {
    const rng = drawn(Rng.fromSeed(5), 1234);
    const saved = JSON.parse(JSON.stringify(rng.state())) as RngState;
    const expected = draw(rng, 50);
    expect(draw(new Rng(saved), 50)).toEqual(expected);
    rng.restore(saved);
    expect(draw(rng, 50)).toEqual(expected);
  });

  it("reading it changes nothing, and it holds four unsigned 32-bit words", () => {
    const rng = Rng.fromSeed(9);
    for (let i = 0; i < 100; i++) {
      const state = rng.state();
      expect(rng.state()).toEqual(state);
      for (const word of state) {
        expect(Number.isInteger(word) && word >= 0 && word < 2 ** 32).toBe(true);
      }
      rng.uint32();
    }
  });
});

describe("split", () => {
  it("leaves the parent as it was", () => {
    const rng = Rng.fromSeed(1);
    const before = rng.state();
    rng.split("world");
    expect(rng.state()).toEqual(before);
  });

  it("draws in one stream never change another", () => {
    const root = Rng.fromSeed(42);
    const alone = draw(root.split("explore"), 100);
    const world = drawn(root.split("world"), 17);
    const explore = root.split("explore");
    const interleaved: number[] = [];
    for (let i = 0; i < 100; i++) {
      drawn(world, i % 5);
      interleaved.push(explore.uint32());
    }
    expect(interleaved).toEqual(alone);
  });

  it("tells labels apart, one letter or the order of letters", () => {
    const labels = ["", "a", "b", "ab", "ba", "world", "explore", "init", "replay", "data", "data0", "data1"];
    const root = Rng.fromSeed(0);
    expect(new Set(labels.map((label) => root.split(label).state().join())).size).toBe(labels.length);
  });

  it("streams of one seed, and equal streams of neighbouring seeds, are uncorrelated", () => {
    const pairs = [
      [Rng.fromSeed(1).split("world"), Rng.fromSeed(1).split("explore")],
      [Rng.fromSeed(1).split("world"), Rng.fromSeed(2).split("world")],
    ];
    const n = 20_000;
    for (const [x, y] of pairs) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (x.uniform() - 0.5) * (y.uniform() - 0.5);
      // Var((U − ½)(U′ − ½)) = 1/144: the sum of n has standard deviation √n / 12; four of them.
      expect(Math.abs(sum)).toBeLessThan((4 * Math.sqrt(n)) / 12);
    }
  });
});

/** Σ (observed − expected)² / expected for equally likely bins. */
function chiSquare(counts: Int32Array): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) * (count - expected), 0) / expected;
}

describe("uniform and int", () => {
  it("uniform is a multiple of 2^-32 in [0, 1), at both ends of uint32", () => {
    const rng = Rng.fromSeed(8);
    for (let i = 0; i < 10_000; i++) {
      const u = rng.uniform();
      expect(u >= 0 && u < 1 && Number.isInteger(u * 2 ** 32)).toBe(true);
    }
    // s₁ = 0 draws 0; the s₁ below solves rotl(5 s₁, 7) × 9 = 2^32 − 1 (mod 2^32).
    expect(new Rng([1, 0, 0, 0]).uniform()).toBe(0);
    expect(new Rng([1, 2199679431, 0, 0]).uniform()).toBe(1 - 2 ** -32);
    expect(new Rng([1, 2199679431, 0, 0]).int(4096)).toBe(4095);
  });

  it.each([1, 2, 3, 7, 64, 4096])("int(%d) stays in range and reaches both ends", (n) => {
    const rng = Rng.fromSeed(n);
    let least = n;
    let most = -1;
    for (let i = 0; i < 60_000; i++) {
      const k = rng.int(n);
      least = Math.min(least, k);
      most = Math.max(most, k);
      if (!Number.isInteger(k)) throw new Error(`${k} is not an integer`);
    }
    expect([least, most]).toEqual([0, n - 1]);
  });

  it.each([
    // Bins and the quantiles 0.0005 and 0.9995 of χ² with one degree of freedom fewer (mpmath).
    { bins: 10, low: 0.9717, high: 29.666 },
    { bins: 256, low: 187.17, high: 335.92 },
  ])("fills $bins bins evenly", ({ bins, low, high }) => {
    const counts = new Int32Array(bins);
    const byLowBits = new Int32Array(bins);
    const rng = Rng.fromSeed(77);
    for (let i = 0; i < 100_000; i++) {
      counts[rng.int(bins)]++;
      byLowBits[rng.uint32() % bins]++;
    }
    for (const statistic of [chiSquare(counts), chiSquare(byLowBits)]) {
      expect(statistic).toBeGreaterThan(low);
      expect(statistic).toBeLessThan(high);
    }
  });

  it("pairs of draws fill the square evenly", () => {
    const counts = new Int32Array(256);
    const rng = Rng.fromSeed(78);
    for (let i = 0; i < 100_000; i++) counts[rng.int(16) * 16 + rng.int(16)]++;
    expect(chiSquare(counts)).toBeLessThan(335.92);
  });
});
