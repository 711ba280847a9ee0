import type { Lesson } from "../lesson";
import { challenges } from "./challenges";
import { algorithmSteps } from "./algorithm";
import { failureSteps } from "./failures";

export const lesson: Lesson = {
  id: "replay-and-targets",
  number: 9,
  title: "Experience replay and targets",
  question: "Why does Q-learning with a network need a memory and a second set of weights?",
  steps: [...algorithmSteps, ...failureSteps],
  challenges,
  exact: [
    "Every line of the pseudo-code is executed as written, in that order, and can be paused at; the equation shows the numbers that the learner used.",
    "The counts over 20 seeds are read from the recorded runs that the gallery shows too, not typed in; each was run to its end with the page’s own code.",
  ],
  simplified: [
    "The gradient is the one of a whole minibatch and the step is Adam’s; the lecture’s algorithm takes one plain gradient step.",
    "Our settings were found by trying many on cart-pole. Cart-pole forgives a lot: on Atari the same omissions are reported to cost much more.",
    "The targets are double (van Hasselt et al. 2016) wherever there is a target network.",
  ],
  sources: [
    "The lecture, experience replay and the algorithm, line by line.",
    "Lin 1992: experience replay.",
    "Mnih et al. 2013: DQN with replay memory; Mnih et al., Nature, 2015: the target network.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, section 11.3: why bootstrapping, approximation and off-policy learning together may diverge.",
    "Our recorded runs, src/scenario/evidence and docs/evidence.md.",
  ],
};
