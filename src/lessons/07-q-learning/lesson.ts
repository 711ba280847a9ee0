import type { Lesson } from "../lesson";
import { challenges } from "./challenges";
import { explorationSteps } from "./exploration";
import { samplingSteps } from "./sampling";

export const lesson: Lesson = {
  id: "q-learning",
  number: 7,
  title: "Q-learning with a table",
  question: "How can the best values be found by somebody who knows no model and can only try?",
  steps: [...samplingSteps, ...explorationSteps],
  challenges,
  exact: [
    "Every number in the tables is the true result of the update rule; the same seed gives the same table, bit for bit, in every browser.",
    "The errors in the charts are measured against $Q^*$ from value iteration on the true model, which the learner itself never sees.",
    "All figures that are said to be of this run are those of the seed in the lab.",
  ],
  simplified: [
    "The worlds are small and have few branches. Convergence is stated without its proof.",
    "Among actions of equal value the learner draws one at random; the formulas leave that open.",
  ],
  sources: [
    "The lecture, from value iteration to Q-learning.",
    "Watkins 1989; Watkins & Dayan, “Q-learning”, Machine Learning 8, 1992: the conditions for convergence.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, sections 6.4 and 6.5, example 6.6 (cliff walking), example 8.1 (the maze).",
    "Rummery & Niranjan 1994: SARSA.",
  ],
};
