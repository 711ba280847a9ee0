import { presetById } from "../../scenario/presets";
import type { Lesson } from "../lesson";
import { challenges } from "./challenges";

const grid = presetById("sutton-barto-4x4")?.scenario;
const lecture = presetById("lecture-grid")?.scenario;

/** The cell right of the terminal at the top left, and the corner at the top right. */
const BESIDE = 1;
const CORNER = 3;
const [UP, RIGHT, DOWN, LEFT] = [0, 1, 2, 3];

/** In each cell the moves with the largest Q of the random policy. */
const greedyInRandom = {
  1: [LEFT],
  2: [LEFT],
  3: [DOWN, LEFT],
  4: [UP],
  5: [UP, LEFT],
  6: [DOWN, LEFT],
  7: [DOWN],
  8: [UP],
  9: [UP, RIGHT],
  10: [RIGHT, DOWN],
  11: [DOWN],
  12: [UP, RIGHT],
  13: [RIGHT],
  14: [RIGHT],
};

export const lesson: Lesson = {
  id: "value-functions",
  number: 4,
  title: "V and Q",
  question: "How good is it to be in a state, or to do something there, if one goes on in a given way?",
  steps: [
    {
      title: "What is a state worth?",
      text: [
        "The return of one trajectory is a random number. Its mean, over all trajectories that begin in $s$ and follow the policy $\\pi$, is the [[value function]] $V^\\pi(s)$.",
        "The world is the lecture’s grid: grey cells are terminal, each move pays −1, and $\\gamma = 1$. So $V^\\pi(s)$ is minus the mean number of moves to a grey cell. The policy is the random one: each move has probability 1/4, and a move against the border leaves the agent where it is, for −1.",
        "Press Run: the lab computes the values, with a method that chapters 5 and 6 explain.",
      ],
      slide: [
        "$V^\\pi(s)$ is the mean return from $s$ on, following $\\pi$.",
        "Here $\\pi$ is random, and a move pays −1: minus the mean number of moves to a grey cell.",
      ],
      equation: [
        { tex: "V^\\pi(s)", says: "The value of state s under the policy π.", lights: [{ state: BESIDE }] },
        { tex: "=" },
        { tex: "\\mathbb E\\Big[", says: "The mean over the agent’s actions and the world’s answers." },
        { tex: "\\sum_{t\\ge 0}\\gamma^t r_t", says: "The return: here −1 for each move until a grey cell." },
        { tex: "\\,\\Big|\\," },
        { tex: "s_0=s", says: "Only trajectories that begin in s count.", lights: [{ state: BESIDE }] },
        { tex: ",\\;" },
        { tex: "\\pi", says: "And the actions are drawn from this policy." },
        { tex: "\\Big]" },
      ],
      scenario: { ...grid, view: { granularity: "sweep", layers: ["values"] } },
      panels: [],
      prediction: {
        question: "What is the value of the cell right beside the grey one, one move away?",
        options: ["−1", "−4", "−14", "−22"],
        outcome: ({ view }) => {
          const V = view?.V[BESIDE] ?? NaN;
          return V > -2 ? 0 : V > -8 ? 1 : V > -18 ? 2 : 3;
        },
        answer: 2,
        because: [
          "−14. One move in four ends the episode at once. If each of the others led straight back, it would take four moves in the mean, and the value were −4. But two of them lead further into the grid, from where a random walk needs 18 or 20 moves.",
          "The whole grid, row by row: 0 −14 −20 −22, then −14 −18 −20 −20, and the same backwards.",
        ],
      },
      notes:
        "Most say −4. Let them explain it: the argument is good, and it is clear where it breaks. Then check the −14 with the neighbours: chapter 5 does nothing else.",
    },
    {
      title: "A mean can be sampled",
      text: [
        "A value is a mean, so one way to find it needs no model at all: live through many episodes and average the returns. This is the *Monte Carlo* method. Here the agent moves at random ($\\epsilon = 1$); for each pair of a cell and a move it averages the returns that came after it.",
        "Watch the cell right of the grey one at the top left: the mean of its four numbers is the estimate of its value, which is −14 exactly. In 2,000 episodes the agent begins there, or comes through, more than a thousand times.",
      ],
      slide: [
        "*Monte Carlo*: live through many episodes, and average the returns. No model is needed.",
        "The cell right of the grey one is worth −14 exactly.",
      ],
      scenario: {
        ...lecture,
        algo: { id: "monte-carlo", params: { gamma: 1, epsilon: 1 } },
        stop: { episodes: 2000 },
        view: { granularity: "episode", layers: ["q", "agent"], selected: { state: BESIDE } },
      },
      panels: ["charts"],
      prediction: {
        question: "After 2,000 episodes, how far is the estimate from −14?",
        options: ["by less than 0.01", "by 0.01 to 1", "by more than 1"],
        outcome: ({ view }) => {
          const sum = view?.Q.subarray(BESIDE * 4, BESIDE * 4 + 4).reduce((a, b) => a + b, 0) ?? NaN;
          const error = Math.abs(sum / 4 + 14);
          return error < 0.01 ? 0 : error <= 1 ? 1 : 2;
        },
        answer: 1,
        because: [
          "By 0.23 in this run, which gives −14.23. With 100 episodes it was off by 0.41, with 10,000 by 0.14.",
          "The error of a mean shrinks like one over the square root of the number of samples: one more digit costs a hundred times as many episodes. Computing from the model, as in the step before, has no such error.",
        ],
      },
      notes:
        "Change the seed and run again: the error changes, its size stays. Ask why one would ever sample: because in most tasks there is no model.",
    },
    {
      title: "The value of a move",
      text: [
        "$V^\\pi$ says how good a state is. To choose, one must know how good a *move* is: $Q^\\pi(s,a)$ is the mean return if the agent takes $a$ in $s$ *first*, and follows $\\pi$ after that.",
        "The same grid and the same random policy; now each cell shows four numbers, one for each move. Their mean is the value of the cell.",
      ],
      slide: [
        "$Q^\\pi(s,a)$: the mean return if the agent takes $a$ in $s$ *first*, and follows $\\pi$ after that.",
      ],
      equation: [
        { tex: "V^\\pi(s)", says: "The value of the cell: −14.", lights: [{ state: BESIDE }] },
        { tex: "=\\sum_a" },
        { tex: "\\pi(a\\mid s)", says: "How often the policy takes the move: 1/4 each." },
        {
          tex: "Q^\\pi(s,a)",
          says: "What comes if this move is made first, and the policy followed afterwards.",
          lights: [UP, RIGHT, DOWN, LEFT].map((action) => ({ state: BESIDE, action })),
        },
      ],
      scenario: {
        ...grid,
        view: { granularity: "sweep", layers: ["q"], selected: { state: BESIDE } },
      },
      panels: ["equation"],
      prediction: {
        question: "Again the cell right of the grey one. What is Q of the move into the grey cell?",
        options: ["−1", "−4", "−14", "−15"],
        outcome: ({ view }) => {
          const Q = view?.Q[BESIDE * 4 + LEFT] ?? NaN;
          return Q > -2 ? 0 : Q > -8 ? 1 : Q > -14.5 ? 2 : 3;
        },
        answer: 0,
        because: [
          "−1. The first move is given, it ends the episode, and there is no “afterwards” in which the random policy could do harm.",
          "The other three are −15 (up, against the border), −21 (right) and −19 (down). The mean of the four is −14, as it must be.",
        ],
      },
      notes:
        "Ask what Q is for when V is there. The answer to wait for: to choose by V one needs a model to know where a move leads; to choose by Q one needs none.",
    },
    {
      title: "One look at Q is enough to improve",
      text: [
        "In the step before, the numbers of the random policy already tell the moves apart. So let us use them: a new policy that takes in each cell the move with the largest $Q^\\pi(s,a)$, and where two have it, each half of the time. It is [[greedy]] in the values of the *old* policy. The arrows show it.",
        "The numbers that these arrows come from belong to an agent that stumbles about. Press Run to see what the new policy is worth.",
      ],
      slide: [
        "A new policy: in each cell, the move with the largest $Q^\\pi$ of the random policy.",
        "It is greedy in the values of an agent that stumbles about.",
      ],
      equation: [
        { tex: "\\pi'(s)", says: "The new policy: the arrows." },
        { tex: "=\\arg\\max_a" },
        {
          tex: "Q^\\pi(s,a)",
          says: "The values of the old policy, the random one. In the top right corner −21 for left and for down, −23 for the others.",
          lights: [DOWN, LEFT].map((action) => ({ state: CORNER, action })),
        },
      ],
      scenario: {
        ...grid,
        algo: { id: "policy-evaluation", params: { gamma: 1, policy: "custom", arrows: greedyInRandom } },
        view: { granularity: "sweep", layers: ["values", "arrows"] },
      },
      panels: ["parameters"],
      prediction: {
        question: "The top right corner is worth −22 under the random policy. And under the new one?",
        options: ["−22 still", "about −15", "about −8", "−3, the best there can be"],
        outcome: ({ view }) => {
          const V = view?.V[CORNER] ?? NaN;
          return V < -18 ? 0 : V < -11 ? 1 : V < -4 ? 2 : 3;
        },
        answer: 3,
        because: [
          "−3. In this grid one improvement takes the random policy to the best one. In general a policy that is greedy in $Q^\\pi$ is at least as good as $\\pi$ in every state; then one evaluates it and improves again, until nothing changes.",
          "The values were far too low as numbers, but their order was right. Only the order decides.",
        ],
      },
      notes:
        "Set the policy back to random in the parameters and run on: the values fall back to −14, −20, −22. Then draw one bad arrow with Edit map and see which cells it costs something.",
    },
    {
      title: "Random against best",
      text: [
        "The largest value that any policy reaches in a state is $V^*(s)$, and for a move $Q^*(s,a)$. A policy that reaches them everywhere is optimal.",
        "The lecture’s two pictures: the same grid under the random policy and under the optimal one. Below them stands the mean return from a random cell: −18.3 against −2. The colours of each picture have their own scale, so read the numbers.",
        "Each arrow on the right is a move for which $Q^*(s,a)$ is largest. To have $Q^*$ is to have solved the task. How to get it is the subject of the next chapters.",
      ],
      slide: [
        "$V^*(s)$ and $Q^*(s,a)$: the largest values that any policy reaches.",
        "From a random cell: −18.3 against −2.",
        "To have $Q^*$ is to have solved the task.",
      ],
      equation: [
        {
          tex: "V^*(s)",
          says: "The best value of a state: minus the number of moves to the nearest grey cell.",
          lights: [{ state: CORNER }],
        },
        { tex: "=" },
        {
          tex: "\\max_a",
          says: "The best policy takes the best move, so its value is that of the best move.",
        },
        {
          tex: "Q^*(s,a)",
          lights: [UP, RIGHT, DOWN, LEFT].map((action) => ({ state: CORNER, action })),
          says: "The value of a move if everything afterwards is done in the best way.",
        },
      ],
      scenario: { ...lecture, view: { granularity: "sweep", figure: "compare" } },
      panels: [],
      notes:
        "Ask for which cells the two pictures agree in the order of their neighbours, and whether the colours can be compared. Add a wall with Edit map and look again.",
    },
  ],
  challenges,
  exact: [
    "The values of the random policy agree with the published ones (0, −14, −20, −22 …); a test compares them.",
    "The arrows of the improvement are the greedy ones in those values, ties included.",
  ],
  simplified: [
    "The Monte Carlo agent counts each first visit of a pair in an episode. Its errors hold for one seed.",
    "That one improvement gives the best policy is true for this grid, not in general.",
  ],
  sources: [
    "The lecture, value functions; random against optimal policy on the grid.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, sections 3.5 and 3.6, example 4.1 and figure 4.1, sections 4.2 and 5.1.",
  ],
};
