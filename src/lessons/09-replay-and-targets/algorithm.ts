import { fromPreset } from "../from-preset";
import type { LessonStep } from "../lesson";
import { recordOf } from "../recorded";

const BATCH = 128;

const withoutReplay = recordOf("cart-pole-no-replay");
const withReplay = recordOf("cart-pole-dqn");

export const algorithmSteps: readonly LessonStep[] = [
  {
    title: "DQN in slow motion",
    text: [
      "Here is the whole algorithm, made small: a memory for 200 [[transition]]s, minibatches of 8, and the target weights are renewed after every 4 gradient steps. The run stands after its eighth step; the memory holds just enough for the first minibatch.",
      "Press Step, one line at a time, and read the code and the equation together. Lines 3 to 5 *live*: choose, act, store. Lines 6 to 10 *learn*: draw old transitions, compute their targets, and make one gradient step. Line 11 brings the targets’ weights up to date.",
      "Notice that living and learning have come apart: the transitions in the minibatch are usually not the one that was just lived through.",
    ],
    slide: ["Lines 3 to 5 *live*: choose, act, store. Lines 6 to 11 *learn* from old transitions."],
    scenario: {
      v: 1,
      env: { id: "cart-pole" },
      algo: { id: "dqn", params: { batchSize: 8, warmup: 8, capacity: 200, targetEvery: 4 } },
      seed: 1,
      view: { granularity: "line", figure: "run", selected: { state: 0 }, at: { tick: 8 } },
    },
    panels: ["code", "equation"],
    notes:
      "Go once round the loop and let somebody say each line in their own words. At an end of an episode show that y is only r.",
  },
  {
    title: "Replay memory",
    text: [
      "The [[replay memory]] $\\mathcal D$ keeps the last $N$ transitions $(s,a,r,s')$, here 10,000. A minibatch is drawn from it at random. In the picture each dot is a transition that the last minibatch drew.",
      "Two things are gained. Successive states are nearly the same, and a batch of such neighbours says the same thing 128 times; drawn at random, the rows have little to do with each other. The picture measures it: the mean correlation of successive rows is about 0.85 in the order of time and about 0.05 as drawn, in this run.",
      "And a transition is not thrown away after one use. The run makes 3,000 steps; the first 1,000 only fill the memory, then each step is followed by a gradient step on 128 transitions.",
    ],
    slide: [
      "Drawn at random, the rows of a minibatch have little to do with each other: correlation 0.05 in place of 0.85.",
      "And a transition is not thrown away after one use.",
    ],
    scenario: fromPreset("cart-pole-dqn", {
      seed: 1,
      view: { granularity: "step", figure: "memory" },
      stop: { ticks: 3000 },
    }),
    panels: ["equation"],
    prediction: {
      question: "How often has a transition been learned from at the end, on average?",
      options: ["Less than once", "About 10 times", "More than 50 times"],
      outcome({ clock }) {
        const uses = (clock.updates * BATCH) / clock.steps;
        return uses < 1 ? 0 : uses < 50 ? 1 : 2;
      },
      answer: 2,
      because: [
        "2,000 gradient steps drew 256,000 rows from 3,000 transitions: 85 times each, on average. Q-learning may do that because it is off-policy: a transition says what the world does, whoever chose the action.",
        "A policy gradient cannot reuse its samples so easily: they must come from the present policy.",
      ],
    },
    notes:
      "Colour the memory by age and by ends of episodes. Ask which transitions are missing from it for ever. (Those older than N steps, and those never lived.)",
  },
  {
    title: "Without replay",
    text: [
      "Switch the memory off: each gradient step takes the newest 16 transitions as they came. They are correlated, and the present policy decides which ones they are: if it goes right all the time, the network learns about going right and forgets the rest.",
      "The scenario stops after 12,500 steps.",
    ],
    slide: [
      "Each gradient step takes the newest 16 transitions, as they came: correlated, and made by the present policy.",
    ],
    scenario: fromPreset("cart-pole-no-replay", {
      seed: 4,
      view: { granularity: "episode", figure: "run" },
      stop: { ticks: 12_500 },
    }),
    panels: ["charts"],
    prediction: {
      question: "How does this run go?",
      options: [
        "It never passes a test",
        "It passes a test, and the last one as well",
        "It passes a test, and fails the last one",
      ],
      outcome({ network }) {
        if (!network || network.solvedAt === null) return 0;
        return (network.test?.mean ?? 0) >= 475 ? 1 : 2;
      },
      answer: 2,
      because: [
        "In this run the test at step 9,000 is passed, and the one at 12,000 reaches 78 of 500. While all goes well the agent sees nothing but an upright pole; what it knew about a leaning one is overwritten.",
        `Of ${withoutReplay.seeds} recorded seeds ${withoutReplay.solved} passed a test within 50,000 steps, half of them by step ${withoutReplay.half}, and ${withoutReplay.lost} of these failed again at the end. With replay, half of them pass by step ${withReplay.half}. So on cart-pole replay is not a matter of all or nothing: it makes learning earlier and more dependable.`,
      ],
    },
    notes:
      "An honest result: the lecture’s reasons are right, but this task is easy enough to be learned without. Ask what would have to be recorded to call replay “necessary”.",
  },
];
