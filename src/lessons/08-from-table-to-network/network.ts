import type { LessonStep } from "../lesson";
import { recordOf } from "../recorded";
import { dqn, untilSolved } from "./runs";

const tuned = recordOf("cart-pole-dqn");

export const networkSteps: readonly LessonStep[] = [
  {
    title: "A function with few parameters",
    text: [
      "Instead of storing $Q(s,a)$ for every pair, compute it: $Q(s,a;\\theta)$ is a network with weights $\\theta$. This one has 4 inputs, two layers of 64 units, and 2 outputs: 4,610 weights. States that are alike give similar outputs, so what is learned in one state is a guess for all those around it.",
      "The network takes only the *state* as its input and has one output for each action. So one pass through it gives $Q(s,\\cdot\\,)$, and the maximum over the actions costs nothing extra. Press Step and follow the outputs on the right: they are the whole row of the table.",
      "The lecture’s Atari network has the same shape at the end: convolutions, 256 units, and an output for each of 4 to 18 actions. With 4 actions it has 677,172 weights for $10^{67970}$ states.",
    ],
    slide: [
      "$Q(s,a;\\theta)$ is a network with 4,610 weights. What is learned in one state is a guess for those around it.",
      "One pass gives all of $Q(s,\\cdot\\,)$.",
    ],
    equation: [
      { tex: "Q(s,\\cdot\\,;\\theta)", says: "All action values of a state at once: here two numbers." },
      { tex: "=" },
      { tex: "W_3", says: "64 × 2 weights: from the last hidden layer to the two outputs." },
      { tex: "\\,\\mathrm{relu}\\bigl(" },
      { tex: "W_2", says: "64 × 64 weights: nearly all there are." },
      { tex: "\\,\\mathrm{relu}(" },
      { tex: "W_1", says: "4 × 64 weights: from the observation to the first hidden layer." },
      { tex: "s", says: "The observation: x, its velocity, the angle, its velocity." },
      { tex: "+ b_1)" },
      { tex: "+ b_2\\bigr) + b_3", says: "b: one number for each unit, added to its sum." },
    ],
    scenario: { ...dqn, view: { granularity: "step", figure: "network" } },
    panels: ["equation"],
    notes:
      "Count the weights together: 4·64 + 64, 64·64 + 64, 64·2 + 2. Ask why the action is not an input. (Then the maximum would take one pass for each action.)",
  },
  {
    title: "The loss: the Bellman equation as a wish",
    text: [
      "An entry of a table can be set. A network can only be *asked* to give another number, by a gradient step on a [[loss]]. The wish is the same as before: $Q(s,a;\\theta)$ should be what the Bellman equation says.",
      "The [[target]] $y$ is computed with older weights $\\theta_{i-1}$ and then held fast as a constant: the gradient goes only through $Q(s,a;\\theta_i)$. Otherwise the network could shrink its error by making the next state look worse.",
      "The scenario stands just before the first gradient step. Press Step, line by line, and read the equation: the targets, the errors of a [[minibatch]] of 128 transitions, the gradient, and what the step has done to one of the values.",
    ],
    slide: [
      "A network can only be *asked* for another number, by a gradient step on a loss.",
      "The target $y$ is held fast as a constant.",
    ],
    equation: [
      { tex: "L_i(\\theta_i)", says: "One number that says how badly the network fits; smaller is better." },
      { tex: "=" },
      {
        tex: "\\mathbb{E}",
        says: "The mean over transitions that were lived through: here over a minibatch.",
      },
      { tex: "\\bigl[\\bigl(" },
      {
        tex: "y_i",
        says: "The target: r + γ max Q(s′,a′;θ) with the older weights; only r if s′ is terminal. A constant for the gradient.",
      },
      { tex: "-" },
      {
        tex: "Q(s,a;\\theta_i)",
        says: "What the network says now of the action that was taken. Only this one is changed.",
      },
      { tex: "\\bigr)^2\\bigr]" },
    ],
    scenario: {
      ...dqn,
      view: { granularity: "line", figure: "run", selected: { state: 0 }, at: { tick: 1000 } },
    },
    panels: ["equation", "code"],
    notes:
      "Choose other transitions of the minibatch below the equation. In the first updates y is close to 1: the reward, and nearly nothing after it.",
  },
  {
    title: "Fewer steps than entries",
    text: [
      "Now let it learn. The test: 100 fresh episodes of at most 500 steps, played greedily, with a mean of at least 475. It is made every 1,000 steps, and the run stops when it is passed.",
      "Remember the coarse table with 20,000 entries: to visit each of them only *once* it would need 20,000 steps at the very least.",
    ],
    slide: [
      "The test: 100 episodes, greedy, with a mean of at least 475 steps.",
      "To visit 20,000 entries of a coarse table once would take 20,000 steps.",
    ],
    scenario: { ...dqn, seed: 2, view: { granularity: "episode", figure: "run" }, stop: untilSolved },
    panels: ["charts"],
    prediction: {
      question: "After how many steps is the test passed?",
      options: ["At most 20,000", "20,000 to 49,999", "Not within 50,000"],
      outcome({ network }) {
        const at = network?.solvedAt ?? null;
        return at === null ? 2 : at <= 20_000 ? 0 : 1;
      },
      answer: 0,
      because: [
        "After 12,000 steps in this run: less than one for each entry of the coarse table, and the network does not have its coarse pieces. What it learns in a state counts for the states around it too.",
        `Of ${tuned.seeds} recorded seeds ${tuned.solved} pass: half of them by step ${tuned.half}, the slowest at ${tuned.slowest}. A price is paid for that: a gradient step for one state also changes the values of others, wanted or not.`,
      ],
    },
    notes:
      "While it runs, look at the greedy test in the chart: it jumps up and down, it does not climb. The next chapter says why.",
  },
  {
    title: "Ask the network, and mistrust its numbers",
    text: [
      "The picture “Values” asks the network about a whole plane of states: angle and angular velocity vary, the other two numbers are as they are now. Colours are $\\max_a Q(s,a;\\theta)$, the thick line is where the greedy action changes. It should run from top left to bottom right: push towards the side to which the pole falls.",
      "An agent that holds the pole for 500 steps with $\\gamma = 0.99$ earns a discounted return of $(1-0.99^{500})/(1-0.99) \\approx 99$. This run stops as soon as its greedy policy has passed the test.",
    ],
    slide: [
      "Colours: $\\max_a Q(s,a;\\theta)$. Thick line: where the greedy action changes.",
      "500 steps at $\\gamma = 0.99$ earn about 99, discounted.",
    ],
    scenario: { ...dqn, seed: 8, view: { granularity: "episode", figure: "values" }, stop: untilSolved },
    panels: ["charts"],
    prediction: {
      question: "What does the network say of the state in which the cart is at that moment?",
      options: ["About 99: it has learned the value", "Far less than 99", "Far more than 99"],
      outcome({ network }) {
        const value = network?.value ?? NaN;
        return value < 70 ? 1 : value > 130 ? 2 : 0;
      },
      answer: 1,
      because: [
        "About 38 in this run. The weights behind the targets were renewed 40 times, and each renewal lets the values look about one step farther ahead; 40 rewards, discounted, make 33. The rest is error.",
        "And yet the test is passed: to act, only the *order* of $Q(s,\\text{left})$ and $Q(s,\\text{right})$ matters, and here they differ by less than 1. A good policy does not need right values. It also means that the values are no proof of a good policy.",
      ],
    },
    notes:
      "Press Run again and let it learn on: the values climb for a long time after the policy is good. Change the axes of the picture to position and velocity.",
  },
  {
    title: "How large must the network be?",
    text: [
      "Take one of the two hidden layers away. One layer of 64 units is left, with 450 weights, and all other settings stay as they are.",
      "The run has 21,000 steps, as many as the slowest of the recorded seeds needed with two layers.",
    ],
    slide: ["One hidden layer in place of two: 450 weights in place of 4,610."],
    scenario: {
      ...dqn,
      algo: { id: "dqn", params: { hiddenLayers: 1 } },
      seed: 2,
      view: { granularity: "episode", figure: "values" },
      stop: { ticks: 21_000, solved: true },
    },
    panels: ["charts", "parameters"],
    prediction: {
      question: "How far does the smaller network come?",
      options: [
        "It passes the test: the task has only four inputs",
        "It balances for a while, at least 50 steps on average, but does not pass",
        "Its pole falls as fast as that of a random agent",
      ],
      outcome({ network }) {
        if (!network || network.solvedAt !== null) return 0;
        return (network.test?.mean ?? 0) >= 50 ? 1 : 2;
      },
      answer: 1,
      because: [
        "It balances for a few hundred steps, and so it was with the other five seeds that we tried: none of the six had passed by step 21,000. Given more time, this seed passes at step 53,000. A random agent holds the pole for about 23 steps.",
        "This says that a function has to be flexible enough for $Q$, and that settings which were tuned for one network need not suit another. It does not say that the task needs a deep network: as the chapter on policy gradients shows, one line of code can balance the pole. $Q$ is the more complicated function.",
      ],
    },
    notes:
      "Let groups try other sizes and learning rates, and let them state their evidence: with how many seeds?",
  },
];
