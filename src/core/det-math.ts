/*
 * sin, cos, exp, log and tanh from + − × ÷, the remainder, floor and the bits of a double only. ECMAScript fixes the
 * result of each of these to the last bit, and rounds every one on its own (no fused operations), so all engines
 * return the same bits: a million outputs had one hash in Node 20, Firefox 153 and WebKitGTK 2.50, whose
 * `Math.sin` and the like gave three.
 *
 * Each function brings its argument close to 0, sums a Taylor series there, and undoes the first step:
 * Cody & Waite, "Software Manual for the Elementary Functions" (1980); Muller, "Elementary Functions",
 * 3rd ed. (2016), on range reduction. Coefficients are 1/n! or 2/n as they stand. The split constants are the
 * leading binary digits of π/2 and ln 2 (computed to 400 bits by Machin's formula and by 2 artanh(1/3)), cut
 * so that a product with the integers that occur is exact.
 *
 * Errors were measured against 113-bit arithmetic (libquadmath) on 4 million random arguments a function, and for
 * sin and cos also on the doubles next to every multiple of π/2 up to 10^6: observations, not proofs. An ulp is
 * the distance between neighbouring doubles at the exact value.
 */

/** π/2 as a sum of four parts: 31, 32 and 28 significant bits, then the next 53. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487111665e-21;
const HALF_PI_4 = 8.4784276603689e-32;
const TWO_OVER_PI = 0.6366197723675814;
const TWO_PI = 6.283185307179586;

/** ln 2 as a sum of two parts: 32 significant bits, then the next 53. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ONE_OVER_LN2 = 1.4426950408889634;

/** Up to here k × each of the first three parts of π/2 is exact: k stays below 2^20. */
const LARGEST_ANGLE = 1e6;

const bits = new DataView(new ArrayBuffer(8));

/**
 * The sine of `x` radians. Largest error seen: 0.79 ulp for |x| ≤ 10^6.
 * Beyond, `x` is first taken modulo the double nearest 2π, which costs an absolute error of |x| × 4e-17.
 * ±0 gives ±0; ±∞ and NaN give NaN.
 */
export function sin(x: number): number {
  if (Math.abs(x) < 1e-8) return x; // x³/6 is far below half an ulp; keeps −0
  const { quadrant, r, tail } = reduceAngle(x);
  const y = quadrant & 1 ? cosNearZero(r, tail) : sinNearZero(r, tail);
  return quadrant & 2 ? -y : y;
}

/** The cosine of `x` radians; range and errors as for `sin`. */
export function cos(x: number): number {
  const { quadrant, r, tail } = reduceAngle(x);
  const y = quadrant & 1 ? sinNearZero(r, tail) : cosNearZero(r, tail);
  return (quadrant + 1) & 2 ? -y : y;
}

/** x = k π/2 + r + tail with |r| ≤ π/4 and |tail| below an ulp of r; `quadrant` is k mod 4. NaN for ±∞. */
function reduceAngle(x: number): { quadrant: number; r: number; tail: number } {
  const angle = Math.abs(x) <= LARGEST_ANGLE ? x : x % TWO_PI;
  const k = Math.floor(angle * TWO_OVER_PI + 0.5);
  const a = angle - k * HALF_PI_1; // exact: the two are within a factor of 2, or k = 0
  const b = a - k * HALF_PI_2;
  const c = b - k * HALF_PI_3;
  const low = lost(a, k * HALF_PI_2, b) + lost(b, k * HALF_PI_3, c) - k * HALF_PI_4;
  const r = c + low;
  return { quadrant: k & 3, r, tail: c - r + low };
}

/** What rounding lost in `difference` = a − b: it is exactly a − b − difference (Knuth's TwoSum). */
function lost(a: number, b: number, difference: number): number {
  const bRead = a - difference;
  const aRead = difference + bRead;
  return a - aRead + (bRead - b);
}

