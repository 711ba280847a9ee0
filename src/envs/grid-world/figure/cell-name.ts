import { cells as words } from "../../../messages/cells";
import { fill } from "../../../messages/section";

/** “row 3, column 4”, counted from 1. */
export function cellName(cell: number, columns: number): string {
  return fill(words.cell, { row: Math.floor(cell / columns) + 1, column: (cell % columns) + 1 });
}
