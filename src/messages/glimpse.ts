import { section } from "./section";

/** The glimpse lab: its tabs, its run, and what it may have to do without. */
export const glimpse = section("glimpse", {
  // Its tabs, by their ids.
  run: "Run",
  own: "Your own",
  test: "Test",

  image: "Image",
  glimpses: "Glimpses",
  hidden: "Hidden state",
  answered: "{glimpse} {answer}.",

  showPushes: "Show the pushes of the last update",
  right: "Right",
  wrong: "Wrong",
  pushed:
    "{verdict}: R = {reward}. After glimpse t = 1, 2 …: b = {baselines}; A = {advantages}. + pulls the mean towards the place drawn, − pushes it away.",
  oneGlimpse: "With one glimpse there is no place to choose, and nothing to push.",
  pushesToCome:
    "The update comes after the last glimpse; then arrows show which way each mean is pushed. Press Step.",
  noPush: "No place was pushed: the update is still to come, or the gaze is not learned.",

  missing: "What is missing",
  missingDigits:
    "{why} Check the connection and try again, or tell whoever runs this site. What you draw yourself is looked at all the same.",
  tryAgain: "Try again",
  noShippedWeights:
    "The run cannot begin with the shipped weights. It can with others, which know nothing yet.",
  beginAnew: "Begin with weights drawn anew",
});
