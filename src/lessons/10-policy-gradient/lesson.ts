import type { Lesson } from "../lesson";
import { challenges } from "./challenges";
import { derivationSteps } from "./derivation";
import { updateSteps } from "./updates";

export const lesson: Lesson = {
  id: "policy-gradient",
  number: 10,
  title: "Policy gradients: the derivation, line by line",
  question: "How can a policy be improved by a gradient, when the world has none?",
  steps: [...derivationSteps, ...updateSteps],
  challenges,
  exact: [
    "The derivation is complete for episodes of limited length with finitely many actions; no step is left out.",
    "REINFORCE in the lab draws real trajectories and makes the gradient step of the formula; the probabilities before and after it are those of the network.",
    "In the smallest world $J(\\theta)$ is $2$ plus the probability that the first two pushes differ, exactly.",
  ],
  simplified: [
    "The gradient step is Adam’s, which divides by the usual size of each weight’s gradient: only the proportions of the returns within and between updates count, not their scale. A first step is equally long for a return of 2 and of 3.",
    "The discount is left out of the derivation ($\\gamma = 1$); the lecture’s $J$ has it inside the return, which changes no line of the argument.",
    "REINFORCE reads observations of named numbers, so it runs on cart-pole and not on the grid worlds; the smallest world is therefore a cart-pole with special settings.",
  ],
  sources: [
    "The lecture, policy gradients and REINFORCE.",
    "Williams, “Simple statistical gradient-following algorithms for connectionist reinforcement learning”, Machine Learning 8, 1992.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, sections 13.1 to 13.3.",
  ],
};
