import type { LessonStep } from "../lesson";
import type { RunFacts } from "../run-facts";
import { cliff, cliffSarsa, twoGoals, wanderer } from "./worlds";

const ACTIONS = 4;
/** The left-most cell of the bottom row of the cliff, and the terminal at its other end; the cliff lies between. */
const START = 36;
const GOAL = 47;
const COLUMNS = 12;

/** The first action of the largest value. */
function greedy(Q: Float64Array, state: number): number {
  const values = Array.from(Q.subarray(state * ACTIONS, (state + 1) * ACTIONS));
  return values.indexOf(Math.max(...values));
}

/** How many moves the greedy arrows take over the cliff's map from the start to the goal; Infinity where they do not get there. */
function greedyMoves({ view }: RunFacts): number {
  let at = START;
  for (let moves = 0; view && moves < 48; moves++) {
    if (at === GOAL) return moves;
    const action = greedy(view.Q, at);
    const row = Math.min(3, Math.max(0, Math.floor(at / COLUMNS) + [-1, 0, 1, 0][action]));
    const column = Math.min(11, Math.max(0, (at % COLUMNS) + [0, 1, 0, -1][action]));
    at = row * COLUMNS + column;
    if (at > START && at < GOAL) return Infinity;
  }
  return Infinity;
}

