import { decimalsFor, formatFixed } from "../../../plots/number";

/** Width of a digit over the font size in the monospaced face. */
const DIGIT = 0.6;

/** How all numbers of one layer are written: decimals, and font size in drawing units (a cell is 100). */
export interface NumberStyle {
  decimals: number;
  size: number;
}

/** The room a number has: width and largest font size in drawing units, smallest font size in CSS pixels. */
export interface Room {
  width: number;
  largest: number;
  smallestPx: number;
}

/**
 * One style for all numbers between `low` and `high`: as many decimals as three digits ask for, fewer where
 * the room is short; null where even whole numbers would be too small to read.
 */
export function fitNumbers(
  low: number,
  high: number,
  allWhole: boolean,
  room: Room,
  cellPx: number,
): NumberStyle | null {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  for (let decimals = decimalsFor(largest, allWhole); decimals >= 0; decimals--) {
    const length = Math.max(formatFixed(low, decimals).length, formatFixed(high, decimals).length);
    const size = fitText(length, room);
    if ((size * cellPx) / 100 >= room.smallestPx) return { decimals, size };
  }
  return null;
}

/** Font size in drawing units of a text of so many characters. */
export function fitText(length: number, room: Pick<Room, "width" | "largest">): number {
  return Math.min(room.largest, room.width / (DIGIT * Math.max(1, length)));
}
