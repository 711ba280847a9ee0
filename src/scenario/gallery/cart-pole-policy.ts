import type { Stop } from "../../core/scenario";
import type { Preset } from "./preset";

const group = "Cart-pole: policy gradients";
const MEASURED = "counted over seeds 1 to 20 on WebAssembly.";

const scenario = (id: string, params: Readonly<Record<string, unknown>>, stop: Stop): Preset["scenario"] => ({
  v: 1,
  env: { id: "cart-pole" },
  algo: { id, params },
  stop,
});

export const cartPolePolicyPresets: readonly Preset[] = [
  {
    id: "cart-pole-reinforce-baseline",
    title: "REINFORCE with a learned baseline",
    notice:
      "An action is pushed up only if more came of it than V(s) had expected: solved within 400 episodes for 20 of 20 seeds, half of them by episode 170.",
    source: `Williams 1992; the lecture, variance reduction. Our setting; ${MEASURED}`,
    group,
    scenario: scenario("reinforce", {}, { episodes: 400, solved: true }),
  },
  {
    id: "cart-pole-reinforce",
    title: "REINFORCE without a baseline",
    notice:
      "The reward-to-go alone is enough here, only slower: every action is pushed up, later ones less. Solved within 600 episodes for 20 of 20 seeds, half of them by episode 230.",
    source: `Williams 1992; the lecture, variance reduction. Our setting; ${MEASURED}`,
    group,
    scenario: scenario("reinforce", { credit: "to-go", baseline: "none" }, { episodes: 600, solved: true }),
  },
  {
    id: "cart-pole-reinforce-whole",
    title: "REINFORCE with the whole return",
    notice:
      "Every action of an episode gets the same credit, also for rewards from before it: within 600 episodes solved for only 3 of 20 seeds. Switch normalising on, which subtracts their mean, and all 20 are.",
    source: `The lecture, REINFORCE before variance reduction. Our setting; ${MEASURED}`,
    group,
    scenario: scenario("reinforce", { credit: "whole", baseline: "none" }, { episodes: 600, solved: true }),
  },
  {
    id: "cart-pole-actor-critic",
    title: "Actor-critic",
    notice:
      "Compare the critic’s V along an episode with what really came: how far it is off is written below the trajectory. Solved within 400 episodes for 20 of 20 seeds, half of them by episode 220.",
    source: `The lecture, actor-critic: one gradient step of each network for every 10 trajectories; ${MEASURED}`,
    group,
    scenario: scenario("actor-critic", {}, { episodes: 400, solved: true }),
  },
  {
    id: "cart-pole-actor-critic-td",
    title: "Actor-critic with one-step advantages",
    notice:
      "The one-step error r + γ V(s′) − V(s) is only as right as the critic: with 10 critic steps an update solved within 600 episodes for 19 of 20 seeds, with the lecture’s one step for 2 of 20.",
    source: `Sutton & Barto, section 13.5, in batches of 4 trajectories; ${MEASURED}`,
    group,
    scenario: scenario(
      "actor-critic",
      { advantage: "td", trajectories: 4, criticSteps: 10, valueLearningRate: 0.03, learningRate: 0.005 },
      { episodes: 600, solved: true },
    ),
  },
];
