import { section } from "./section";

/** The maze seen three ways: policy, value and model. */
export const threeViews = section("three-views", {
  policy: "Policy",
  value: "Value",
  known: "Model",
  knownRewards: "Model: reward of a step",
  learned: "Learned model",
  learnedRewards: "Learned model: reward of a step",

  which: "Model shown",
  whichLearned: "What the agent has learned",
  whichKnown: "The world’s own model",

  everyStep: "Every step pays r = {reward}.",
  choose: "Choose a cell to see what its actions lead to.",
  unknown: "From {place}: nothing known.",
  unknownBest: "From {place} (the best action): nothing known.",
  leads: "From {place}: {outcomes}.",
  leadsBest: "From {place} (the best action): {outcomes}.",
  outcome: "P = {probability}, r = {reward} to {cell}",
  outcomeEnds: "P = {probability}, r = {reward} to {cell}, the end",
});
