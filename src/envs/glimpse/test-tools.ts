import { DIGIT_PIXELS, type Digits } from "../../core/digits";
import { defaultsOf } from "../../core/params";
import { glimpseParams, type GlimpseParams } from "./params";

/** The defaults with these changes. */
export const paramsWith = (changes: Partial<GlimpseParams> = {}): GlimpseParams => ({
  ...defaultsOf(glimpseParams),
  ...changes,
});

/** `count` digits made up for tests: pixel i of digit n is `pixel(i, n)`, and its label the last figure of n. */
export function digitsOf(count: number, pixel: (i: number, n: number) => number): Digits {
  return {
    count,
    pixels: Uint8Array.from({ length: count * DIGIT_PIXELS }, (_, at) =>
      pixel(at % DIGIT_PIXELS, Math.floor(at / DIGIT_PIXELS)),
    ),
    labels: Uint8Array.from({ length: count }, (_, n) => n % 10),
  };
}
