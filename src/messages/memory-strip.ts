import { section } from "./section";

/** The picture of the replay memory. */
export const memoryStrip = section("memory-strip", {
  pick: "Transitions of the minibatch: pick one",
  name: "Replay memory",
  filled: "Replay memory: {size} of {capacity} places filled",
  full: "Replay memory: all {capacity} places filled",
  newest: "Replay is off: the newest {count} transitions",
  places: "places 0 to {last}, row by row; ▼ next: {next}",
  oldestFirst: "oldest first, row by row",

  // What the colours show.
  age: "age (environment steps)",
  reward: "mean reward",
  ends: "share that ended an episode",

  allPicked: "The minibatch is all of them. Pick one to read it.",
  dots: "Dots: what the minibatch drew. Pick one to read it.",
  drawn: "drawn {number} of {count}: place {place}",
  ofNewest: "{number} of {count}",
  stepOld: "{count} step old",
  stepsOld: "{count} steps old",
  action: "action {number}",
  rewardOf: "reward {reward}",
  ended: "ended the episode",

  // How alike neighbours are: over the bars in one line or two, and as sentences.
  correlation: "Mean |correlation| of successive obs.",
  correlationOf: "Mean |correlation| of",
  correlationWhat: "successive observations",
  noCorrelation: "after the first minibatch",
  newestBar: "newest, as they came",
  newestBarShort: "as it came",
  drawnBar: "batch as drawn",
  drawnBarShort: "as drawn",
  consecutiveBar: "consecutive batch",
  consecutiveBarShort: "consecutive",
  newestCorrelation: "Mean |correlation| of successive observations: {value}.",
  bothCorrelations:
    "Mean |correlation| of successive observations: {drawn} in the batch as drawn, {consecutive} in one of consecutive transitions.",

  learnedFrom: "The last gradient step learned from these alone, as they came.",
  next: "The next transition goes to place {place}.",
  drew: "The minibatch drew {count} transitions, from {youngest} to {oldest} steps old, mean {mean}.",
  notDrawn: "No minibatch was drawn yet.",

  // Columns of the table.
  drawnColumn: "drawn",
  placeColumn: "place",
  ageColumn: "age (steps)",
  actionColumn: "action",
  rewardColumn: "reward",
  endedColumn: "ended",
  yes: "yes",
  no: "no",
});
