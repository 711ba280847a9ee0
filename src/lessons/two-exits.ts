/** Two ways to end: an exit that pays 1 to the left, two moves away, and one that pays 10 to the right, six moves away. */
export const twoExits = {
  id: "grid-world",
  params: {
    rows: [".........", "T.S.....T", "........."],
    cells: { "1,0": { reward: 1 }, "1,8": { reward: 10 } },
    stepReward: 0,
  },
};
