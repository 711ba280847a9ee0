import { fromPreset } from "../from-preset";
import type { LessonStep } from "../lesson";
import type { RunFacts } from "../run-facts";
import { recordOf } from "../recorded";

const LIMIT = 50_000;

const noTarget = recordOf("cart-pole-no-target");
const diverges = recordOf("cart-pole-diverges");
const timid = recordOf("cart-pole-epsilon-too-small");
const tuned = recordOf("cart-pole-dqn");
const noReplay = recordOf("cart-pole-no-replay");

/** Whether a run without any other end before the limit has broken itself off. */
const brokeOff = ({ clock }: RunFacts): boolean => clock.ticks < LIMIT;

export const failureSteps: readonly LessonStep[] = [
  {
    title: "A target that stands still",
    text: [
      "The target $y$ contains the network’s own opinion of $s'$. If it is computed with the weights $\\theta$ that are being trained, each step towards the target moves the target as well: $s'$ is much like $s$, so raising $Q(s,a)$ raises $Q(s',\\cdot\\,)$, and $y$ with it.",
      "DQN computes $y$ with a copy $\\theta^-$, the [[target network]], which stands still for a while (here 100 gradient steps) and is then renewed. Each stretch is an ordinary regression towards fixed numbers.",
      "In this scenario there is no target network; all else is as tuned. It would end after 50,000 steps.",
    ],
    slide: [
      "Each step moves the target as well, unless a copy $\\theta^-$ stands still. Here there is none.",
    ],
    equation: [
      { tex: "y", says: "What Q(s,a;θ) should become: a constant for this gradient step." },
      { tex: "= r + \\gamma" },
      {
        tex: "\\max_{a'}",
        says: "The largest of the estimates. Where they are noisy it picks the one that is too high.",
      },
      { tex: "Q(s',a';" },
      {
        tex: "\\theta^-",
        says: "Older weights: a copy of θ, renewed now and then. Without a target network: θ itself.",
      },
      { tex: ")" },
    ],
    scenario: fromPreset("cart-pole-no-target", {
      seed: 12,
      view: { granularity: "episode", figure: "values" },
    }),
    panels: ["equation", "charts"],
    prediction: {
      question: "No policy can earn more than 100, discounted. What happens to $Q$ without a target network?",
      options: [
        "It stays in bounds, and the run goes on to 50,000 steps",
        "It grows without bound, after a test was passed",
        "It grows without bound, before any test was passed",
      ],
      outcome(run) {
        if (!brokeOff(run)) return 0;
        return run.network?.solvedAt === null ? 2 : 1;
      },
      answer: 2,
      because: [
        "After 2,905 gradient steps of this run a value passes 10,000, a hundred times what is possible. The run stops itself and goes back to the last weights that could be believed.",
        `All of the ${noTarget.seeds} recorded seeds end so (${noTarget.diverged} of ${noTarget.seeds}); ${noTarget.solved} of them had passed a test before, so it is not that nothing is learned: it does not last.`,
      ],
    },
    notes:
      "Watch the scale of the colours, and the chart “max Q”, which bends upwards. Then switch the target network on and run again with the same seed.",
  },
  {
    title: "Too large a step",
    text: [
      "The same without a target network, and with a learning rate of 0.03, 15 times the tuned one. In supervised learning too large a rate is a nuisance: the loss jumps. Here the network makes its own targets, and an error that is thrown too far comes back as a larger target.",
      "Open the chart “Loss”; it is logarithmic.",
    ],
    slide: [
      "A learning rate 15 times as large, and no target network.",
      "An error that is thrown too far comes back as a larger target.",
    ],
    scenario: fromPreset("cart-pole-diverges", {
      seed: 1,
      view: { granularity: "update", figure: "errors" },
    }),
    panels: ["charts", "parameters"],
    prediction: {
      question: "How long does it go well?",
      options: ["All the 50,000 steps", "Several thousand gradient steps", "Less than 2,000 gradient steps"],
      outcome(run) {
        if (!brokeOff(run)) return 0;
        return run.clock.updates < 2000 ? 2 : 1;
      },
      answer: 2,
      because: [
        `840 gradient steps in this run; ${diverges.diverged} of ${diverges.seeds} recorded seeds diverge.`,
        "Three things come together: values estimated from other estimates, a function that shares its weights between states, and learning off-policy. Any two of them can be had safely; with all three there is no guarantee. A table shares nothing between its entries, which is why Q-learning with a table converges.",
      ],
    },
    notes:
      "Ask for the three ingredients before showing them. Then find the largest learning rate that survives with the target network on.",
  },
  {
    title: "From exploring to exploiting: ε over time",
    text: [
      "At first the network knows nothing, so random actions are as good as its own and show more of the world. Later they spoil the episodes. Hence a schedule: $\\epsilon$ falls evenly from 1 to 0.05 in the first 5,000 steps. The tests are always made without random actions.",
      "In this scenario $\\epsilon$ is 0 from the start: no step is wasted on a random action. It stops after 5,500 steps, unless a test is passed.",
    ],
    slide: [
      "As tuned, $\\epsilon$ falls from 1 to 0.05 in 5,000 steps.",
      "Here $\\epsilon$ is 0 from the start: no step is wasted on a random action.",
    ],
    scenario: fromPreset("cart-pole-epsilon-too-small", {
      seed: 1,
      view: { granularity: "episode", figure: "run" },
      stop: { ticks: 5500, solved: true },
    }),
    panels: ["charts", "parameters"],
    prediction: {
      question: "What has the agent learned by then?",
      options: [
        "It passes the test, and sooner than with random actions",
        "It balances for a while: 25 steps or more",
        "Nothing: its pole falls faster than a random agent’s",
      ],
      outcome({ network }) {
        if (!network || network.solvedAt !== null) return 0;
        return (network.test?.mean ?? 0) >= 25 ? 1 : 2;
      },
      answer: 2,
      because: [
        "The first weights prefer the same action everywhere, so the cart is pushed to one side and the pole falls after 9 or 10 steps. About the other action the memory holds almost nothing, so nothing corrects what the network thinks of it. A random agent lasts for about 23 steps.",
        `With 20,000 steps, ${timid.solved} of ${timid.seeds} recorded seeds pass a test all the same: where the first weights choose both actions now and then, learning can begin. With the schedule ${tuned.solved} of ${tuned.seeds} do.`,
      ],
    },
    notes:
      "Set the final exploration to 0.2 at the end of this run and let it go on: it passes the test at step 22,000. Compare with the two-goal corridor of chapter 7: the same trap.",
  },
  {
    title: "What twenty seeds say",
    text: [
      "One run is an anecdote. These are the recorded runs, seeds 1 to 20 of each setting:",
      `*DQN as tuned:* ${tuned.solved} of ${tuned.seeds} pass the test, half of them by step ${tuned.half}; the fastest at ${tuned.fastest}, the slowest at ${tuned.slowest}.`,
      `*Without replay:* ${noReplay.solved} of ${noReplay.seeds} pass within 50,000 steps, half of them by ${noReplay.half}; ${noReplay.lost} have lost it again at the end.`,
      `*Without a target network:* ${noTarget.solved} of ${noTarget.seeds} pass, and ${noTarget.diverged} of ${noTarget.seeds} diverge before 50,000 steps. *With too large a learning rate besides:* ${diverges.solved} pass, ${diverges.diverged} diverge.`,
      `*Without exploration:* ${timid.solved} of ${timid.seeds} pass within 20,000 steps.`,
      "The lab holds the tuned setting. Choose a seed of your own, above 20, guess where it will fall, and run it.",
    ],
    slide: [
      `As tuned: ${tuned.solved} of ${tuned.seeds} seeds pass.`,
      `Without replay: ${noReplay.solved} pass, ${noReplay.lost} lose it again.`,
      `Without a target network: ${noTarget.solved} pass, ${noTarget.diverged} diverge.`,
      `Without exploration: ${timid.solved} of ${timid.seeds} within 20,000 steps.`,
    ],
    scenario: fromPreset("cart-pole-dqn", {
      seed: 21,
      view: { granularity: "episode", figure: "run" },
    }),
    panels: ["charts", "parameters"],
    notes:
      "Give every student another seed and collect the steps on the board: a distribution drawn by the class. On another device the same seed may give another run, since graphics processors round differently.",
  },
];
