import { setView } from "../session";
import { useLab, viewOf } from "../store";

/** Which row of a network's update the student looks at, from 0 on: a transition, a step. A link carries it. */
export function useChosenRow(): number {
  return useLab((lab) => viewOf(lab.scenario).selected?.state ?? 0);
}

export function chooseRow(row: number): void {
  setView({ selected: { state: row } });
}
