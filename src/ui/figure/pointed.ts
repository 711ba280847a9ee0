import { create } from "zustand";

/** The cell that the pointer is over, on any figure: an equation shows where it occurs. */
export const usePointed = create<{ cell: number | null }>()(() => ({ cell: null }));

export function pointAt(cell: number | null): void {
  if (usePointed.getState().cell !== cell) usePointed.setState({ cell });
}

/** The cells whose numbers are marked: the one pointed at, and the chosen one where the equation is about another. */
export function pointedCells(
  pointed: number | null,
  selected: number | undefined,
  about: number | undefined,
): number[] {
  const cells = pointed === null ? [] : [pointed];
  return selected === undefined || selected === about ? cells : [...cells, selected];
}
