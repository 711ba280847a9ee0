import { section } from "./section";

/** The cart-pole lab: its tabs, its run and its game. What its pictures say is in `cart-pole-pictures`. */
export const cartPole = section("cart-pole", {
  // Its tabs, by their ids.
  run: "Run",
  play: "Play",
  values: "Values",
  network: "Network",
  memory: "Memory",
  errors: "Errors",
  trajectory: "Trajectory",
  variance: "Variance",

  realTime: "Real time",
  realTimeHelp:
    "Real time: {rate} steps a second. Once more: as fast as possible, where the picture shows the newest step only.",

  // What there is to read beside the carts.
  episode: "Episode",
  episodeOfFirst: "Episode, cart 1 of {count}",
  returnSoFar: "Return so far",
  exploration: "Exploration",
  value: "Value",
  greedyTest: "Greedy test",
  notTested: "not yet",
  testing: "testing: {done} of {count} episodes",
  tested: "{count} episodes, step {step}",
  testBrokenOff: "{count} episodes, broken off, step {step}",
  solved: "Solved",
  solvedAt: "at step {step}",
  notSolved: "not yet",
  notSolvedNeeds: "not yet, needs {goal}",
  onlyTest: "*A test:* the agent does what it takes for best, and learns nothing.",

  // The game.
  ownCart: "Your cart",
  field: "Balance the pole: hold the left or the right arrow key to push the cart; Escape leaves",
  hint: "Hold ← or → to push the cart",
  hintAgain: "← or → for another try",
  left: "← Left",
  right: "Right →",
  slow: "Slow motion, ×½",
  rules:
    "The same world, limits and force as the agent’s. In every step the cart is pushed one way or the other: while you hold nothing, the pushes alternate and cancel out.",
  result: "You balanced it for {steps} steps, {seconds} s.",
  resultSlow: "You balanced it for {steps} steps, {seconds} s of its time.",
  isBest: "Your best so far.",
  best: "Your best is {steps}.",
  agentsTest: "The agent’s last greedy test: {steps}.",

  // Its table of scores.
  scores: "How long the pole was balanced",
  who: "Who",
  steps: "Steps",
  time: "Time",
  seconds: "{seconds} s",
  you: "*You*, this time",
  youSlow: "*You*, this time, in slow motion",
  yourBest: "*You*, best",
  yourBestSlow: "*You*, best in slow motion",
  agent: "*Agent*, last greedy test, mean",
  agentTraining: "*Agent*, {training}",
  lastEpisode: "last episode of training",
  lastEpisodes: "mean of about the last {count} episodes of training",
});