/** sin(r + tail) for |r| ≤ π/4: r − r³/3! + r⁵/5! … to r¹⁷, and tail × cos r. */
function sinNearZero(r: number, tail: number): number {
  const z = r * r;
  let sum = 1 / 355687428096000;
  sum = sum * z - 1 / 1307674368000;
  sum = sum * z + 1 / 6227020800;
  sum = sum * z - 1 / 39916800;
  sum = sum * z + 1 / 362880;
  sum = sum * z - 1 / 5040;
  sum = sum * z + 1 / 120;
  sum = sum * z - 1 / 6;
  return r + (tail * (1 - 0.5 * z) + r * z * sum);
}

/** cos(r + tail) for |r| ≤ π/4: 1 − r²/2 + r⁴/4! … to r¹⁶, and −tail × sin r. */
function cosNearZero(r: number, tail: number): number {
  const z = r * r;
  let sum = 1 / 20922789888000;
  sum = sum * z - 1 / 87178291200;
  sum = sum * z + 1 / 479001600;
  sum = sum * z - 1 / 3628800;
  sum = sum * z + 1 / 40320;
  sum = sum * z - 1 / 720;
  sum = sum * z + 1 / 24;
  const half = 0.5 * z;
  const y = 1 - half;
  return y + (1 - y - half + (z * z * sum - r * tail));
}

/**
 * e^x. Largest error seen: 0.88 ulp; for results below 2^-1022, 0.73 × 2^-1074.
 * Overflows to ∞ above 709.78, underflows to 0 below −745.13; exp(±0) = 1, exp(−∞) = 0.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const k = Math.floor(x * ONE_OVER_LN2 + 0.5);
  const high = x - k * LN2_HIGH; // exact, for the same reasons as in reduceAngle
  const low = k * LN2_LOW;
  const r = high - low;
  const tail = high - r - low;
  let sum = 1 / 6227020800;
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  sum = sum * r + 1 / 2;
  const y = 1 + (r + (tail + r * r * sum));
  const half = k >> 1; // 2^k itself need not be a double
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** 2^k for −1022 ≤ k ≤ 1023, by writing the exponent. */
function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/**
 * The natural logarithm, for every positive double including the subnormal ones. Largest error seen: 0.82 ulp.
 * log(±0) = −∞, log(∞) = ∞; NaN for what is negative.
 */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  const isSubnormal = x < 2.2250738585072014e-308;
  bits.setFloat64(0, isSubnormal ? x * 18014398509481984 : x); // × 2^54
  const top = bits.getUint32(0);
  let k = (top >>> 20) - (isSubnormal ? 1077 : 1023);
  bits.setUint32(0, (top & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0); // x = 2^k m with 1 ≤ m < 2
  if (m > 1.4142135623730951) {
    m *= 0.5;
    k++;
  }
  // log m = 2 artanh s = 2 (s + s³/3 + s⁵/5 …) with s = f / (2 + f), and 2s = f − s f, so the large term f is exact.
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let sum = 2 / 21;
  sum = sum * z + 2 / 19;
  sum = sum * z + 2 / 17;
  sum = sum * z + 2 / 15;
  sum = sum * z + 2 / 13;
  sum = sum * z + 2 / 11;
  sum = sum * z + 2 / 9;
  sum = sum * z + 2 / 7;
  sum = sum * z + 2 / 5;
  sum = sum * z + 2 / 3;
  // s f = f²/2 − s f²/2: the first part carries the rounding error, the second is small.
  const half = 0.5 * f * f;
  return k * LN2_HIGH + (f - (half - (s * (half + z * sum) + k * LN2_LOW)));
}

/** Beyond it tanh differs from ±1 by less than half an ulp. */
const TANH_IS_ONE = 20;

/**
 * tanh x: within |x| ≤ 1 by the ninth convergent of Lambert's continued fraction x/(1 + x²/(3 + x²/(5 + …))), whose
 * relative error is below x¹⁸ × 5e-17; beyond by 1 − 2/(e^{2x} + 1). ±0 gives ±0, ±∞ gives ±1.
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size <= 1) {
    const z = x * x;
    const above = (((z + 990) * z + 135135) * z + 4729725) * z + 34459425;
    const below = (((45 * z + 13860) * z + 945945) * z + 16216200) * z + 34459425;
    return (x * above) / below;
  }
  const y = size > TANH_IS_ONE ? 1 : 1 - 2 / (exp(2 * size) + 1);
  return x < 0 ? -y : x > 0 ? y : NaN;
}
