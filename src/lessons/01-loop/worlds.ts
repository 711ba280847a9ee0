import type { TabularView } from "../../core/algo";
import { twoExits } from "../two-exits";

export const learner = (params: object) => ({ id: "q-learning", params });

/** A small reward close to the start, a large one far away, for a learner. */
export const learnedExits = {
  v: 1,
  env: twoExits,
  algo: learner({ gamma: 0.9, alpha: 0.5, epsilon: 0.1 }),
};

/** How often the agent stepped into the far exit: from its left, from above, from below. */
export function farExits({ visits }: TabularView): number {
  const [fromLeft, fromAbove, fromBelow] = [16 * 4 + 1, 8 * 4 + 2, 26 * 4];
  return visits ? visits[fromLeft] + visits[fromAbove] + visits[fromBelow] : NaN;
}
