import type { TabularView } from "../../core/algo";

export const learner = (params: object) => ({ id: "q-learning", params });

/** A small reward close to the start, a large one far away. */
export const twoExits = {
  v: 1,
  env: {
    id: "grid-world",
    params: {
      rows: [".........", "T.S.....T", "........."],
      cells: { "1,0": { reward: 1 }, "1,8": { reward: 10 } },
      stepReward: 0,
    },
  },
  algo: learner({ gamma: 0.9, alpha: 0.5, epsilon: 0.1 }),
};

/** How often the agent stepped into the far exit: from its left, from above, from below. */
export function farExits({ visits }: TabularView): number {
  const [fromLeft, fromAbove, fromBelow] = [16 * 4 + 1, 8 * 4 + 2, 26 * 4];
  return visits ? visits[fromLeft] + visits[fromAbove] + visits[fromBelow] : NaN;
}
