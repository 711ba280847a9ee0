import type { TabularView } from "../../core/algo";
import { presetById } from "../../scenario/presets";
import type { Lesson } from "../lesson";
import { challenges } from "./challenges";

const maze = presetById("lecture-maze")?.scenario;
const actorCritic = presetById("cart-pole-actor-critic")?.scenario;

/** The states in which more than one move is best. */
function ties({ policy }: TabularView): number {
  let count = 0;
  for (let first = 0; first < policy.length; first += 4)
    if (policy.subarray(first, first + 4).filter((p) => p > 0).length > 1) count++;
  return count;
}

export const lesson: Lesson = {
  id: "agent",
  number: 3,
  title: "Policy, value, model: three views of one maze",
  question: "What can an agent have in its head, and which methods learn which part?",
  steps: [
    {
      title: "One maze, three pictures",
      text: [
        "The agent starts at the top left and has to get to the grey cell at the bottom right; each step pays −1. What could it know about this maze? The lecture names three things, and the lab draws them side by side.",
        "Press Run. The first picture answers “what shall I do here?”: a [[policy]]. The second answers “how good is it to be here?”: a [[value function]]. The third answers “what will happen if I do this?”: a [[model]].",
        "Choose the cell right of the start and compare what the three say of it: go down; it is worth −11; a move down pays −1 and leads to the cell below.",
      ],
      slide: [
        "*Policy*: what shall I do here?",
        "*Value*: how good is it to be here?",
        "*Model*: what will happen if I do this?",
      ],
      scenario: { ...maze, view: { granularity: "sweep", figure: "three-views" } },
      panels: [],
      notes:
        "Cover two of the pictures and ask what the third alone is good for. With the arrows one can walk without thinking; with the model one can think without walking.",
    },
    {
      title: "The policy",
      text: [
        "A policy says which action to take. It may be deterministic, $a = \\pi(s)$: one arrow in each cell. Or it may be stochastic, $\\pi(a|s)$: a probability for each action. The random policy gives each of the four moves 1/4, also those against a wall.",
        "It is a policy like any other, and one can ask how good it is. Run computes it: the number in a cell is the return to be expected from there, here minus the mean number of steps to the goal. The shortest way from the start has 12 steps.",
      ],
      slide: [
        "Deterministic, $a = \\pi(s)$, or stochastic, $\\pi(a|s)$. The random policy gives each move 1/4.",
        "The shortest way from the start has 12 steps.",
      ],
      equation: [
        {
          tex: "\\pi(a\\mid s)",
          says: "The probability of action a in state s: here 1/4, in every cell and for every move.",
          lights: [0, 1, 2, 3].map((action) => ({ state: 0, action })),
        },
        { tex: "=P(" },
        { tex: "a_t=a", says: "The agent takes this action …" },
        { tex: "\\mid" },
        { tex: "s_t=s", says: "… when it is in this state, at whatever time.", lights: [{ state: 0 }] },
        { tex: ")" },
      ],
      scenario: {
        ...maze,
        algo: { id: "policy-evaluation", params: { gamma: 1, policy: "random" } },
        view: { granularity: "sweep", layers: ["values", "arrows"] },
      },
      panels: ["parameters"],
      prediction: {
        question: "How many steps does the random policy need from the start, in the mean?",
        options: ["about 30", "about 100", "about 250", "about 700"],
        outcome: ({ view }) => {
          const steps = -(view?.V[0] ?? NaN);
          return steps < 60 ? 0 : steps < 170 ? 1 : steps < 420 ? 2 : 3;
        },
        answer: 3,
        because: [
          "692, fifty-eight times the shortest way. Even from the cell just above the goal it takes 92: from there one move in four is right, two hit walls, and the fourth leads back into the maze.",
        ],
      },
      notes:
        "Set the policy to “my arrows” and let a student draw a way with Edit map; cells without an arrow still act at random. One wrong arrow that makes a circle, and the values have no end: the lab says so.",
    },
    {
      title: "The value function",
      text: [
        "A value function says how good a state is, in the currency of the [[return]]. The values of the best policy, after Run, are minus the number of steps to the goal.",
        "Who has these values and can see where the moves lead needs no arrows: go to the neighbour with the largest value. Follow them from the start: −12, −11, −10 and so on, one up with each step.",
        "The arrows here are drawn from the values, one for each move that is best. Usually that is one. Look for cells where two moves are equally good.",
      ],
      slide: [
        "How good is a state, in the currency of the return? Here: minus the number of steps to the goal.",
        "Whoever has the values needs no arrows: go to the best neighbour.",
      ],
      scenario: { ...maze, view: { granularity: "sweep", layers: ["values", "arrows"] } },
      panels: [],
      prediction: {
        question: "In how many cells are two or more moves best?",
        options: ["in none", "in one", "in three", "in more than five"],
        outcome: ({ view }) => {
          const count = view ? ties(view) : NaN;
          return count === 0 ? 0 : count <= 1 ? 1 : count <= 5 ? 2 : 3;
        },
        answer: 1,
        because: [
          "Only in the corner at the bottom left: up and right both lead to a cell of value −13, and on around the walls by two ways of 14 steps.",
          "So there are two best policies here, at least: one goes up in that corner and one goes right. Their values are the same. The best *value function* is always unique; the best policy need not be.",
        ],
      },
      notes:
        "Give them half a minute to search before they vote. In an open room nearly every cell would be such a cell: try the lecture’s 4×4 grid.",
    },
    {
      title: "The model",
      text: [
        "A model predicts what the environment will do: $P(s'|s,a)$ for the next state and $R(s,a)$ for the reward. It says nothing about what is good.",
        "The third picture is this maze’s model. From the chosen cell, the start, a move to the right leads to the next cell with probability 1 and pays −1; a move to the left hits the border and pays −1 too. Choose the moves below the pictures to see it.",
        "With a model the agent can try out moves in its head: *planning*. That is what Run does here; not one step is taken in the maze.",
      ],
      slide: [
        "It predicts: $P(s'|s,a)$ and $R(s,a)$. It says nothing about what is good.",
        "With a model the agent can try out moves in its head: *planning*.",
      ],
      equation: [
        {
          tex: "P(s'\\mid s,a)",
          says: "Where the move leads: here to one cell, with probability 1.",
          lights: [{ state: 1 }],
        },
        { tex: ",\\qquad" },
        { tex: "R(s,a)", says: "What it pays: −1 for every move.", lights: [{ state: 0, action: 1 }] },
      ],
      scenario: {
        ...maze,
        view: { granularity: "sweep", figure: "three-views", selected: { state: 0, action: 1 } },
      },
      panels: [],
      notes:
        "The rules of Go are a perfect model and say nothing about good moves. Ask for tasks where nobody has a model, and for tasks where it is easier to learn than a policy.",
    },
    {
      title: "A model of its own",
      text: [
        "An agent that is not given a model can learn one: note down what followed each action. This one does (the method is called Dyna-Q). After each real step it goes through 50 remembered ones in its head, as if they happened again, and improves its values with them.",
        "Press Run and watch the third picture: what the agent has learned so far of the maze. Cells where it has not been stay empty.",
        "Without the 50 imagined steps the same agent, with the same seed, takes 1,617 real steps for its first 20 episodes. The shortest possible is 20 times 12, that is 240.",
      ],
      slide: [
        "Dyna-Q notes down what followed each action. After each real step it goes through 50 remembered ones in its head.",
        "Without them, 20 episodes take 1,617 real steps.",
      ],
      scenario: {
        ...maze,
        algo: { id: "dyna-q", params: { gamma: 1, alpha: 0.5, epsilon: 0.1, planningSteps: 50 } },
        stop: { episodes: 20 },
        view: { granularity: "step", figure: "three-views" },
      },
      panels: ["charts", "parameters"],
      prediction: {
        question: "How many real steps does it take for 20 episodes with them?",
        options: ["about 1,600 still", "about 1,000", "about 400", "240, the least possible"],
        outcome: ({ clock }) => (clock.steps > 1300 ? 0 : clock.steps > 700 ? 1 : clock.steps > 260 ? 2 : 3),
        answer: 2,
        because: [
          "437 in this run. The first episode costs 137 steps: nothing is known, and there is nothing to imagine. From the third on it is near the shortest way, 12 to 17 steps; now and then a random move leads it astray.",
          "It did not compute less: to 437 steps in the world came about 22,000 in its head. It saves experience, not work.",
        ],
      },
      notes:
        "Set the planning steps to 0 and run again, with the same seed: 1,617. Then ask when that trade is worth it: a robot that breaks, a simulator that is free.",
    },
    {
      title: "A map of the methods",
      text: [
        "Methods are named after the part that they learn. *Model-free* ones do without a model. Of these, *value-based* ones learn values and act by them (Q-learning, DQN); *policy-based* ones learn the policy itself (REINFORCE); *actor-critic* methods learn both, the policy that acts and the values that judge it.",
        "*Model-based* ones know or learn a model and look ahead in it: value iteration, Dyna-Q, and AlphaGo’s tree search.",
        "In all of them a part may be a table, as in this maze, or a neural network: that is *deep* reinforcement learning. In the picture are two networks for the cart and its pole. Both read the same four numbers of the state. The actor gives $\\pi(a|s)$, two probabilities; the critic gives $V(s)$, one number. Press Run and watch them change.",
      ],
      slide: [
        "*Value-based*: Q-learning, DQN. *Policy-based*: REINFORCE. *Actor-critic*: both.",
        "*Model-based*: value iteration, Dyna-Q, AlphaGo.",
        "Each part may be a table or a network: that is *deep* reinforcement learning.",
      ],
      scenario: { ...actorCritic, view: { granularity: "update", figure: "network" } },
      panels: ["charts"],
      notes:
        "Draw the map on the board as two circles, value-based and policy-based, with actor-critic where they overlap, and a third for model-based. Let students place the agent of the step before: Dyna-Q has values and a model.",
    },
  ],
  challenges,
  exact: [
    "The values and arrows of the maze are computed from its model, to rounding; so is the 692 of the random policy.",
    "The learned model is what the agent has counted, nothing else.",
  ],
  simplified: [
    "In this maze nothing is left to chance, so its model has one outcome for each move. A learned model of a world with chance holds frequencies.",
    "The maze is our own drawing of the lecture’s; the numbers of steps in the learning runs hold for their seed.",
    "The map of methods has overlaps: many methods learn more than one part.",
  ],
  sources: [
    "The lecture, parts of an agent and taxonomy of methods.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, section 1.3 (the parts), sections 8.1 and 8.2 (Dyna).",
    "Sutton, Integrated architectures for learning, planning, and reacting, 1990: Dyna.",
  ],
};
