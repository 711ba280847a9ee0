import { fromPreset } from "../from-preset";
import type { Lesson } from "../lesson";
import type { RunFacts } from "../run-facts";
import { challenges } from "./challenges";

/** Seed 1 throughout, so that the runs begin with the same weights and the same first episodes. */
const seed = 1;

const HOW_IT_ENDS = [
  "It is solved, within the first 100 episodes",
  "It is solved, but it takes more than 100 episodes",
  "It is not solved in 600 episodes",
] as const;

function howItEnds({ clock, network }: RunFacts): number {
  if ((network?.solvedAt ?? null) === null) return 2;
  return clock.episodes <= 100 ? 0 : 1;
}

export const lesson: Lesson = {
  id: "variance",
  number: 11,
  title: "Variance reduction",
  question: "How can the same gradient be estimated from fewer episodes?",
  steps: [
    {
      title: "An estimate is a draw",
      text: [
        "REINFORCE estimates $\\nabla J$ from a few episodes. Other episodes of the *same* policy give another estimate. On average they are right; a single one may point almost anywhere. How far they lie apart is their [[variance]].",
        "The picture here is a microscope for that. Press “Measure the scatter of gradients”: the policy, fresh and untrained, is frozen, plays 50 times 10 episodes, and each group of 10 gives one estimate for every row of the picture.",
        "Look at the first row, “whole return”, and at its cosines: 1 means that an estimate points where the true gradient points, −1 that it points the opposite way. In this run they reach from −0.99 to 0.98.",
      ],
      slide: [
        "Other episodes of the *same* policy give another gradient. How far they lie apart is the *variance*.",
        "Whole return: cosines to the true gradient from −0.99 to 0.98.",
      ],
      equation: [
        { tex: "\\hat g", says: "One estimate: a random vector, because the trajectories in it are random." },
        { tex: "=" },
        { tex: "\\frac1m\\sum_{i=1}^m", says: "The mean over m trajectories, here m = 10." },
        {
          tex: "\\sum_t \\nabla_\\theta\\log\\pi_\\theta(a^i_t\\mid s^i_t)",
          says: "For every step: the direction that makes the action taken more probable.",
        },
        {
          tex: "r(\\tau^i)",
          says: "How much each of these directions counts: all rewards of the trajectory.",
        },
      ],
      scenario: fromPreset("cart-pole-reinforce-baseline", {
        seed,
        view: { figure: "variance", granularity: "update" },
      }),
      panels: ["equation"],
      notes:
        "Ask how many episodes one would need to trust an estimate. Measuring takes a second or two; the rows below the first are the rest of this chapter.",
    },
    {
      title: "Paid for the past",
      text: [
        "With the whole return, every action of an episode is credited with the same number: all of its rewards. That includes the rewards from *before* the action, which it cannot have caused.",
        "And here every return is positive. So each action that was taken is made more probable, good or bad; only the difference between long and short episodes tells them apart.",
        "Press Step a few times and look at the trajectory: the line of credits is flat, and every triangle points up.",
      ],
      slide: [
        "The whole return credits an action also with what came *before* it.",
        "And every return is positive: all that was done is pushed up.",
      ],
      scenario: fromPreset("cart-pole-reinforce-whole", {
        seed,
        view: { figure: "trajectory", granularity: "update" },
      }),
      panels: ["charts"],
      prediction: {
        question:
          "It may play 600 episodes. Solved means 475 steps or more on average in a test. What happens?",
        options: HOW_IT_ENDS,
        outcome: howItEnds,
        answer: 2,
        because: [
          "The estimates are right on average and still too noisy to be of use: 60 updates are not enough to average that out. Of the seeds 1 to 20 only 3 are solved within 600 episodes.",
        ],
      },
      notes:
        "Remember the curve of this run: the same seed comes back with better credits in the next steps.",
    },
    {
      title: "Reward-to-go",
      text: [
        "First remedy: leave out what is past. An action at time $t$ is credited only with the rewards from $t$ on, its [[reward-to-go]].",
        "The average does not change. Given the state, what was paid before is a fixed number, and a fixed number times $\\nabla\\log\\pi$ is 0 on average: some actions are pushed up, others down, and the probabilities have to add up to 1. What goes is noise and nothing else.",
        "Press Step once or twice: now the credit falls along the episode. Early actions get much, late ones little.",
      ],
      slide: [
        "An action is credited only with the rewards from $t$ on.",
        "The mean stays the same. What goes is noise.",
      ],
      equation: [
        { tex: "\\nabla J\\approx\\sum_t" },
        {
          tex: "\\Bigl(\\sum_{t'\\ge t} r_{t'}\\Bigr)",
          says: "Only the rewards from step t on. On cart-pole: how many steps the pole still stayed up.",
        },
        {
          tex: "\\nabla_\\theta\\log\\pi_\\theta(a_t\\mid s_t)",
          says: "As before: the direction that makes the action more probable.",
        },
      ],
      scenario: fromPreset("cart-pole-reinforce", {
        seed,
        view: { figure: "trajectory", granularity: "update" },
      }),
      panels: ["equation", "charts"],
      prediction: {
        question: "The same seed and the same 600 episodes. What does this one change do?",
        options: HOW_IT_ENDS,
        outcome: howItEnds,
        answer: 1,
        because: [
          "It is the same gradient on average, and a different result: of the seeds 1 to 20 now all 20 are solved, half of them by episode 230. Still every action is pushed up, later ones less.",
        ],
      },
      notes:
        "Ask why the pole’s last actions before the fall should get little credit; reward-to-go does that by itself.",
    },
    {
      title: "Discounting is something else",
      text: [
        "Second idea: rewards that come much later depend little on the action and mostly on chance. So count them less, by $\\gamma^{t'-t}$.",
        "This is a trade and no gift. It no longer estimates the gradient of the plain sum of rewards but that of another goal, which cares less for what is far away. The microscope therefore compares the discounted rows with a reference of their own.",
        "The policy here has made eight updates. Measure, and compare “reward-to-go” with “discounted”: 2.3 and 2.7 in this run. Relative to the gradient each aims at, discounting alone does not make the estimates less noisy here.",
      ],
      slide: [
        "$\\gamma^{t'-t}$ counts late rewards less: a trade, as it aims at another goal.",
        "Relative to the gradient each aims at: 2.3 without, 2.7 with it.",
      ],
      equation: [
        { tex: "G_t", says: "What the action at step t is credited with." },
        { tex: "=" },
        { tex: "\\sum_{t'\\ge t}" },
        {
          tex: "\\gamma^{t'-t}",
          says: "The weight of a reward that comes t′ − t steps later. With 0.99, half is left after 69 steps.",
        },
        { tex: "r_{t'}" },
      ],
      scenario: fromPreset("cart-pole-reinforce-baseline", {
        seed,
        view: { figure: "variance", granularity: "update", at: { tick: 511 } },
      }),
      panels: ["parameters"],
      notes:
        "With discounting and no baseline we counted 19 of 20 seeds solved within 600 episodes, half by episode 270: no better than the plain reward-to-go.",
    },
    {
      title: "Better than usual",
      text: [
        "Third idea: what counts is not whether something good followed, but whether *more* followed than usual. Subtract from every credit what was to be expected, a [[baseline]] $b$.",
        "The simplest one is a single number, the moving average of past returns. As long as $b$ does not depend on the action, the average of the estimates stays the same.",
        "To see how strong that is, go back to the worst credit, the whole return of step 2, and subtract the average from it. Nothing else is changed. Step once or twice and look at the triangles before you answer.",
      ],
      slide: [
        "What counts is whether *more* followed than usual: subtract a *baseline* $b$.",
        "Here: the whole return minus a moving average.",
      ],
      equation: [
        {
          tex: "\\mathbb{E}_{a\\sim\\pi_\\theta}\\bigl[b(s)\\,\\nabla_\\theta\\log\\pi_\\theta(a\\mid s)\\bigr]",
          says: "What subtracting b changes in the gradient, on average over the actions.",
        },
        { tex: "= b(s)" },
        {
          tex: "\\nabla_\\theta\\sum_a \\pi_\\theta(a\\mid s)",
          says: "The probabilities of all actions together: 1, whatever θ is. A constant has no gradient.",
        },
        { tex: "= 0" },
      ],
      scenario: fromPreset("cart-pole-reinforce-whole", {
        seed,
        algo: { baseline: "average" },
        view: { figure: "trajectory", granularity: "update" },
      }),
      panels: ["equation", "charts"],
      prediction: {
        question: "Whole return minus a moving average: rewards from the past are in it again. What happens?",
        options: HOW_IT_ENDS,
        outcome: howItEnds,
        answer: 1,
        because: [
          "One number makes the difference. Actions of episodes shorter than usual are now pushed *down*, so a bad episode teaches something too. We counted 18 of the seeds 1 to 20; without the average it was 3.",
          "Normalising the advantages subtracts their mean as well and does the same: 20 of 20.",
        ],
      },
      notes:
        "In the very first update the average is still 0 and everything goes up; from the second on the triangles point both ways.",
    },
    {
      title: "Usual for this state",
      text: [
        "One number for all states is crude: with the pole upright much is to be expected, with the pole tilted little. So learn $V(s)$, a second network that is fitted to the returns of every update, and subtract that.",
        "This is the trajectory after eight updates. The thin line is $V(s)$, what the network expected; where the return is above it, the action is pushed up. In this run 26 of the 54 actions are pushed down, all in the second half: they came too close to the fall.",
        "Move along the steps and read in the equation how each advantage comes about.",
      ],
      slide: [
        "Much is to be expected upright, little when tilted: learn $V(s)$, and subtract that.",
        "Here 26 of 54 actions are pushed down, all in the second half.",
      ],
      equation: [
        {
          tex: "A_t",
          says: "The advantage: how much better the action turned out than what was to be expected.",
        },
        { tex: "=" },
        { tex: "G_t", says: "What really came, from this one episode: random." },
        { tex: "-" },
        {
          tex: "V(s_t)",
          says: "What usually comes from this state, from all episodes so far: learned, and not exact.",
        },
      ],
      scenario: fromPreset("cart-pole-reinforce-baseline", {
        seed,
        view: { figure: "trajectory", granularity: "update", at: { tick: 511 }, selected: { state: 40 } },
      }),
      panels: ["equation"],
      notes:
        "Let them find a step with a small advantage and say why: the return was what V had expected, so there is nothing to learn from it.",
    },
    {
      title: "What it buys",
      text: [
        "Open the microscope after the run, under Variance, and read it from top to bottom. These are the medians of five runs after eight updates: whole return 8.6, reward-to-go 2.3, reward-to-go minus $V(s)$ 0.77. The noise of an average falls with the number of episodes, so 11 times less noise is worth 11 times as many episodes.",
        "First the run itself: discounted reward-to-go, minus a learned $V(s)$, from the same seed as all the others.",
      ],
      slide: [
        "Noise after eight updates: whole return 8.6, reward-to-go 2.3, minus $V(s)$ 0.77.",
        "11 times less noise is worth 11 times as many episodes.",
      ],
      scenario: fromPreset("cart-pole-reinforce-baseline", {
        seed,
        view: { figure: "run", granularity: "update" },
      }),
      panels: ["charts", "parameters"],
      prediction: {
        question: "The whole return needed more than 600 episodes, reward-to-go 230. And this?",
        options: ["At most 50 episodes", "51 to 400 episodes", "It is not solved in 400 episodes"],
        outcome: ({ clock, network }) =>
          (network?.solvedAt ?? null) === null ? 2 : clock.episodes <= 50 ? 0 : 1,
        answer: 1,
        because: [
          "In the recorded run it took 160 episodes. Of the seeds 1 to 20 all are solved, half of them by episode 170, against 230 with reward-to-go alone and 3 of 20 seeds with the whole return.",
          "The step from 230 to 170 is smaller than the microscope promised. Most of the way was done once the noise was below the signal; and a freshly drawn $V$ has to be learned before it helps.",
        ],
      },
      notes:
        "Measure once more after the run: long episodes make all rows noisier, the whole return by far the most.",
    },
  ],
  challenges,
  exact: [
    "The microscope freezes the policy and uses the same episodes for every row, so the rows differ only by the credit. Its reference gradients come from other episodes than its estimates.",
    "The gradients are those of the networks that learn here, with all their weights; nothing is modelled.",
  ],
  simplified: [
    "The reference is itself an estimate, from 400 episodes, and 50 estimates leave a variance uncertain by about a third: on other episodes the figures would be a little different.",
    "The factor $\\gamma^t$ that belongs before each term of the discounted gradient is left out, as is usual. An episode that is cut off after 500 steps counts as ended there.",
    "Adam makes every step of the weights about equally long, so a credit that is only larger changes nothing here. With plain gradient ascent it would.",
    "Runs repeat exactly on the same backend. On another one a run with the same seed may take more or fewer episodes.",
  ],
  sources: [
    "The lecture, variance reduction.",
    "Williams, “Simple statistical gradient-following algorithms for connectionist reinforcement learning”, 1992.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, sections 13.3 and 13.4.",
    "Greensmith, Bartlett & Baxter, “Variance reduction techniques for gradient estimates in reinforcement learning”, 2004.",
    "Seeds 1 to 20: docs/evidence.md of this program, except for the counts with discounting alone and with the moving average, made for this chapter.",
  ],
};
