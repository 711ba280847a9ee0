import { section } from "./section";

/** The pictures of the glimpse lab. */
export const glimpsePlots = section("glimpse-plots", {
  // A glimpse and the answer in words.
  place: "x {x}, y {y}",
  percent: "{percent} %",
  almostSure: "> 99 %",
  almostNever: "< 1 %",
  digit: "a {digit}",
  digitAn: "an {digit}",
  glimpse: "Glimpse {number} of {count} at {place}: most likely {digit} ({probability}).",
  noGlimpse: "No glimpse yet",
  soFar: "So far {digit} ({probability}), {number} of {count} glimpses",
  answers: "Answers {digit} ({probability})",
  right: "✓ Answers {digit} ({probability}): right",
  wrong: "✗ Answers {digit} ({probability}): wrong, it is {truth}",

  // The image.
  noImage: "The image: nothing to show yet.",
  image: "An image, {size} by {size} pixels.",
  imageOf: "An image of {digit}, {size} by {size} pixels.",
  next: "It would look next around {place}.",
  pushedTowards:
    "The mean after glimpse {number}, {place}, was pushed towards the place drawn: advantage {advantage}.",
  pushedAway:
    "The mean after glimpse {number}, {place}, was pushed away from the place drawn: advantage {advantage}.",
  notPushed:
    "The mean after glimpse {number}, {place}, was pushed neither towards nor away from the place drawn: advantage {advantage}.",

  // Step by step.
  noSteps: "Glimpses: nothing to show yet.",
  steps: "What the network made of it. {picture}",
  sees: "sees",
  believes: "believes",

  // The hidden state.
  hidden: "hidden state h, {count} units",
  hiddenAwaited: "The hidden state h appears with the first glimpse.",
  noHidden: "Hidden state: nothing to show yet.",
  awake: "{count} after glimpse {number}",
  hiddenInWords: "Hidden state of {count} units. Above 0: {awake}.",

  // Columns of their tables.
  glimpseColumn: "glimpse",
  mostLikely: "most likely",
  probability: "probability",
  nextX: "next mean x",
  nextY: "next mean y",
  reward: "reward",
  advantage: "advantage",
  unit: "unit",
  hiddenAfter: "h after glimpse {number}",
});
