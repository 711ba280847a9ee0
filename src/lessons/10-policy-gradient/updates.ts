import { fromPreset } from "../from-preset";
import type { LessonStep } from "../lesson";
import { recordOf } from "../recorded";
import { smallest } from "./worlds";

const whole = recordOf("cart-pole-reinforce-whole");
const toGo = recordOf("cart-pole-reinforce");

/** By how much a probability must have left that of a coin to count as changed. */
const CHANGED = 0.04;
/** The mean return of random actions on cart-pole. */
const RANDOM_AGENT = 23;

export const updateSteps: readonly LessonStep[] = [
  {
    title: "One update, in slow motion",
    text: [
      "One trajectory makes one estimate of the gradient, and one step. Press Step, line by line. In this run the policy draws *right* and *right* again, each with a probability of about 0.52, and the pole falls after two steps: the worst that can happen. Its return is 2.",
      "Then lines 5 to 8 of the code: the return is credited to both actions, $\\nabla_\\theta\\log\\pi_\\theta$ is added up, and the weights move. The picture “Trajectory” has both steps, with the probabilities before and after.",
    ],
    slide: [
      "The policy draws *right* and *right*: the pole falls after two steps, the worst that can happen.",
      "The return, 2, is credited to both actions.",
    ],
    equation: [
      { tex: "\\nabla_\\theta J" },
      { tex: "\\approx", says: "An estimate from one trajectory: right on average, and seldom right." },
      { tex: "\\sum_t", says: "Here two terms: t = 0 and t = 1." },
      {
        tex: "r(\\tau)",
        says: "2: the same for both actions, since the whole trajectory is credited to each.",
      },
      {
        tex: "\\nabla_\\theta\\log\\pi_\\theta(a_t|s_t)",
        says: "The direction in which “right” becomes more probable in the state s_t.",
      },
    ],
    scenario: {
      ...smallest(1, 6),
      view: { granularity: "line", figure: "trajectory", selected: { state: 1 } },
      stop: { episodes: 1 },
    },
    panels: ["equation", "code"],
    prediction: {
      question: "After this failure, how probable is “right” in the states that were passed?",
      options: ["Less probable than before", "As probable as before", "More probable than before"],
      outcome({ network }) {
        const action = network?.agents[0]?.action ?? null;
        const p = action === null ? 0.5 : (network?.policy?.[action] ?? 0.5);
        return p < 0.5 - CHANGED ? 0 : p < 0.5 + CHANGED ? 1 : 2;
      },
      answer: 2,
      because: [
        "More probable: from 0.52 to 0.60 at the start and to 0.64 after the first push, in this run. The return is +2, and everything with a positive return is pushed up. The formula does not know that 3 would have been possible.",
        "So a single update can be plainly wrong. The gradient is right on *average*: trajectories with 3 push half as hard again as those with 2, and probabilities must add up to 1.",
      ],
    },
    notes:
      "Let them vote; most will say “less”. Ask how one could tell the update that 2 is bad. (Compare with what is usual: the baseline of the next chapter.)",
  },
  {
    title: "One trajectory at a time",
    text: [
      "Let it go on like this: one trajectory, one step, 200 times. It stops earlier if the greedy policy holds the pole for three steps; that is tested after every update.",
      "The agent always earns 2 or 3, so every action it takes is pushed up.",
    ],
    slide: [
      "One trajectory, one step, 200 times.",
      "The agent always earns 2 or 3, so every action it takes is pushed up.",
    ],
    scenario: {
      ...smallest(1, 3),
      view: { granularity: "update", figure: "trajectory" },
      stop: { episodes: 200, solved: true },
    },
    panels: ["charts", "equation"],
    prediction: {
      question: "What does this run come to?",
      options: [
        "It finds the policy that holds the pole",
        "It goes on tossing a coin",
        "It is certain of its action, and the pole falls every time",
      ],
      outcome({ network }) {
        if (!network || network.solvedAt !== null) return 0;
        return Math.max(...(network.policy ?? [0])) > 0.95 ? 2 : 1;
      },
      answer: 2,
      because: [
        "What is drawn more often is pushed up more often, and then it is drawn more often still. Here “right” won by chance, its probability has come to 1.000, and the other action does not occur any more: nothing is left to learn from. With 4 of the seeds 0 to 19 it ends like this, with the others it finds the way.",
        "Now set “Trajectories” to 32 and run again with the same seed. Each update now averages over 32 trajectories, the 3s outweigh the 2s, and the test is passed after 2 updates; with all seeds from 0 to 19 after at most 10. That is what “it averages out” means, and what it costs.",
      ],
    },
    notes:
      "Open the chart “Entropy”: it falls to 0, the end of exploration. Ask why a policy gradient has no ε. (A stochastic policy explores by itself, as long as it is stochastic.)",
  },
  {
    title: "The same on the whole cart-pole",
    text: [
      "Back to the full task, with 10 trajectories an update and the formula exactly as derived: the whole return as the credit of every action, nothing subtracted. The run has 600 episodes.",
      "An action near the end of a good episode gets the same credit as the one that saved it at the beginning, and rewards from before an action count for it too.",
    ],
    slide: [
      "Ten trajectories an update; the whole return is the credit of every action, nothing subtracted.",
    ],
    equation: [
      { tex: "\\nabla_\\theta J \\approx" },
      {
        tex: "\\tfrac1m\\sum_i",
        says: "The mean over m = 10 trajectories: its scatter falls only with the root of m.",
      },
      { tex: "\\sum_t", says: "Over all steps of trajectory i: up to 500." },
      {
        tex: "r(\\tau^i)",
        says: "The whole return, at most 500: the same factor for every action of the trajectory.",
      },
      { tex: "\\nabla_\\theta\\log\\pi_\\theta(a^i_t|s^i_t)" },
    ],
    scenario: fromPreset("cart-pole-reinforce-whole", {
      seed: 0,
      view: { granularity: "update", figure: "values" },
    }),
    panels: ["charts", "equation"],
    prediction: {
      question: "Where is the greedy policy after 600 episodes?",
      options: [
        "It passes the test: a mean of 475 of 500",
        "It has become much better, but does not pass",
        "It is no better than a random agent, which lasts 23 steps",
      ],
      outcome({ network }) {
        if (!network || network.solvedAt !== null) return 0;
        return (network.test?.mean ?? 0) > 2 * RANDOM_AGENT ? 1 : 2;
      },
      answer: 1,
      because: [
        "The last test of this run has a mean of 171. The direction is right on average, so it does get better; but the estimates scatter so much that most steps are spent going to and fro.",
        `Of ${whole.seeds} recorded seeds ${whole.solved} pass within 600 episodes. Set “Credit” to reward-to-go, which leaves out what came before the action, and ${toGo.solved} of ${toGo.seeds} do. The estimate has the same mean and less scatter: the subject of the next chapter.`,
      ],
    },
    notes:
      "Open the picture “Variance” at the end and measure: it shows for this frozen policy how far single gradient estimates lie apart under each setting.",
  },
];
