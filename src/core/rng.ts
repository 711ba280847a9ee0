/** The four 32-bit words of a generator, plain data for checkpoints. */
export type RngState = readonly [number, number, number, number];

/**
 * Seeded random numbers: xoshiro128** (Blackman & Vigna, "Scrambled linear pseudorandom
 * number generators", 2021). Integer arithmetic only, so every engine draws the same bits.
 *
 * Take one generator from a seed, never draw from it, and `split` it into named streams:
 * a further draw in one stream then leaves every other stream as it was.
 */
export class Rng {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(state: RngState) {
    [this.a, this.b, this.c, this.d] = state;
  }

  /** A generator for any integer seed in ±2^53. */
  static fromSeed(seed: number): Rng {
    return Rng.fromWords([seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0], "");
  }

  /** A child stream that depends on this generator's present state and on `label` only. */
  split(label: string): Rng {
    return Rng.fromWords(this.state(), label);
  }

  private static fromWords(words: readonly number[], label: string): Rng {
    let hash = 0x9e3779b9;
    for (const word of words) hash = mix(hash ^ word);
    for (let i = 0; i < label.length; i++) hash = mix(hash ^ label.charCodeAt(i));
    const state: number[] = [];
    for (let i = 0; i < 4; i++) {
      hash = (hash + 0x9e3779b9) | 0;
      state.push(mix(hash) >>> 0);
    }
    return new Rng(state as unknown as RngState);
  }

  state(): RngState {
    return [this.a >>> 0, this.b >>> 0, this.c >>> 0, this.d >>> 0];
  }

  restore(state: RngState): void {
    [this.a, this.b, this.c, this.d] = state;
  }

  /** An integer, uniform on [0, 2^32). */
  uint32(): number {
    const scrambled = Math.imul(rotateLeft(Math.imul(this.b, 5), 7), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotateLeft(this.d, 11);
    return scrambled >>> 0;
  }

  /** A multiple of 2^-32, uniform on [0, 1). */
  uniform(): number {
    return this.uint32() * 2 ** -32;
  }

  /** An integer, uniform on [0, n); the bias is below n / 2^32. */
  int(n: number): number {
    return Math.floor(this.uniform() * n);
  }
}

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** The 32-bit finaliser of MurmurHash3 (Appleby): every input bit reaches every output bit. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
