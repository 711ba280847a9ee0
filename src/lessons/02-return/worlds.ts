import { twoExits } from "../two-exits";

/** The same world in the last three steps, planned in with this discount. */
export const plannedExits = (gamma: number) => ({
  v: 1,
  env: twoExits,
  algo: { id: "value-iteration", params: { gamma } },
  stop: { converged: true },
  view: { granularity: "sweep", layers: ["values", "arrows", "rewards"] },
});
