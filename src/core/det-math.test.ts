import { describe, expect, it } from "vitest";
import { cos, exp, log, sin, tanh } from "./det-math";
import { Rng } from "./rng";

const functions = { sin, cos, exp, log };
type Name = keyof typeof functions;
const names = Object.keys(functions) as Name[];

/**
 * Function, argument, the exact value rounded to the nearest double, and our result, both as the 64 bits in hex.
 * Exact values: mpmath 1.3.0 with 600 bits, rounded through exact fractions. Arguments are doubles, so the
 * value belongs to the double next to the decimal: sin(3.14…) is not 0.
 */
const table: readonly (readonly [Name, number, string, string])[] = [
  ["sin", 1e-9, "3e112e0be826d695", "3e112e0be826d695"],
  ["sin", 0.1, "3fb98eaecb8bcb2c", "3fb98eaecb8bcb2c"],
  ["sin", 0.5, "3fdeaee8744b05f0", "3fdeaee8744b05f0"],
  ["sin", 0.7853981633974483, "3fe6a09e667f3bcc", "3fe6a09e667f3bcd"],
  ["sin", 1, "3feaed548f090cee", "3feaed548f090cee"],
  ["sin", 1.5707963267948966, "3ff0000000000000", "3ff0000000000000"],
  ["sin", Math.PI, "3ca1a62633145c07", "3ca1a62633145c07"],
  ["sin", -2, "bfed18f6ead1b446", "bfed18f6ead1b446"],
  ["sin", 10, "bfe1689ef5f34f52", "bfe1689ef5f34f52"],
  ["sin", 22, "bf8220a29f6eb9f4", "bf8220a29f6eb9f4"],
  ["sin", 355, "beff9bd0307d1de3", "beff9bd0307d1de3"],
  ["sin", -1000.5, "bfefd948c50a7a0d", "bfefd948c50a7a0d"],
  ["sin", 12345.678, "bfe687d5890974a5", "bfe687d5890974a5"],
  ["sin", 99999.9, "3fc152d095f16415", "3fc152d095f16415"],
  ["sin", 100000, "3fa24daa9c527e96", "3fa24daa9c527e96"],
  ["sin", 710, "3f0f9bd0303f6faf", "3f0f9bd0303f6faf"],
  ["cos", 1e-9, "3ff0000000000000", "3ff0000000000000"],
  ["cos", 0.1, "3fefd712f9a817c1", "3fefd712f9a817c1"],
  ["cos", 0.7853981633974483, "3fe6a09e667f3bcd", "3fe6a09e667f3bcd"],
  ["cos", 1, "3fe14a280fb5068c", "3fe14a280fb5068c"],
  ["cos", 1.5707963267948966, "3c91a62633145c07", "3c91a62633145c07"],
  ["cos", 4.71238898038469, "bcaa79394c9e8a0a", "bcaa79394c9e8a0a"],
  ["cos", 11, "3f7220ae41ee2fdf", "3f7220ae41ee2fdf"],
  ["cos", -60.5, "bfe611ea8740cf40", "bfe611ea8740cf40"],
  ["cos", 1000, "3fe1ff026793f1bb", "3fe1ff026793f1bb"],
  ["cos", 103993, "3fefffffffe6da77", "3fefffffffe6da77"],
  ["cos", 99999.9, "bfefb4a09c5331fd", "bfefb4a09c5331fd"],
  ["exp", 1e-17, "3ff0000000000000", "3ff0000000000000"],
  ["exp", 0.5, "3ffa61298e1e069c", "3ffa61298e1e069c"],
  ["exp", 1, "4005bf0a8b145769", "4005bf0a8b14576a"],
  ["exp", -1, "3fd78b56362cef38", "3fd78b56362cef38"],
  ["exp", 2.5, "40285d6fd931e0bb", "40285d6fd931e0bb"],
  ["exp", -10.25, "3f02899a7a835446", "3f02899a7a835446"],
  ["exp", 50, "44719103e4080b45", "44719103e4080b45"],
  ["exp", -100.125, "36e76d8e5c4fcb71", "36e76d8e5c4fcb71"],
  ["exp", 700, "7f0d945df4f8ec8e", "7f0d945df4f8ec8e"],
  ["exp", 709.782712893384, "7fefffffffffff2a", "7fefffffffffff2a"],
  ["exp", -708.5, "000e6cf6d08897ac", "000e6cf6d08897ac"],
  ["exp", -740, "0000000000000055", "0000000000000055"],
  ["exp", -745, "0000000000000001", "0000000000000001"],
  ["log", 5e-324, "c0874385446d71c3", "c0874385446d71c3"],
  ["log", 1e-310, "c0864e69394d9508", "c0864e69394d9508"],
  ["log", 2.2250738585072014e-308, "c086232bdd7abcd2", "c086232bdd7abcd2"],
  ["log", 1e-5, "c027069e2aa2aa5b", "c027069e2aa2aa5b"],
  ["log", 0.5, "bfe62e42fefa39ef", "bfe62e42fefa39ef"],
  ["log", 0.7, "bfd6d3c324e13f50", "bfd6d3c324e13f50"],
  ["log", 0.9999999999999999, "bca0000000000000", "bca0000000000000"],
  ["log", 1.0000000000000002, "3cafffffffffffff", "3cafffffffffffff"],
  ["log", 1.5, "3fd9f323ecbf984c", "3fd9f323ecbf984c"],
  ["log", 2, "3fe62e42fefa39ef", "3fe62e42fefa39ef"],
  ["log", Math.E, "3ff0000000000000", "3ff0000000000000"],
  ["log", 10, "40026bb1bbb55516", "40026bb1bbb55516"],
  ["log", 1e100, "406cc845b54b54f2", "406cc845b54b54f2"],
  ["log", 1.7976931348623157e308, "40862e42fefa39ef", "40862e42fefa39ef"],
];

