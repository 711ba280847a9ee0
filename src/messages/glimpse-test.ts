import { section } from "./section";

/** The test of the glimpse lab's network on held-out digits: how it is asked for, and what came of it. */
export const glimpseTest = section("glimpse-test", {
  empty:
    "Here you will see how many held-out digits the network gets wrong, which ones it takes for which, and where it looks at each.",
  test: "Test",
  measuring: "Digits tested",
  on: "on",
  howMany: "How many held-out digits",
  all: "all {count}",
  with: "held-out digits, with",
  where: "Where it looks",
  brokenOff: "The test was broken off before it was done, because the run was changed, moved or paused.",

  // Ways to choose where to look, by their ids.
  learned: "learned gaze",
  random: "random places",
  centre: "always the middle",
  scan: "fixed scan",

  error: "Error *{error}*",
  errorAloud: "Error {error}, ",
  percent: "{percent} %",
  interval: "95 % interval {low} to {high} %; {wrong} of {count} wrong",
  untrained: "The network as it began ({weights}); {how}",
  updateOne: "The network after {count} update (first weights: {weights}); {how}",
  updateMany: "The network after {count} updates (first weights: {weights}); {how}",
  tested: "{gaze}, each image looked at once (M = 1), nothing averaged.",
  stale: "It has learned since: it is at update {step} now.",

  picture: "Picture of the test",
  answers: "Confusion matrix",
  answersPicture: "Answers by digit",
  mistakes: "Mistakes",
  paths: "Where it looks",
  pathsPicture: "Mean gaze paths",

  // Beside what the paper reports.
  paper: "*In the paper, error in %* ({task}): {figures}. {source}.",
  centred: "28×28 pixels, glimpses of 8×8 at one scale",
  translated: "60×60 pixels, digit anywhere, glimpses of 12×12 at three scales",
  cluttered: "60×60 pixels, digit anywhere, with clutter, glimpses of 12×12 at three scales",
  paperGlimpses: "{count} glimpses {error}",
  paperFigures:
    "{figures}; nets that see the whole image: fully connected {fullyConnected}, convolutional {convolutional}",
  paperFiguresRandom:
    "{figures}; {count} random glimpses {error}; nets that see the whole image: fully connected {fullyConnected}, convolutional {convolutional}",

  // The card of shipped weights.
  about: "About these weights",
  data: "Trained on",
  training: "Training",
  updates: "{updates} updates",
  epochs: "{epochs} epochs (times through the digits)",
  updatesInEpochs: "{updates} updates in {epochs} epochs (times through the digits)",
  begunWith: "Went on from",
  seed: "Seed",
  testError: "Test error",
  measured:
    "{error} ({interval}); {glimpses} glimpses, each held-out digit looked at once (M = 1), nothing averaged. Measured in this program ({backend}, {date}).",
  testErrorInPyTorch: "Test error in PyTorch",
  date: "Date of the file",
  command: "Made by",
});
