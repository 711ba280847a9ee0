import { section } from "./section";

/** When a run pauses by itself. */
export const stop = section("stop", {
  stop: "Stop",
  stopAfter: "Stop after",
  count: "Count to stop at",
  progress: "Progress to the stop",
  progressIs: "{done} of {count}",
  round: "A round: one step of every environment at once. The clock counts the steps of all.",
  glimpse: "A glimpse: one glimpse of every image of the batch. The clock counts the steps of all.",

  never: "never",
  converged: "when converged",
  solved: "when solved",
  solvedOr: "when solved, or {after}",
  sweeps: "after sweeps",
  episodes: "after episodes",
  steps: "after steps",
  updates: "after updates",
  backups: "after backups",
  glimpses: "after glimpses",
  rounds: "after rounds",
});
