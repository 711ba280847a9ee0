/*
 * What is done to every number of an array by itself, four at a time: `length` counts numbers and is rounded up to
 * fours, so arrays must have room for that. A NaN stays a NaN.
 */

const VECTOR: usize = 16; // bytes

@inline
function end(at: usize, length: i32): usize {
  return at + ((<usize>length + 3) / 4) * VECTOR;
}

/** max(z, 0) */
export function relu(at: usize, length: i32): void {
  const zero = f32x4.splat(0);
  for (const stop = end(at, length); at < stop; at += VECTOR) v128.store(at, f32x4.max(v128.load(at), zero));
}

/** delta × 1 where h = max(z, 0) is positive, × 0 elsewhere */
export function reluSlope(delta: usize, h: usize, length: i32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  for (const stop = end(delta, length); delta < stop; delta += VECTOR, h += VECTOR) {
    const slope = v128.and(one, f32x4.gt(v128.load(h), zero));
    v128.store(delta, f32x4.mul(v128.load(delta), slope));
  }
}

/** tanh(z) = 1 − 2 / (e²ᶻ + 1), and by its series where that would cancel. To about 2 units in the last place. */
export function tanh(at: usize, length: i32): void {
  const one = f32x4.splat(1);
  for (const stop = end(at, length); at < stop; at += VECTOR) {
    const z = v128.load(at);
    const size = f32x4.abs(z);
    const far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(exp(f32x4.add(size, size)), one)));
    const signed = v128.or(far, v128.and(z, f32x4.splat(-0.0)));
    v128.store(at, v128.bitselect(nearTanh(z), signed, f32x4.lt(size, f32x4.splat(NEAR))));
  }
}

/** Up to here the series is used. */
const NEAR: f32 = 0.55;

/** z − z³/3 + 2z⁵/15 − 17z⁷/315 + 62z⁹/2835 − 1382z¹¹/155925 + 21844z¹³/6081075 − 929569z¹⁵/638512875 */
@inline
function nearTanh(z: v128): v128 {
  const square = f32x4.mul(z, z);
  let sum = f32x4.splat(<f32>(-929569.0 / 638512875.0));
  sum = f32x4.add(f32x4.mul(sum, square), f32x4.splat(<f32>(21844.0 / 6081075.0)));
  sum = f32x4.add(f32x4.mul(sum, square), f32x4.splat(<f32>(-1382.0 / 155925.0)));
  sum = f32x4.add(f32x4.mul(sum, square), f32x4.splat(<f32>(62.0 / 2835.0)));
  sum = f32x4.add(f32x4.mul(sum, square), f32x4.splat(<f32>(-17.0 / 315.0)));
  sum = f32x4.add(f32x4.mul(sum, square), f32x4.splat(<f32>(2.0 / 15.0)));
  sum = f32x4.add(f32x4.mul(sum, square), f32x4.splat(<f32>(-1.0 / 3.0)));
  return f32x4.add(z, f32x4.mul(f32x4.mul(sum, square), z));
}

/** eˣ for x ≥ 0, cut off at e⁴⁰: 2ⁿ eʳ with |r| ≤ ½ ln 2, eʳ by its series. */
@inline
function exp(x: v128): v128 {
  const cut = f32x4.pmin(x, f32x4.splat(40)); // keeps a NaN: it picks x unless 40 is less
  const n = f32x4.nearest(f32x4.mul(cut, f32x4.splat(<f32>1.4426950408889634)));
  // ln 2 in two parts, the first with few enough bits for n × it to be exact.
  let r = f32x4.sub(cut, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(<f32>-2.12194440054690583e-4)));
  let sum = f32x4.splat(<f32>(1.0 / 5040.0));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(<f32>(1.0 / 720.0)));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(<f32>(1.0 / 120.0)));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(<f32>(1.0 / 24.0)));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(<f32>(1.0 / 6.0)));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(0.5));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}

/** delta × (1 − h²), the slope of tanh where it is h */
export function tanhSlope(delta: usize, h: usize, length: i32): void {
  const one = f32x4.splat(1);
  for (const stop = end(delta, length); delta < stop; delta += VECTOR, h += VECTOR) {
    const at = v128.load(h);
    v128.store(delta, f32x4.mul(v128.load(delta), f32x4.sub(one, f32x4.mul(at, at))));
  }
}

/**
 * a ← keep × a + take × b. Both factors are given: 1 − keep in float32 would be wrong in the fifth digit for 0.999.
 */
export function blend(a: usize, b: usize, length: i32, keep: f32, take: f32): void {
  const old = f32x4.splat(keep);
  const fresh = f32x4.splat(take);
  for (const stop = end(a, length); a < stop; a += VECTOR, b += VECTOR) {
    v128.store(a, f32x4.add(f32x4.mul(v128.load(a), old), f32x4.mul(v128.load(b), fresh)));
  }
}

/** a ← keep × a + take × b² */
export function blendSquares(a: usize, b: usize, length: i32, keep: f32, take: f32): void {
  const old = f32x4.splat(keep);
  const fresh = f32x4.splat(take);
  for (const stop = end(a, length); a < stop; a += VECTOR, b += VECTOR) {
    const at = v128.load(b);
    v128.store(a, f32x4.add(f32x4.mul(v128.load(a), old), f32x4.mul(f32x4.mul(at, at), fresh)));
  }
}

/** theta ← theta − rate × direction */
export function descend(theta: usize, direction: usize, length: i32, rate: f32): void {
  const by = f32x4.splat(rate);
  for (const stop = end(theta, length); theta < stop; theta += VECTOR, direction += VECTOR) {
    v128.store(theta, f32x4.sub(v128.load(theta), f32x4.mul(v128.load(direction), by)));
  }
}

/** theta ← theta − rate × direction / (√v + epsilon) */
export function descendScaled(
  theta: usize,
  direction: usize,
  v: usize,
  length: i32,
  rate: f32,
  epsilon: f32,
): void {
  const by = f32x4.splat(rate);
  const more = f32x4.splat(epsilon);
  for (const stop = end(theta, length); theta < stop; theta += VECTOR, direction += VECTOR, v += VECTOR) {
    const step = f32x4.div(v128.load(direction), f32x4.add(f32x4.sqrt(v128.load(v)), more));
    v128.store(theta, f32x4.sub(v128.load(theta), f32x4.mul(step, by)));
  }
}

/** a ← factor × a */
export function scale(a: usize, length: i32, factor: f32): void {
  const by = f32x4.splat(factor);
  for (const stop = end(a, length); a < stop; a += VECTOR) v128.store(a, f32x4.mul(v128.load(a), by));
}

/** Σ a², summed in float64. Exactly `length` numbers. */
export function sumOfSquares(a: usize, length: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < length; i++) {
    const value = <f64>load<f32>(a + (<usize>i << 2));
    sum += value * value;
  }
  return sum;
}
