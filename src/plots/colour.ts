import { interpolateLab, interpolateViridis, rgb } from "d3";

/** A fill and the colour of text on it, with a contrast of at least 4.5 : 1. */
export interface Paint {
  fill: string;
  text: string;
}

/** Colours in a palette on each side of its centre. */
const HALF = 32;

/** Relative luminance of a CSS colour (WCAG 2.2), from 0 for black to 1 for white. */
function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const linear = (channel: number) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two CSS colours (WCAG 2.2), from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever reads better on the colour: never below 4.58 : 1. */
export function paintOf(fill: string): Paint {
  const plain = rgb(fill).formatHex();
  return {
    fill: plain,
    text: contrast(plain, "#000000") >= contrast(plain, "#ffffff") ? "#000000" : "#ffffff",
  };
}

/** Diverging colours from `negative` through `zero` to `positive`, for the indices of `divergingIndex`. */
export function divergingPalette(negative: string, zero: string, positive: string): Paint[] {
  const below = interpolateLab(zero, negative);
  const above = interpolateLab(zero, positive);
  return Array.from({ length: 2 * HALF + 1 }, (_, i) => {
    const t = (i - HALF) / HALF;
    return paintOf(t < 0 ? below(-t) : above(t));
  });
}

/** Index of a value on the symmetric domain ±`extent`; NaN and an empty domain count as 0. */
export function divergingIndex(value: number, extent: number): number {
  if (!(extent > 0) || Number.isNaN(value)) return HALF;
  return HALF + Math.round(Math.max(-1, Math.min(1, value / extent)) * HALF);
}

/** Viridis, for the indices of `countIndex`. */
export function countPalette(): Paint[] {
  return Array.from({ length: HALF + 1 }, (_, i) => paintOf(interpolateViridis(i / HALF)));
}

/** Index of a count on a logarithmic scale from 0 to `most`. */
export function countIndex(count: number, most: number): number {
  if (!(count > 0) || !(most > 0)) return 0;
  return Math.round(Math.min(1, Math.log1p(count) / Math.log1p(most)) * HALF);
}

/** The least of 1, 1.5, 2, 3, 5, 7 times a power of ten that is at least x > 0. */
export function niceCeiling(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const step = [1, 1.5, 2, 3, 5, 7, 10].find((candidate) => candidate * power >= x * (1 - 1e-9));
  return (step ?? 10) * power;
}

/**
 * The extent of the colour scale for values whose largest magnitude is `largest`: a round number that stays
 * as it was until the values outgrow it or shrink to half of it, so that colours do not flicker.
 */
export function steadyExtent(previous: number, largest: number): number {
  if (!(largest > 0) || !Number.isFinite(largest)) return largest > 0 ? previous || 1 : 0;
  return largest <= previous && largest > previous / 2 ? previous : niceCeiling(largest);
}
