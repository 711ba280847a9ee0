import { presetById } from "../../scenario/presets";
import type { Lesson } from "../lesson";
import { challenges } from "./challenges";
import {
  BESIDE_EXIT,
  evaluation,
  backupByHand,
  meanOverOutcomes,
  meanOrMaximum,
  greedyMove,
} from "./equations";

const grid = presetById("sutton-barto-4x4")?.scenario;
const book = presetById("book-grid")?.scenario;
const costly = presetById("russell-norvig-4x3")?.scenario;
const lake = presetById("frozen-lake-4x4")?.scenario;

const [RIGHT, LEFT] = [1, 3];
const BOOK_START = 8;
/** The cell below the one beside the −1: third in the bottom row. */
const CROSSING = 10;

/** The first of the largest of four values of a state. */
function best(Q: Float64Array | undefined, state: number): number {
  const values = Array.from(Q?.subarray(state * 4, state * 4 + 4) ?? []);
  return values.indexOf(Math.max(...values));
}

export const lesson: Lesson = {
  id: "bellman",
  number: 5,
  title: "The Bellman equation",
  question: "What has the value of a state to do with the values of its neighbours?",
  steps: [
    {
      title: "One reward, and the rest",
      text: [
        "A return is a long sum, but it can be cut after its first term: the reward of this step, plus $\\gamma$ times the return from the next state on. What holds for each trajectory holds for the mean: the value of a state is the mean of *one reward plus the discounted value of the next state*. This is the Bellman equation of a policy.",
        "The lab shows the values of the random policy on the lecture’s grid ($\\gamma = 1$, −1 for each move). The cell right of the grey corner is chosen, and the equation stands beside it with its numbers. Check it: $-1 + \\frac14(-14 - 20 - 18 + 0) = -14$.",
        "Nothing in this line asks how the episode goes on after the next state. All of that is in the neighbours’ numbers.",
      ],
      slide: [
        "A value is the mean of *one reward plus the discounted value of the next state*.",
        "The chosen cell: $-1 + \\frac14(-14 - 20 - 18 + 0) = -14$.",
      ],
      equation: evaluation,
      scenario: {
        ...grid,
        view: { granularity: "sweep", layers: ["values"], selected: { state: 1 }, at: { tick: 28_560 } },
      },
      panels: ["equation"],
      notes:
        "Choose other cells and let a student do the arithmetic before the class reads the panel. Reset, make five sweeps, and look again: before the end the two sides do not agree.",
    },
    {
      title: "One backup by hand",
      text: [
        "For the best policy the equation is the same, except that the next state counts with its *best* move: $Q^*(s,a) = \\mathbb E_{s'}[\\,r + \\gamma \\max_{a'} Q^*(s',a')\\,]$. Its right-hand side, computed once for one pair $(s,a)$, is a [[backup]].",
        "The world is Berkeley’s BookGrid: $\\gamma = 0.9$, steps pay nothing, the exits pay +1 and −1 for one more action in them. A move goes its way with probability 0.8 and slips to each side with 0.1.",
        "Press Step once: a [[sweep]] backs up each pair once, from all zeros. Now the exits show 1 and −1, everything else 0. In the second sweep comes the turn of the cell left of the +1, with the move right: 0.8 into the exit, 0.1 up against the border, 0.1 down. Compute its new value on paper before you go on.",
      ],
      slide: [
        "A *backup*: the right-hand side, computed once for one pair.",
        "$\\gamma = 0.9$. After one sweep the exits show 1 and −1, all else 0.",
      ],
      equation: backupByHand,
      scenario: {
        ...book,
        stop: { sweeps: 2 },
        view: {
          granularity: "sweep",
          layers: ["values", "q", "rewards"],
          selected: { state: BESIDE_EXIT, action: RIGHT },
        },
      },
      panels: ["equation"],
      prediction: {
        question: "Which number does the move right have after the second sweep?",
        options: ["1", "0.9", "0.8", "0.72"],
        outcome: ({ view }) => {
          const Q = view?.Q[BESIDE_EXIT * 4 + RIGHT] ?? NaN;
          return Q > 0.95 ? 0 : Q > 0.85 ? 1 : Q > 0.76 ? 2 : 3;
        },
        answer: 3,
        because: [
          "$0.8 \\cdot 0.9 \\cdot 1 = 0.72$, and the two slips add nothing, because where they lead was still worth 0. The discount takes its share, and so does the noise.",
        ],
      },
      notes:
        "Who forgets the discount says 0.8, who forgets the noise 0.9. Let both explain themselves. The step reward is 0 here; the reward 1 is paid later, by the action in the exit.",
    },
    {
      title: "The mean over outcomes",
      text: [
        "With chance in the world, $\\mathbb E_{s'}$ is a weighted mean: each outcome’s reward plus discounted value, times its probability. Here there are three.",
        "Run makes three sweeps this time. In the second the two slips of our move counted nothing. In the third one of them does: a slip up leaves the agent where it is, in a cell that is now worth 0.72. The cell below was still worth 0 after the second sweep.",
      ],
      slide: ["A weighted mean of three outcomes.", "A slip up stays in the cell, now worth 0.72."],
      equation: meanOverOutcomes,
      scenario: {
        ...book,
        stop: { sweeps: 3 },
        view: {
          granularity: "sweep",
          layers: ["values", "q", "rewards"],
          selected: { state: BESIDE_EXIT, action: RIGHT },
        },
      },
      panels: ["equation"],
      prediction: {
        question: "From 0.72, what does the third sweep make of it?",
        options: ["0.72 still: nothing new can come", "about 0.78", "about 0.85", "about 1"],
        outcome: ({ view }) => {
          const Q = view?.Q[BESIDE_EXIT * 4 + RIGHT] ?? NaN;
          return Q < 0.75 ? 0 : Q < 0.82 ? 1 : Q < 0.95 ? 2 : 3;
        },
        answer: 1,
        because: [
          "$0.9\\,(0.8 \\cdot 1 + 0.1 \\cdot 0.72 + 0.1 \\cdot 0) = 0.785$. A slip against the border costs time, not everything: one can try again.",
          "Further sweeps bring it to 0.848. It stays below 0.9, because a slip delays the reward or leads towards the −1.",
        ],
      },
      notes:
        "After the run take Stop off and go on sweep by sweep: which number changes when, and by how much less each time.",
    },
    {
      title: "Mean or maximum",
      text: [
        "Two Bellman equations, and one difference. *Evaluation* asks what a given policy is worth, and weighs the moves of a state as the policy does. *Optimality* asks what is possible, and takes the best.",
        "In the book’s grid the best policy makes the start, at the bottom left, worth 0.49. Run computes, in the same world, the value of the random policy: same rewards, same slips, $\\sum_a \\pi(a|s)$ in the place of $\\max_a$.",
      ],
      slide: [
        "*Evaluation* weighs the moves as the policy does. *Optimality* takes the best.",
        "The best policy makes the start, bottom left, worth 0.49.",
      ],
      equation: meanOrMaximum,
      scenario: {
        ...book,
        algo: { id: "policy-evaluation", params: { gamma: 0.9, policy: "random" } },
        view: { granularity: "sweep", layers: ["values", "rewards"], selected: { state: BOOK_START } },
      },
      panels: ["equation"],
      prediction: {
        question: "What is the start worth under the random policy?",
        options: ["0.49 as well", "about half of that", "exactly 0: +1 and −1 cancel out", "less than 0"],
        outcome: ({ view }) => {
          const V = view?.V[BOOK_START] ?? NaN;
          return V > 0.4 ? 0 : V > 0.05 ? 1 : V >= -1e-9 ? 2 : 3;
        },
        answer: 3,
        because: [
          "−0.059. The −1 is four moves from the start and the +1 five, and the −1 can be entered from two cells, the +1 from one. Who walks at random finds the −1 sooner and more often.",
          "The maximum never sees this: it is enough for it that *one* move avoids the −1.",
        ],
      },
      notes:
        "Choose a cell and read the two equations: the one of this run has four weighted terms. Evaluation is linear in V, one could solve it as a system of equations; the maximum makes the other one non-linear.",
    },
    {
      title: "The maximum knows the risk",
      text: [
        "The best policy is the best *in the mean*, so it takes the slips into account. This is Russell and Norvig’s world: as before, but $\\gamma = 1$, and each step costs 0.04.",
        "Look at the third cell of the bottom row. The short way to the +1 takes three moves: up, past the −1, then up and right. The long way, left and around the wall, takes seven. Without noise the short way is best.",
      ],
      slide: [
        "Best *in the mean*: slips are taken into account.",
        "To the +1: three moves, past the −1, or seven around the wall.",
      ],
      scenario: {
        ...costly,
        view: { granularity: "sweep", layers: ["values", "q", "rewards"], selected: { state: CROSSING } },
      },
      panels: ["equation", "parameters"],
      prediction: {
        question:
          "With one move in five slipping, what is the best move in the third cell of the bottom row?",
        options: ["up, past the −1", "right", "down, to wait", "left, the long way round"],
        outcome: ({ view }) => best(view?.Q, CROSSING),
        answer: 3,
        because: [
          "Left is worth 0.611, up 0.593. From the cell above, one move up in ten slips into the −1; that costs more than four more steps at 0.04 each.",
          "It is a close decision. Set the noise to 0 and run again: up is worth 0.88, left only 0.80.",
        ],
      },
      notes:
        "Vary the step reward: with −0.4 the agent is in a hurry and takes the risk, with 0 it has all the time in the world. The textbook has a figure of the policies between.",
    },
    {
      title: "On ice",
      text: [
        "A last test of the equation. On the frozen lake each of three directions has probability 1/3: the one that was meant and its two sides. Only the goal at the bottom right pays, $\\gamma = 0.99$, and holes end the episode.",
        "From the start, at the top left, the goal lies to the right and down. The opposite of the move that was meant is the one thing that cannot happen.",
      ],
      slide: [
        "Each of three directions has probability 1/3: the one that was meant, and its two sides.",
        "Only the goal, bottom right, pays.",
      ],
      equation: greedyMove,
      scenario: {
        ...lake,
        view: { granularity: "sweep", layers: ["values", "q", "rewards"], selected: { state: 0 } },
      },
      panels: ["equation"],
      prediction: {
        question: "Which move is best at the start?",
        options: ["up, against the border", "right", "down", "left, against the border"],
        outcome: ({ view }) => best(view?.Q, 0),
        answer: LEFT,
        because: [
          "Left: it can only stay or slip down, $0.33\\,(0.542 + 0.542 + 0.558) = 0.542$. Right and down may slip to the cell on the right, which is worth 0.499; each of them comes to 0.528.",
          "The way down the left border is the safer one, and the best move is the one that rules the other way out. No rule like “go towards the goal” finds that; one reward, the next values and a maximum do.",
        ],
      },
      notes:
        "The equation says what the values must satisfy, and every number on the screen can be checked with it. It does not say how to find them: that is chapter 6.",
    },
  ],
  challenges,
  exact: [
    "All values are computed from the model. Those of BookGrid, of the 4×3 world and of the frozen lake agree with the published ones; tests compare them.",
  ],
  simplified: [
    "Rewards belong to a transition here; the lecture writes them inside the mean in the same way.",
    "That the equation has exactly one solution is not proved here. With $\\gamma < 1$ a backup brings any two tables closer together by at least the factor $\\gamma$, which leaves room for one only.",
  ],
  sources: [
    "The lecture, Bellman equation.",
    "Bellman, Dynamic Programming, 1957.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, sections 3.5, 3.6 and 4.1.",
    "Russell & Norvig, Artificial Intelligence, 3rd edition, section 17.2.",
    "Berkeley CS188, project “Reinforcement learning”: BookGrid. Gymnasium, FrozenLake-v1.",
  ],
};