export const explorationSteps: readonly LessonStep[] = [
  {
    title: "Explore or exploit",
    text: [
      "Taking the best known action is [[exploitation]], trying another one is [[exploration]]. An $\\epsilon$-greedy agent tosses a coin in every step: with probability $\\epsilon$ a random action, else the [[greedy]] one.",
      "In this corridor a terminal three moves to the left pays 1, and one seven moves to the right pays 10. A move costs 0.1 and $\\gamma$ is 0.9. Worked out by hand, going right is worth $4.79$ at the start, going left only $0.54$.",
      "The agent has $\\epsilon = 0.1$ and 500 episodes.",
    ],
    slide: [
      "*Exploit* the best known action, or *explore* another one: with probability $\\epsilon$, at random.",
      "Left pays 1, right pays 10 and is worth more at the start: 4.79 against 0.54.",
    ],
    scenario: { ...twoGoals, view: { granularity: "episode" }, stop: { episodes: 500 } },
    panels: ["parameters", "charts"],
    prediction: {
      question: "Which way does the greedy action at the start point after 500 episodes?",
      options: ["Right, to the 10", "Left, to the 1", "Up or down, against a wall"],
      outcome({ view }) {
        const action = view ? greedy(view.Q, 3) : 0;
        return action === 1 ? 0 : action === 3 ? 1 : 2;
      },
      answer: 1,
      because: [
        "Once the agent has found the 1, nearly every step leads towards it. To see the 10 it would have to go right against its own arrows several times running, each time with a probability of 0.025 only: one of four random moves, in one of ten steps.",
        "Set $\\epsilon$ to 0.5 and begin again: with this seed the 10 is found and the start is worth 4.79; with seeds 1 and 2 even that is not enough within 500 episodes, and with $\\epsilon = 1$ it is. What was never tried cannot be learned, however long the run.",
      ],
    },
    notes:
      "Ask for a real-life example of being satisfied with the first good thing. Then try ε = 0.3, 0.5 and 1 with several seeds.",
  },
  {
    title: "Cliff walking: what Q-learning believes",
    text: [
      "Walking costs 1 a step; whoever steps on the cliff pays 100 and is put back on the start. The agent explores with $\\epsilon = 0.1$ all the time, so on its way along the edge it keeps falling: in the last 100 of the 500 episodes it still earns about −50 on average.",
      "Run it, and look at the return in the chart and at the values on the map together.",
    ],
    slide: [
      "A step costs 1, the cliff 100. With $\\epsilon = 0.1$ the agent keeps falling: about −50 an episode.",
    ],
    scenario: { ...cliff, view: { granularity: "episode" } },
    panels: ["charts", "equation"],
    prediction: {
      question: "What does its table say that the start is worth?",
      options: [
        "About −50, what an episode really brings",
        "About −25, between the two",
        "−13, as if it never fell",
      ],
      outcome({ view }) {
        const V = view?.V[START] ?? NaN;
        return V < -40 ? 0 : V < -15 ? 1 : 2;
      },
      answer: 2,
      because: [
        "The target has $\\max_{a'}Q(s',a')$ in it: it supposes that from the next step on only best actions are taken. The falls come from random ones. So the table holds the values of the [[greedy]] policy, 13 moves along the edge, and not of the one that is being followed.",
        "A method that learns about one policy while it follows another is called [[off-policy]].",
      ],
    },
    notes:
      "Set ε to 0 at the end of the run, while it is running: the return jumps to −13 at once. The table had known the way all along.",
  },
  {
    title: "SARSA counts its own mistakes in",
    text: [
      "SARSA changes one thing in the target: instead of the best next action it takes the one that the agent *really takes next*, $a'$, random or not. Its name lists what an update needs: $s, a, r, s', a'$.",
      "The world, $\\alpha$, $\\epsilon$ and the seed are those of the step before.",
    ],
    slide: [
      "The target has the action that the agent *really takes next*, $a'$, random or not.",
      "World, $\\alpha$, $\\epsilon$ and seed as before.",
    ],
    equation: [
      { tex: "Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\bigl[\\,r + \\gamma" },
      {
        tex: "Q(s',a')",
        says: "The entry of the next action that is really taken. On the edge one in forty of these is a step over it.",
        lights: [26, 27, 28, 29, 30].map((state) => ({ state })),
      },
      { tex: "{} - Q(s,a)\\bigr]" },
    ],
    scenario: { ...cliffSarsa, view: { granularity: "episode", layers: ["values", "arrows", "agent"] } },
    panels: ["charts", "equation"],
    prediction: {
      question: "Which way do the greedy arrows lead after 500 episodes?",
      options: [
        "Along the edge again: 13 moves",
        "Farther away from the edge: 15 or more moves",
        "Not to the goal at all",
      ],
      outcome(run) {
        const moves = greedyMoves(run);
        return moves === Infinity ? 2 : moves <= 13 ? 0 : 1;
      },
      answer: 1,
      because: [
        "On the edge a random move downwards costs 100. SARSA has these moves in its values, so cells at the edge look bad to it, and it walks along the top: 17 moves in this run. Over 20 seeds it earns −27 an episode while it learns, Q-learning −49.",
        "Which one is better? For the time of learning SARSA, for the final policy Q-learning. With $\\epsilon\\to 0$ both end up on the edge. With other seeds SARSA’s arrows may even run in a circle at the moment the run stops: with a constant $\\alpha$ its values tremble.",
      ],
    },
    notes:
      "Show both charts one after the other. Question: a robot that must not fall while it learns, which rule would you give it?",
  },
  {
    title: "To Q*, whatever the behaviour",
    text: [
      "The lecture’s grid again, and the extreme case of off-policy learning: $\\epsilon = 1$. The agent never does what its table advises; it staggers about at random for 500 episodes.",
      "For comparison: the value of the *random* policy in the farthest corner is −22. The best policy gets there with −3.",
    ],
    slide: [
      "*Off-policy*, to the extreme: $\\epsilon = 1$. The agent never does what its table advises.",
      "From the farthest corner the random policy is worth −22, the best −3.",
    ],
    scenario: { ...wanderer, view: { granularity: "episode" }, stop: { episodes: 500 } },
    panels: ["charts"],
    prediction: {
      question: "What does the table of this drunkard say of the top right corner?",
      options: [
        "About −22: that is what it lives through",
        "−3: $V^*$",
        "Neither: the number does not settle",
      ],
      outcome({ view }) {
        const V = view?.V[3] ?? NaN;
        return V < -15 ? 0 : Math.abs(V + 3) < 0.01 ? 1 : 2;
      },
      answer: 1,
      because: [
        "Random steps try every action in every cell again and again, and each update asks for the *best* next value. That is all the rule needs. Look at the chart “Error”: the distance to $Q^*$ falls below 0.001 within 100 episodes in this run, and at the end it is 0.",
        "In general $Q\\to Q^*$ with probability 1 if every pair $(s,a)$ is visited infinitely often and the step sizes of each pair fall, but not too fast: $\\sum\\alpha = \\infty$ and $\\sum\\alpha^2 < \\infty$, as 1/N does. In this world nothing is left to chance, so a constant $\\alpha$ does as well.",
      ],
    },
    notes:
      "Open the chart “Error”, which is logarithmic. Then set the noise to 0.2: now the error stops falling, until the step size is set to 1/N.",
  },
];
