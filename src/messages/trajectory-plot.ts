import { section } from "./section";

/** The picture of one trajectory of an update. */
export const trajectoryPlot = section("trajectory-plot", {
  pick: "Steps of the trajectory: pick one",
  nothing: "Trajectory of the last update: nothing to show yet.",
  title: "Trajectory {number} of {count}: {steps} steps, {ending}",
  titleFirst: "Trajectory {number} of {count}: {steps} steps, {ending}; the first {shown} are shown",
  terminated: "ended in a terminal state",
  truncated: "cut off at the longest episode",

  // Over its parts: as long as there is room, or shorter.
  advantages: "advantage: ▲ action pushed up, ▼ action pushed down",
  advantagesShort: "advantage: ▲ pushed up, ▼ down",
  chances: "log π(a|s) when the action was drawn: the lower, the less probable it was",
  chancesShort: "log π(a|s): low where improbable",
  changes: "change of π(a|s) by the update, each row ±{reach}",
  changesShort: "change of π(a|s), each row ±{reach}",
  stepAxis: "step t",
  credited: "return credited",
  toGo: "reward-to-go",

  // One step.
  step: "step {step}: {action}",
  stepReturn: "return {value}",
  stepToGo: "reward-to-go {value}",
  pushedUp: "advantage {value}, pushed up ▲",
  pushedDown: "advantage {value}, pushed down ▼",
  notPushed: "advantage {value}, not pushed",

  // All of it.
  pushedOne: "{up} action is pushed up, {down} down; {risen} of {count} became more probable.",
  pushedMany: "{up} actions are pushed up, {down} down; {risen} of {count} became more probable.",
  creditedSum: "Return credited: {first} at the first step, mean {mean}.",
  toGoSum: "Reward-to-go at the first step: {first}.",
  baseline: "{name} there: {value}.",
  noBaseline: "No baseline.",
  chance: "log π of the actions: mean {mean}, lowest {lowest} at step {step}.",

  // Columns of the table.
  stepColumn: "step",
  action: "action",
  reward: "reward",
  advantage: "advantage",
  before: "π(a|s) before",
  after: "π(a|s) after",
});