const view = new DataView(new ArrayBuffer(8));

function bitsOf(x: number): bigint {
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

const hexOf = (x: number) => bitsOf(x).toString(16).padStart(16, "0");

/** Doubles in order of size as consecutive integers, so that a difference counts the doubles between. */
function placeOf(x: number): bigint {
  const bits = bitsOf(x);
  return bits >> 63n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function doublesBetween(x: number, y: number): number {
  const difference = Number(placeOf(x) - placeOf(y));
  return Math.abs(difference);
}

/** Uniform in [0, 1) with 53 random bits. */
const fine = (rng: Rng) => (rng.uint32() * 2 ** 21 + (rng.uint32() >>> 11)) / 2 ** 53;

/** Any positive finite double, every exponent alike. */
function anyPositive(rng: Rng): number {
  view.setUint32(0, rng.int(0x7ff00000));
  view.setUint32(4, rng.uint32());
  return view.getFloat64(0);
}

function argument(name: Name, rng: Rng, i: number): number {
  if (name === "log") return i % 2 ? anyPositive(rng) : 2 * fine(rng);
  if (name === "exp") return i % 2 ? 1454 * fine(rng) - 744.5 : 4 * fine(rng) - 2;
  return (2 * fine(rng) - 1) * [1, 10, 100, 1e3, 1e4, 1e5][i % 6];
}

describe("stored values", () => {
  it.each(table)(
    "%s(%d) has the stored bits, at most one double from the exact value",
    (name, x, exact, ours) => {
      const y = functions[name](x);
      expect(hexOf(y)).toBe(ours);
      view.setBigUint64(0, BigInt(`0x${exact}`));
      expect(doublesBetween(y, view.getFloat64(0))).toBeLessThanOrEqual(1);
    },
  );

  it("10,000 outputs have the stored hash", () => {
    const rng = Rng.fromSeed(7);
    let hash = 0x811c9dc5; // FNV-1a over 32-bit words
    for (let i = 0; i < 10_000; i++) {
      const name = names[i % 4];
      view.setFloat64(0, functions[name](argument(name, rng, i >> 2)));
      for (const word of [view.getUint32(0), view.getUint32(4)])
        hash = Math.imul(hash ^ word, 0x01000193) >>> 0;
    }
    expect(hash).toBe(3776772088);
  });
});

describe("against the engine's own functions", () => {
  it.each(names)("Math.%s is within 2 doubles at 25,000 arguments", (name) => {
    const rng = Rng.fromSeed(11);
    let worst = 0;
    for (let i = 0; i < 25_000; i++) {
      const x = argument(name, rng, i);
      worst = Math.max(worst, doublesBetween(functions[name](x), Math[name](x)));
    }
    expect(worst).toBeLessThanOrEqual(2);
  });

  it("sine and cosine keep their digits beside multiples of π/2", () => {
    let worst = 0;
    for (let k = 1; k < 60_000; k += 7) {
      const x = (k * Math.PI) / 2;
      worst = Math.max(worst, doublesBetween(sin(x), Math.sin(x)), doublesBetween(cos(x), Math.cos(x)));
    }
    expect(worst).toBeLessThanOrEqual(2);
  });

  it("angles beyond 10^6 lose only |x| × 4e-17", () => {
    for (const x of [1e6 + 0.5, -3e7, 1e9, 4e12]) {
      expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(Math.abs(x) * 4e-17);
      expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThan(Math.abs(x) * 4e-17);
    }
    expect(Math.abs(sin(1e300))).toBeLessThanOrEqual(1);
  });
});

describe("special arguments", () => {
  const cases: readonly (readonly [Name, number, number])[] = [
    ["sin", 0, 0],
    ["sin", -0, -0],
    ["sin", Infinity, NaN],
    ["sin", NaN, NaN],
    ["cos", 0, 1],
    ["cos", -0, 1],
    ["cos", -Infinity, NaN],
    ["cos", NaN, NaN],
    ["exp", 0, 1],
    ["exp", -0, 1],
    ["exp", Infinity, Infinity],
    ["exp", -Infinity, 0],
    ["exp", NaN, NaN],
    ["exp", 709.7827128933841, Infinity],
    ["exp", 1e300, Infinity],
    ["exp", -745.1332191019411, Number.MIN_VALUE],
    ["exp", -745.1332191019412, 0],
    ["exp", -1e300, 0],
    ["log", 0, -Infinity],
    ["log", -0, -Infinity],
    ["log", 1, 0],
    ["log", Infinity, Infinity],
    ["log", -1, NaN],
    ["log", -Infinity, NaN],
    ["log", NaN, NaN],
  ];

  it.each(cases)("%s(%d) = %d", (name, x, y) => {
    expect(functions[name](x)).toBe(y); // Object.is: tells −0 from 0
  });

  it("sine is odd and cosine even, to the bit", () => {
    const rng = Rng.fromSeed(3);
    for (let i = 0; i < 1000; i++) {
      const x = argument("sin", rng, i);
      expect(sin(-x)).toBe(-sin(x));
      expect(cos(-x)).toBe(cos(x));
    }
  });
});

describe("tanh", () => {
  it("is within 1e-15 of Math.tanh, relative to its size, near 0 and on both sides of 1 and 20", () => {
    const rng = Rng.fromSeed(13);
    let worst = 0;
    for (let i = 0; i < 40_000; i++) {
      const x = (2 * fine(rng) - 1) * [1e-9, 1e-3, 1, 1.01, 3, 21][i % 6];
      worst = Math.max(worst, Math.abs(tanh(x) / Math.tanh(x) - 1));
    }
    expect(worst).toBeLessThan(1e-15);
  });

  it("is odd and ends at ±1", () => {
    for (const x of [0, 0.3, 1, 1.5, 19, 700, Infinity]) expect(tanh(-x)).toBe(-tanh(x));
    expect(Object.is(tanh(-0), -0)).toBe(true);
    expect([tanh(30), tanh(Infinity), tanh(NaN)]).toEqual([1, 1, NaN]);
  });

  it("has the stored bits", () => {
    expect([0.1, 0.7, 1, 1.25, 5].map((x) => hexOf(tanh(x)))).toEqual([
      "3fb983d7795f413b",
      "3fe356fb17af2e91",
      "3fe85efab514f395",
      "3feb2523bb6b2dee",
      "3fefff419668df11",
    ]);
  });
});
