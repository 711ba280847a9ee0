import { presetById } from "../../scenario/presets";
import type { Lesson } from "../lesson";
import { challenges } from "./challenges";
import { plannedExits } from "./worlds";

const book = presetById("russell-norvig-4x3")?.scenario;
const cart = presetById("cart-pole-reinforce-baseline")?.scenario;

const START = 11;
const BESIDE_THE_ONE = 10;
const [RIGHT, LEFT] = [1, 3];

export const lesson: Lesson = {
  id: "return",
  number: 2,
  title: "Markov decision processes and the return",
  question: "How is a task written down, and what exactly is the agent to maximise?",
  steps: [
    {
      title: "Five things make a world",
      text: [
        "A task for an agent is written down as a *Markov decision process*: states, actions, rewards, the probabilities of what follows, and a [[discount]].",
        "This is the 4×3 world of Russell and Norvig. The top right cell pays +1 and the one below it −1; to be paid, the agent needs one more action there. Each other step costs 0.04. A move goes the way it was meant with probability 0.8, and to each side with 0.1.",
        "The third picture is the [[model]]. The cell at the bottom left is chosen, with the move up: the sentence below says where that leads, how probable it is and what it pays. Choose other cells and moves.",
      ],
      slide: [
        "A *Markov decision process*: states, actions, rewards, the probabilities of what follows, and a discount.",
        "A move goes its way with probability 0.8, and to each side with 0.1. A step costs 0.04.",
      ],
      equation: [
        { tex: "(\\," },
        {
          tex: "\\mathcal S",
          says: "The states: eleven cells; the wall is none.",
          lights: [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11].map((state) => ({ state })),
        },
        { tex: ",\\;" },
        {
          tex: "\\mathcal A",
          says: "The actions: up, right, down, left, in every state.",
          lights: [0, 1, 2, 3].map((action) => ({ state: 8, action })),
        },
        { tex: ",\\;" },
        {
          tex: "\\mathcal R",
          says: "The distribution of the reward, given a state and an action: −0.04, but +1 and −1 for the exits.",
          lights: [{ state: 3 }, { state: 7 }],
        },
        { tex: ",\\;" },
        {
          tex: "\\mathbb P",
          says: "The distribution of the next state. Up from the bottom left: 0.8 one cell up, 0.1 to the right, 0.1 against the border, which means staying.",
          lights: [{ state: 4 }, { state: 9 }, { state: 8 }],
        },
        { tex: ",\\;" },
        { tex: "\\gamma", says: "The discount: how much a reward one step later is worth." },
        { tex: "\\,)" },
      ],
      scenario: {
        ...book,
        view: { granularity: "sweep", figure: "three-views", selected: { state: 8, action: 0 } },
      },
      panels: [],
      notes:
        "Ask for the five parts of a task the students know: chess, a thermostat, a lift. Where it is hard to say what the state is, the next step follows.",
    },
    {
      title: "The present says all",
      text: [
        "The *Markov property*: given the state $s_t$ and the action $a_t$, what follows does not depend on how the agent got there. The past matters only through what it has left in $s_t$.",
        "Whether it holds depends on what is called the state. Press Step and read the four numbers at the cart: its position $x$ and velocity $\\dot x$, the angle $\\theta$ of the pole and its angular velocity $\\dot\\theta$. From them and the push, physics gives the next four.",
        "Leave out the velocities, and the property is lost: a pole at 5° that is falling and one at 5° that is rising would be the same state, and need different pushes. For the same reason the Atari player later gets the last four frames, not one.",
      ],
      slide: [
        "The *Markov property*: given $s_t$ and $a_t$, the past adds nothing.",
        "Leave out the velocities, and it is lost: a pole at 5° may be falling or rising.",
      ],
      equation: [
        { tex: "P(", says: "The probability of what comes next …" },
        { tex: "s_{t+1},\\, r_t" },
        { tex: "\\mid" },
        { tex: "s_t, a_t", says: "… given the state and the action of now …" },
        { tex: ")\\;=\\;P(s_{t+1},\\, r_t \\mid s_t, a_t" },
        {
          tex: ",\\,s_{t-1}, a_{t-1}, \\dots, s_0, a_0",
          says: "… is the same if the whole past is given as well.",
        },
        { tex: ")" },
      ],
      scenario: {
        ...cart,
        algo: { id: "reinforce", params: { trajectories: 1 } },
        stop: { episodes: 400 },
        view: { granularity: "step" },
      },
      panels: [],
      notes:
        "Pause and use Push: the blow changes the angular velocity and leaves no other trace. Ask what else could be missing from a state: wind, a worn bearing, the intention of an opponent.",
    },
    {
      title: "A trajectory and its return",
      text: [
        "One run through the loop is a *trajectory* $s_0, a_0, r_0, s_1, a_1, r_1, \\dots$: a start drawn from $p(s_0)$, actions drawn from the [[policy]], rewards and next states drawn from the world. Its [[return]] is the sum of its rewards, here with $\\gamma = 1$: minus the number of moves.",
        "The agent starts at the top right, and its policy is a coin with four sides: each move has probability 1/4. Step through an episode with the step size “one step”. At its end change to “one line”: lines 5 to 7 add the rewards up, from the last one to the first.",
      ],
      slide: [
        "A *trajectory*: $s_0, a_0, r_0, s_1, \\dots$ Its *return*: the sum of its rewards, here minus the number of moves.",
        "The policy is a coin with four sides.",
      ],
      equation: [
        {
          tex: "G_0",
          says: "The return from the start of a trajectory: a random number, a new one in each episode.",
        },
        { tex: "=\\sum_{t\\ge 0}" },
        { tex: "\\gamma^t", says: "The discount, once for each step one has to wait. Here 1." },
        { tex: "r_t", says: "The reward of step t: here −1." },
      ],
      scenario: {
        v: 1,
        env: { id: "grid-world", params: { rows: ["T..S", "....", "....", "...T"], stepReward: -1 } },
        algo: { id: "monte-carlo", params: { gamma: 1, epsilon: 1 } },
        stop: { episodes: 500 },
        view: { granularity: "step", layers: ["agent"] },
      },
      panels: ["equation", "code", "charts"],
      prediction: {
        question: "Three moves would do. How many does the random policy need, in the mean of 500 episodes?",
        options: ["about 4", "about 8", "about 22", "about 100"],
        outcome: ({ clock }) => {
          const moves = clock.steps / clock.episodes;
          return moves < 6 ? 0 : moves < 12 ? 1 : moves < 50 ? 2 : 3;
        },
        answer: 2,
        because: [
          "21.8 in this run; chapter 4 computes the exact mean, 22. A random walk keeps coming back: in an open field the distance from where it began grows only like the square root of the number of moves.",
          "Single returns lie between −3 and −111 in this run. One of them says little about a policy. Its mean does.",
        ],
      },
      notes:
        "Let two students predict the return of the next single episode, then the mean of 500. Which of the two can one promise?",
    },
    {
      title: "The objective, with little patience",
      text: [
        "The agent is to find the policy whose return is largest *in the mean*. The [[discount]] decides how it weighs soon against late.",
        "The exit on the left pays 1, the one on the right 10; nothing else pays. The start is two moves from the first and six from the second. A reward that comes with the second move counts $\\gamma$ times, one with the sixth $\\gamma^5$ times. Here $\\gamma = 0.5$.",
      ],
      slide: [
        "Find the policy with the largest return *in the mean*. The discount weighs soon against late.",
        "The left exit pays 1, the right one 10; $\\gamma = 0.5$.",
      ],
      equation: [
        { tex: "\\pi^*", says: "The best policy: the arrows in the picture, after the run." },
        { tex: "=\\arg\\max_\\pi" },
        { tex: "\\mathbb E\\Big[", says: "The mean over starts, actions and what the world does." },
        { tex: "\\sum_{t\\ge 0}" },
        { tex: "\\gamma^t", says: "0.5, 0.25, 0.125 … for the steps 1, 2, 3 …" },
        { tex: "r_t", says: "0, except for the step into an exit.", lights: [{ state: 9 }, { state: 17 }] },
        { tex: "\\,\\Big|\\,\\pi\\Big]" },
      ],
      scenario: plannedExits(0.5),
      panels: ["parameters"],
      prediction: {
        question: "Which way does the best policy go from the start?",
        options: ["left, to the 1", "right, to the 10", "both are equally good"],
        outcome: ({ view }) => {
          const [left, right] = [LEFT, RIGHT].map((a) => view?.Q[START * 4 + a] ?? NaN);
          return left > right ? 0 : right > left ? 1 : 2;
        },
        answer: 0,
        because: [
          "Left is worth $0.5 \\cdot 1 = 0.5$, right $0.5^5 \\cdot 10 = 0.3125$. One cell further to the right it is the other way round.",
          "The two are equal where $\\gamma^4 = 1/10$. Set $\\gamma$ to 0.56 and run again, then to 0.57: there the arrow at the start turns.",
        ],
      },
      notes:
        "Before the run, let them compute the two numbers. A discount of 0.5 means that the reward after next counts a quarter: it sees about two steps ahead.",
    },
    {
      title: "The same world at 0.9",
      text: [
        "Nothing has changed but $\\gamma$. A rule of thumb: with a discount $\\gamma$ the agent looks about $1/(1-\\gamma)$ steps ahead; that many rewards of 1 in a row, discounted, already make up more than half of what an endless row of them is worth. At 0.5 these are 2 steps, at 0.9 they are 10.",
        "Look at the cell *beside* the exit that pays 1: the agent could have the 1 with its next move. The 10 is seven moves away.",
      ],
      slide: [
        "With a discount $\\gamma$ the agent looks about $1/(1-\\gamma)$ steps ahead: 2 at 0.5, and 10 at 0.9.",
        "The 1 is one move away, the 10 is seven.",
      ],
      scenario: {
        ...plannedExits(0.9),
        view: { ...plannedExits(0.9).view, selected: { state: BESIDE_THE_ONE } },
      },
      panels: ["parameters", "equation"],
      prediction: {
        question: "Which way does the best policy go from the cell beside the 1?",
        options: ["left: it takes the 1", "right: it turns its back on it"],
        outcome: ({ view }) => {
          const [left, right] = [LEFT, RIGHT].map((a) => view?.Q[BESIDE_THE_ONE * 4 + a] ?? NaN);
          return left > right ? 0 : 1;
        },
        answer: 1,
        because: [
          "Left pays 1 at once. Right is worth $0.9^6 \\cdot 10 = 5.31$: seven moves, of which the last pays. No cell of this world leads to the 1 any more.",
        ],
      },
      notes:
        "The discount is part of the task, not a setting of the algorithm: with another γ another policy is best. Ask what γ the students’ own decisions have.",
    },
    {
      title: "The same world at 1",
      text: [
        "With $\\gamma = 1$ a reward counts the same whenever it comes. That is what one means in a game that is won or lost.",
        "The best policy takes, in each cell, the moves of the largest value; where several have it, the picture shows an arrow for each.",
      ],
      slide: [
        "With $\\gamma = 1$ a reward counts the same whenever it comes.",
        "Where several moves are best, there is an arrow for each.",
      ],
      scenario: { ...plannedExits(1), view: { ...plannedExits(1).view, selected: { state: START } } },
      panels: ["parameters", "equation"],
      prediction: {
        question: "How many of the four moves from the start are best?",
        options: ["one: right", "two", "three: all but left", "all four"],
        outcome: ({ view }) => {
          const best = view?.policy.subarray(START * 4, START * 4 + 4).filter((p) => p > 0).length ?? NaN;
          return best - 1;
        },
        answer: 3,
        because: [
          "Each cell is worth 10, since from each of them one can get to the 10 sometime. A move to the left loses nothing as long as it does not enter the 1. So all moves are equally good, and an agent that chooses among them may wander for ever.",
          "To make it hurry one takes $\\gamma < 1$, or lets each step cost something, as the lecture’s grid does with −1.",
        ],
      },
      notes:
        "Set the step reward to −0.1 and run again: one or two arrows are left in a cell. The discount also keeps endless sums finite; with γ = 1 the episodes must end.",
    },
  ],
  challenges,
  exact: [
    "The values of the last three steps are computed from the model and are the optimal ones, to rounding.",
    "The cart’s next four numbers follow from the present four and the push. Only the cut after 500 steps does not: it is a limit of the experiment, not part of the task.",
  ],
  simplified: [
    "The mean of 500 episodes is an estimate; it is 1 off every now and then.",
    "Rewards here are fixed numbers for each transition. In general $R(\\cdot|s,a)$ is a distribution.",
    "“Looks about $1/(1-\\gamma)$ steps ahead” is a rule of thumb: no reward is cut off anywhere.",
  ],
  sources: [
    "The lecture, Markov decision process.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, sections 3.1 to 3.4.",
    "Russell & Norvig, Artificial Intelligence, 3rd edition, section 17.1: the 4×3 world.",
  ],
};
