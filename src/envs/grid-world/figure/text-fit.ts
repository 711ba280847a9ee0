import { decimalsFor, formatFixed } from "../../../plots/number";

/** Width of a digit over the font size in the monospaced face. */
const DIGIT = 0.6;

/** How all numbers of one layer are written: decimals, and font size in drawing units (a cell is 100). */
export interface NumberStyle {
  decimals: number;
  size: number;
  /** The room they were fitted to, for the few that are longer than the rest. */
  width: number;
}

/** The room a text has: width and largest font size in drawing units. */
interface TextRoom {
  width: number;
  largest: number;
}

/** The room of a layer's numbers, and the most decimals worth their width in it. */
export interface Room extends TextRoom {
  decimals: number;
}

/** Smallest font sizes in CSS pixels: of three digits, of fewer, of the fewest; and a size that is always allowed. */
const PX = { all: 14, fewer: 10.5, fewest: 9, allowed: 11.5 };

/** Share of the numbers that must fit at the common size; the others are written smaller. */
const MOST = 0.9;

/**
 * One style for a layer's numbers: as many decimals as three digits ask for, fewer where the room is short;
 * null where not even whole numbers (for numbers below 1, one decimal) could be read. Numbers that are not finite do not count.
 */
export function fitNumbers(numbers: Iterable<number>, room: Room, cellPx: number): NumberStyle | null {
  const { length, largest, allWhole } = typicalOf(numbers);
  const roomy = { ...room, largest: Math.max(room.largest, (100 * PX.allowed) / cellPx) };
  const least = !allWhole && largest < 1 ? 1 : 0;
  const most = Math.max(least, Math.min(room.decimals, decimalsFor(largest, allWhole)));
  for (let decimals = most; decimals >= least; decimals--) {
    const size = fitText(length + (decimals > 0 ? decimals + 1 : 0), roomy);
    const smallest = decimals === least ? PX.fewest : decimals === most ? PX.all : PX.fewer;
    if ((size * cellPx) / 100 >= smallest) return { decimals, size, width: room.width };
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

/** The length before the decimal point of all but the longest tenth of the numbers, and the largest of these. */
function typicalOf(numbers: Iterable<number>): { length: number; largest: number; allWhole: boolean } {
  const counts: number[] = [];
  const largest: number[] = [];
  let total = 0;
  let allWhole = true;
  for (const x of numbers) {
    if (!Number.isFinite(x)) continue;
    const length = wholeLength(x);
    counts[length] = (counts[length] ?? 0) + 1;
    largest[length] = Math.max(largest[length] ?? 0, Math.abs(x));
    allWhole &&= Math.abs(x - Math.round(x)) <= 1e-6;
    total++;
  }
  let seen = 0;
  let most = 0;
  for (let length = 0; length < counts.length; length++) {
    seen += counts[length] ?? 0;
    most = Math.max(most, largest[length] ?? 0);
    if (seen >= MOST * total) return { length, largest: most, allWhole };
  }
  return { length: 1, largest: 0, allWhole };
}

/** Characters before the decimal point, with the sign. */
function wholeLength(x: number): number {
  const size = Math.abs(x);
  const sign = x < 0 ? 1 : 0;
  if (size < 10) return sign + 1;
  if (size >= 1e6) return formatFixed(x, 0).length;
  return sign + 1 + Math.floor(Math.log10(size));
}
