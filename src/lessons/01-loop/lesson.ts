import { presetById } from "../../scenario/presets";
import type { Lesson } from "../lesson";
import { challenges } from "./challenges";
import { farExits, learner, learnedExits } from "./worlds";

const small = {
  v: 1,
  env: { id: "grid-world", params: { rows: ["T..S", "....", "....", "...T"], stepReward: -1 } },
  algo: learner({ gamma: 1, alpha: 0.5, epsilon: 0.1 }),
};

const lake = presetById("frozen-lake-4x4")?.scenario;
const maze = presetById("dyna-maze")?.scenario;
const cart = presetById("cart-pole-reinforce-baseline")?.scenario;

export const lesson: Lesson = {
  id: "loop",
  number: 1,
  title: "The loop, and why it is not supervised learning",
  question: "What do an agent and its world tell each other, and why is that harder than having labels?",
  steps: [
    {
      title: "One turn of the loop",
      text: [
        "An [[agent]] and an [[environment]] take turns. At time $t$ the agent sees the [[state]] $s_t$ and chooses an [[action]] $a_t$. The environment answers with a [[reward]] $r_t$ and the next state $s_{t+1}$. Then the next turn begins, until a [[terminal]] state ends the [[episode]].",
        "Here a state is a cell, the actions are up, right, down and left, and each move pays −1: fewer moves are better. The grey cells are terminal. Press Step a few times with the step size “one line”. Lines 3 and 4 of the code are the loop: act, then observe. Line 5 is how this agent learns; a later chapter is about that.",
      ],
      slide: [
        "The agent sees the state $s_t$ and chooses an action $a_t$. The world answers with a reward $r_t$ and the next state $s_{t+1}$.",
        "Lines 3 and 4 are the loop. Line 5 learns.",
      ],
      equation: [
        {
          tex: "s_t",
          says: "What the agent sees: here the cell it stands on, at first the start.",
          lights: [{ state: 3 }],
        },
        { tex: "\\to" },
        {
          tex: "a_t",
          says: "What it does: one of four moves.",
          lights: [0, 1, 2, 3].map((action) => ({ state: 3, action })),
        },
        { tex: "\\to" },
        { tex: "r_t", says: "What the environment pays for this step: −1, whatever the move." },
        { tex: ",\\;" },
        {
          tex: "s_{t+1}",
          says: "Where it leads: from the start to the left or down, or nowhere, if the border is in the way.",
          lights: [{ state: 2 }, { state: 7 }, { state: 3 }],
        },
        { tex: "\\to\\cdots" },
      ],
      scenario: { ...small, view: { granularity: "line", layers: ["agent"] } },
      panels: ["code"],
      notes:
        "Play the environment yourself for a minute: a student names a move, you answer with a reward and a cell, and nothing else. Ask what they would need to know to do better.",
    },
    {
      title: "Chance answers too",
      text: [
        "A picture of a cat has the label “cat” every time it is shown. In the loop, the same action in the same state may be followed by different rewards and states. This is the first difference: *stochasticity*.",
        "The picture is a frozen lake. The way leads from the top left corner to the bottom right one, which pays 1. Four holes end the episode and pay nothing. On the ice a move goes the way it was meant with probability 1/3, and to each of the two sides with 1/3. Choose a cell and then one of its four moves below the picture: what can follow lights up.",
        "Press Run. It computes the best [[policy]] there is; chapter 6 says how. As only the goal pays, the number in a cell is the probability of getting from there to the goal.",
      ],
      slide: [
        "*Stochasticity*: the same action in the same state need not have the same consequence.",
        "On the ice, a move goes the way it was meant with probability 1/3 only.",
      ],
      scenario: {
        ...lake,
        algo: { id: "value-iteration", params: { gamma: 1 } },
        view: { granularity: "sweep", layers: ["values", "rewards"], selected: { state: 14, action: 2 } },
      },
      panels: ["equation"],
      prediction: {
        question: "Out of 100 episodes with the best policy, how many reach the goal?",
        options: ["all 100", "about 97", "about 82", "about 50"],
        outcome: ({ view }) => {
          const success = view?.V[0] ?? NaN;
          return success > 0.99 ? 0 : success > 0.9 ? 1 : success > 0.65 ? 2 : 3;
        },
        answer: 2,
        because: [
          "The start is worth 0.8235. Nearly one episode in five ends in a hole although every action in it was the best one.",
          "So a bad end does not show that an action was wrong. An agent that learns from single episodes must average over many.",
        ],
      },
      notes:
        "Ask what a classifier would do with a data set in which a fifth of the labels is wrong, and why it is worse here: nobody marks which fifth.",
    },
    {
      title: "Which step earned it?",
      text: [
        "In supervised learning each answer is marked at once. Here the reward $r_t$ may have little to do with $a_t$: it may have been earned, or lost, many steps before. To find out which steps deserve it is the problem of *credit assignment*.",
        "In this maze only the step into the goal, top right, pays 1; all others pay 0. The agent knows nothing and walks at random until it finds the goal. It learns with Q-learning: after each step it adjusts one number, that of the state and the action it has just used.",
      ],
      slide: [
        "*Credit assignment*: which of many steps deserves a reward that comes late?",
        "Only the step into the goal, top right, pays 1.",
      ],
      scenario: {
        ...maze,
        algo: learner({ gamma: 0.95, alpha: 0.5, epsilon: 0.1 }),
        stop: { episodes: 1 },
        view: { granularity: "episode", layers: ["values", "agent", "rewards"] },
      },
      panels: [],
      prediction: {
        question:
          "After the first episode, for how many of the steps that led to the goal has the agent a number above 0?",
        options: ["for none", "for the last one only", "for the last ten", "for all of them"],
        outcome: ({ view }) => {
          const changed = view?.Q.filter((q) => q !== 0).length ?? NaN;
          return changed === 0 ? 0 : changed === 1 ? 1 : changed <= 10 ? 2 : 3;
        },
        answer: 1,
        because: [
          "In this run the first episode takes 61 steps, and 60 of them change nothing: they paid 0 and led to states that seemed worth 0. Only the last step hears of the reward.",
          "In the next episodes the news travels backwards, one cell each time the agent comes past. Press Step to watch it: one step is one more episode. Other methods spread it faster; none gets it for free.",
        ],
      },
      notes:
        "Let them say which of the 61 steps were good. The shortest way has 14, so at least 47 did not help, and nothing in the data marks them.",
    },
    {
      title: "A world without a derivative",
      text: [
        "A network that classifies is trained through its loss: the derivative of the loss says which way each output should move. Here the reward comes out of the world. There is no $\\partial r_t/\\partial a_t$ to follow: the agent does not have the formula, and between “push left” and “push right” there is nothing.",
        "The cart earns 1 for each step until the pole leans more than 12° or the cart leaves the track. Whatever the push, the step pays the same 1. Open Play above the picture and balance it yourself: which of your pushes was the wrong one?",
        "Run lets a network that has learned nothing push ten carts. It pushes 50 times a second, and its choices are nearly coin flips.",
      ],
      slide: [
        "There is no $\\partial r_t/\\partial a_t$: the reward comes out of the world, and the agent does not have the formula.",
        "Ten carts, pushed by a network that has learned nothing.",
      ],
      scenario: { ...cart, stop: { episodes: 10 }, view: { granularity: "step" } },
      panels: [],
      prediction: {
        question: "How long does the pole stay up, in the mean of the ten episodes?",
        options: ["0.1 s: 5 steps", "0.4 s: 20 steps", "2 s: 100 steps", "10 s: 500 steps"],
        outcome: ({ clock }) => {
          const steps = clock.steps / clock.episodes;
          return steps < 10 ? 0 : steps < 50 ? 1 : steps < 250 ? 2 : 3;
        },
        answer: 1,
        because: [
          "About 20 steps, less than half a second. In our test run the ten episodes last from 12 to 32 steps, and this difference is all there is to learn from: each single reward was 1.",
        ],
      },
      notes:
        "Have one student play. Then ask for the gradient of the return with respect to the third push. The way out, in the chapter on policy gradients: what can be differentiated is the probability of a push.",
    },
    {
      title: "The agent makes its own data",
      text: [
        "A training set is the same before and after training. In the loop the agent decides by its actions what it will see next, and as it learns, it acts differently: its data change under its hands. This is *non-stationarity*.",
        "The exit on the left is two moves from the start and pays 1. The one on the right is six moves away and pays 10. A reward that comes a step later counts 0.9 times as much ($\\gamma = 0.9$, chapter 2), so from the start the far exit is worth 5.9 and the near one 0.9. The agent takes what it thinks best and, once in ten steps, a random move.",
      ],
      slide: [
        "*Non-stationarity*: the actions decide which data come next, and learning changes the actions.",
        "The near exit pays 1, the far one 10; $\\gamma = 0.9$.",
      ],
      scenario: {
        ...learnedExits,
        stop: { episodes: 200 },
        view: { granularity: "episode", layers: ["visits", "agent", "rewards"] },
      },
      panels: ["charts"],
      prediction: {
        question: "In how many of the 200 episodes does it leave through the exit that pays 10?",
        options: ["in fewer than 10", "in about half", "in more than 150"],
        outcome: ({ view }) => {
          const far = view ? farExits(view) : NaN;
          return far < 10 ? 0 : far <= 150 ? 1 : 2;
        },
        answer: 0,
        because: [
          "In this run once, in the tenth episode. The first exit that it found was the near one. From then on that was the best it knew, and 489 of its 500 steps were in the four columns on the left.",
          "The one visit to the 10 taught it about the cell next to it and no further: credit assignment again. A data set collected by somebody else would have shown both exits. An agent has to weigh using what it knows against trying what it does not know: *exploit* or *explore*.",
        ],
      },
      notes:
        "Let them raise ε to 0.3 and run again: it changes nothing. Then initial values of 20: each disappointment sends the agent elsewhere, and 191 of the 200 episodes end at the 10.",
    },
    {
      title: "And yet the loop is enough",
      text: [
        "No labels, no derivative, rewards that say “how good” and never “what instead”, late and by chance, for data that the agent chose itself. Still it can be done. The same ten carts again: after each batch of ten episodes the network makes the pushes of the longer ones a little more probable.",
        "The run ends when the network, without any chance in its actions, keeps the pole up for 475 of 500 steps in the mean of 100 test episodes. Press Run.",
      ],
      slide: [
        "No labels, no derivative, late and noisy rewards. After each ten episodes, the pushes of the longer ones become a little more probable.",
        "Solved: 475 of 500 steps, in the mean of 100 tests.",
      ],
      scenario: { ...cart, view: { granularity: "step" } },
      panels: ["charts"],
      prediction: {
        question: "At 50 pushes a second, how much practice of one cart has it had by then?",
        options: ["less than a minute", "1 to 20 minutes", "20 minutes to 3 hours", "more"],
        outcome: ({ network }) => {
          const minutes = (network?.solvedAt ?? Infinity) / 50 / 60;
          return minutes < 1 ? 0 : minutes <= 20 ? 1 : minutes <= 180 ? 2 : 3;
        },
        answer: 1,
        because: [
          "On the machine of our tests 15,677 steps in 230 episodes: a little over 5 minutes. With five other seeds it took from 2.5 to 6 minutes.",
        ],
      },
      notes:
        "Come back to the list of difficulties and ask for each where it is in this task. Chance: only in the start and in the agent’s own choices. Credit: a fall begins many steps before it ends.",
    },
  ],
  challenges,
  exact: [
    "The success of the best policy on the lake is computed from the true probabilities, to rounding.",
    "The cart moves as in Gymnasium’s CartPole-v1; what it learns is learned here, in this page.",
  ],
  simplified: [
    "The lake has no limit on the number of steps in that computation; Gymnasium stops an episode after 100.",
    "The four difficulties are shown one by one. Real tasks have them all at once.",
    "The counts of the learning runs hold for their seed. The run with two exits depends on which it finds first; with each of the four seeds we tried, at least 197 of 200 episodes ended at the near one.",
  ],
  sources: [
    "The lecture, reinforcement learning against supervised learning.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, sections 1.1 to 1.3 and 3.1; the maze is that of example 8.1.",
    "Barto, Sutton & Anderson, Neuronlike adaptive elements that can solve difficult learning control problems, 1983: the cart and the pole.",
    "Gymnasium, FrozenLake-v1.",
  ],
};
