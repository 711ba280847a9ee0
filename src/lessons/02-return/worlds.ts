/** The same world in the last three steps: 1 to the left, two moves away, and 10 to the right, six moves away. */
export const twoExits = (gamma: number) => ({
  v: 1,
  env: {
    id: "grid-world",
    params: {
      rows: [".........", "T.S.....T", "........."],
      cells: { "1,0": { reward: 1 }, "1,8": { reward: 10 } },
      stepReward: 0,
    },
  },
  algo: { id: "value-iteration", params: { gamma } },
  stop: { converged: true },
  view: { granularity: "sweep", layers: ["values", "arrows", "rewards"] },
});
