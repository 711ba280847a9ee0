import type { Lesson } from "../lesson";
import { challenges } from "./challenges";
import { networkSteps } from "./network";
import { tableSteps } from "./table";

export const lesson: Lesson = {
  id: "from-table-to-network",
  number: 8,
  title: "From the table to a network",
  question: "What can stand in the place of a table that is too large to be filled?",
  steps: [...tableSteps, ...networkSteps],
  challenges,
  exact: [
    "The network, its outputs, the loss and the gradient step in the lab are the real ones of the run; the equation recomputes its numbers from the weights that were used.",
    "Cart-pole is Gymnasium’s CartPole-v1: the same equations, limits and start.",
    "The counts of table entries and of weights are exact.",
  ],
  simplified: [
    "The network reads four numbers, not pixels; the Atari network of the lecture is only counted here, not trained.",
    "The run already uses a replay memory and a target network, which are the subject of the next chapter.",
    "The target is chosen by the newest weights and valued by the older ones (double DQN); the lecture’s formula uses the older ones for both.",
  ],
  sources: [
    "The lecture, “not scalable” and Q-learning with a network.",
    "Mnih et al., “Playing Atari with deep reinforcement learning”, 2013: input, layers and the loss.",
    "Mnih et al., “Human-level control through deep reinforcement learning”, Nature, 2015.",
    "Barto, Sutton & Anderson 1983: cart-pole; Gymnasium CartPole-v1.",
  ],
};
