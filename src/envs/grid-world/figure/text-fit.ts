import { decimalsFor, decimalsOf, formatFixed, formatShort } from "../../../plots/number";

/** Width of a digit over the font size in the monospaced face. */
const DIGIT = 0.6;

/** How all numbers of one layer are written: decimals, and font size in drawing units (a cell is 100). */
export interface NumberStyle {
  decimals: number;
  size: number;
  /** The room they were fitted to, for the few that are longer than the rest. */
  width: number;
  /** Font size below which a number is abbreviated. */
  smallest: number;
  /** Decimals that a number smaller than the rest may have, where they fit. */
  most: number;
}

/** The room a text has: width and largest font size in drawing units. */
interface TextRoom {
  width: number;
  largest: number;
}

/** The room of a layer's numbers, and the most decimals worth their width in it. */
export interface Room extends TextRoom {
  decimals: number;
  /** Font size in CSS pixels that is always allowed, where it is not the usual one. */
  allowed?: number;
}

/** Smallest font sizes in CSS pixels: of three digits, of fewer, of the fewest; and a size that is always allowed. */
const PX = { all: 14, fewer: 10.5, fewest: 8.45, allowed: 11.5 };

/** Share of the numbers that must fit at the common size; the others are written smaller. */
const MOST = 0.9;

/**
 * One style for a layer's numbers: as many decimals as three digits ask for, fewer where the room is short;
 * null where not even whole numbers (for numbers below 1, one decimal) could be read. Numbers that are not finite do not count.
 */
export function fitNumbers(numbers: Iterable<number>, room: Room, cellPx: number): NumberStyle | null {
  const { length, largest, needed } = typicalOf(numbers, room.decimals);
  const allWhole = needed === 0;
  const roomy = { ...room, largest: Math.max(room.largest, (100 * (room.allowed ?? PX.allowed)) / cellPx) };
  const least = !allWhole && largest < 1 ? 1 : 0;
  const most = Math.max(least, Math.min(needed, decimalsFor(largest, allWhole)));
  for (let decimals = most; decimals >= least; decimals--) {
    const size = fitText(length + (decimals > 0 ? decimals + 1 : 0), roomy);
    const smallest = decimals === least ? PX.fewest : decimals === most ? PX.all : PX.fewer;
    if ((size * cellPx) / 100 >= smallest) {
      return { decimals, size, width: room.width, smallest: (100 * PX.fewest) / cellPx, most: needed };
    }
  }
  return null;
}

/** Font size in drawing units of a text of so many characters. */
export function fitText(length: number, room: TextRoom): number {
  return Math.min(room.largest, room.width / (DIGIT * Math.max(1, length)));
}

/** Font size of one number: the common one, or less where it is longer than most. */
export function sizeOf(text: string, { size, width }: NumberStyle): number {
  return fitText(text.length, { width, largest: size });
}

/**
 * One number as a style has it: exact zero is “0”, the others have decimals by their magnitude (from 100 none, from 10
 * one), fewer where they do not fit, and from a thousand on a number that would be too small to read is abbreviated: −5.4k.
 */
export function textOf(x: number, style: NumberStyle): string {
  if (x === 0) return "0";
  const size = Math.abs(x);
  const own = size >= 99.95 ? 0 : size >= 9.995 ? 1 : Math.max(2, style.decimals);
  const finer = formatFixed(x, Math.min(own, style.most));
  const fits = finer.length * DIGIT * style.size <= style.width;
  const text = fits ? finer : formatFixed(x, Math.min(own, style.decimals));
  if (size < 1000 || sizeOf(text, style) >= style.smallest) return text;
  const short = formatShort(x);
  return sizeOf(short, style) >= style.smallest ? short : formatShort(x, 0);
}

/**
 * The length before the decimal point of all but the longest tenth of the numbers, the largest of these, and how many
 * decimals, up to `mostDecimals`, write all numbers exactly.
 */
function typicalOf(
  numbers: Iterable<number>,
  mostDecimals: number,
): { length: number; largest: number; needed: number } {
  const counts: number[] = [];
  const largest: number[] = [];
  let total = 0;
  let needed = 0;
  for (const x of numbers) {
    if (!Number.isFinite(x)) continue;
    const length = wholeLength(x);
    counts[length] = (counts[length] ?? 0) + 1;
    largest[length] = Math.max(largest[length] ?? 0, Math.abs(x));
    if (needed < mostDecimals) needed = Math.max(needed, decimalsOf(x, mostDecimals));
    total++;
  }
  let seen = 0;
  let most = 0;
  for (let length = 0; length < counts.length; length++) {
    seen += counts[length] ?? 0;
    most = Math.max(most, largest[length] ?? 0);
    if (seen >= MOST * total) return { length, largest: most, needed };
  }
  return { length: 1, largest: 0, needed };
}

/** Characters before the decimal point, with the sign. */
function wholeLength(x: number): number {
  const size = Math.abs(x);
  const sign = x < 0 ? 1 : 0;
  if (size < 10) return sign + 1;
  if (size >= 1e6) return formatFixed(x, 0).length;
  return sign + 1 + Math.floor(Math.log10(size));
}
