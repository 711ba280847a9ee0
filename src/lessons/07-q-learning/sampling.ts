import type { LessonStep } from "../lesson";
import { corridor, lottery, maze } from "./worlds";

/** The action value of going up from the only cell in which the lottery is played: cell 4, action 0. */
const UP = 4 * 4;

export const samplingSteps: readonly LessonStep[] = [
  {
    title: "From a model to samples",
    text: [
      "Value iteration needs to know the [[model]]: for every pair it averages over all that could follow. An agent in an unknown world cannot do that. But it can *act*, and see one thing that does follow: a reward $r$ and a next state $s'$.",
      "Q-learning puts this single sample in the place of the mean. Since one sample may be a lucky one, the entry of the table does not jump to the new number; it goes a part of the way, and $\\alpha$ says how large a part.",
      "In this corridor every move costs 1 and the terminal is on the right. Press Step with the step size “one line” and follow the code. Five lines make one update of *one* entry; everything else in the table stays as it was. Point at the parts of the formula to see which cells they mean for the move from the left-most cell to the right.",
    ],
    slide: [
      "Without a model there is no mean over what could follow. But the agent can *act*, and see one thing that does.",
      "One sample in the place of the mean; $\\alpha$ says how far to go.",
    ],
    equation: [
      {
        tex: "Q(s,a)",
        says: "The entry of the move that was made: here from the left-most cell to the right.",
        lights: [{ state: 0, action: 1 }],
      },
      { tex: "\\leftarrow Q(s,a) + {}" },
      { tex: "\\alpha", says: "The step size: 0.5 goes half of the way from the old number to the target." },
      { tex: "\\bigl[\\," },
      { tex: "r", says: "The reward that was paid this time; here always −1." },
      { tex: "+\\,\\gamma" },
      {
        tex: "\\max_{a'} Q(s',a')",
        says: "The best entry of the state that the agent came to, in the same table. The real next move does not matter.",
        lights: [{ state: 1 }],
      },
      {
        tex: "-\\,Q(s,a)",
        says: "What the table said before. The whole bracket is the error: by how much it was wrong this time.",
        lights: [{ state: 0, action: 1 }],
      },
      { tex: "\\,\\bigr]" },
    ],
    scenario: { ...corridor, view: { granularity: "line" } },
    panels: ["equation", "code"],
    notes:
      "Make two or three updates line by line. Ask: where did the expectation of the Bellman equation go? (Into many visits: the mean is taken over time.)",
  },
  {
    title: "News travels backwards, one entry at a time",
    text: [
      "Here is a maze in which nothing is paid until the goal, and the goal pays 1. The table begins with zeros, so at first the agent knows nothing and wanders about.",
      "The scenario stops after the first [[episode]]. In this run that takes thousands of steps, and each of them makes one update.",
    ],
    slide: [
      "Nothing is paid until the goal, and the goal pays 1. The table begins with zeros.",
      "One episode: thousands of steps, one update each.",
    ],
    scenario: { ...maze, view: { granularity: "episode" }, stop: { episodes: 1 } },
    panels: ["equation"],
    prediction: {
      question: "The agent has reached the goal once. How many entries of the table are not 0 any more?",
      options: [
        "One",
        "About as many as the moves of the shortest way, 14",
        "All those of the cells it passed through",
      ],
      outcome({ view }) {
        const changed = view ? view.Q.reduce((count, q) => count + Number(q !== 0), 0) : 0;
        return changed <= 1 ? 0 : changed <= 20 ? 1 : 2;
      },
      answer: 0,
      because: [
        "The episode of this run has 3,866 steps. All but the last compare 0 with $0 + \\gamma\\cdot 0$: no error, no change. Only the last move meets a reward, and its entry becomes $0.5\\cdot 1 = 0.5$.",
        "In the next episode the move *before* it can learn from that entry, and so on: after three episodes three entries are filled in this run. Value iteration carries news one step further in every sweep; a sample carries it one step further only when the agent happens to come by.",
      ],
    },
    notes:
      "Let them vote first. Afterwards continue with Step, one episode at a time, and watch the coloured cells creep from the goal towards the start.",
  },
  {
    title: "The step size α",
    text: [
      "The smallest world with chance in it: one cell, one decision, the end. Going up pays 10, but a move slips to one of its sides with probability 0.4, and there nothing is paid. So $Q^*(s,\\text{up}) = 0.6\\cdot 10 = 6$, a number that is *never* paid.",
      "The step size is $\\alpha = 1$: the entry goes the whole way to each target. The run makes 1,000 episodes, most of them with the move up.",
    ],
    slide: [
      "Up pays 10, but slips with probability 0.4: $Q^* = 6$, a number that is *never* paid.",
      "$\\alpha = 1$: the entry goes all the way to each target.",
    ],
    equation: [
      { tex: "Q", says: "The entry for up, written as a mixture." },
      { tex: "\\leftarrow" },
      { tex: "(1-\\alpha)\\,Q", says: "What is kept of the old number: nothing with α = 1." },
      { tex: "+" },
      { tex: "\\alpha\\cdot\\text{target}", says: "The share of the newest target: all of it with α = 1." },
    ],
    scenario: { ...lottery, view: { granularity: "episode" }, stop: { episodes: 1000 } },
    panels: ["equation", "parameters"],
    prediction: {
      question: "What does the table say of the move up after 1,000 episodes?",
      options: [
        "About 6, the mean of what was paid",
        "Exactly 0 or exactly 10",
        "Something else between 0 and 10",
      ],
      outcome({ view }) {
        const q = view?.Q[UP] ?? NaN;
        if (q === 0 || q === 10) return 1;
        return Math.abs(q - 6) < 1 ? 0 : 2;
      },
      answer: 1,
      because: [
        "With $\\alpha = 1$ the entry is the last target and has forgotten all others. In this run the last one was 10.",
        "Try others with the same seed: $\\alpha = 0.5$ ends at 9.8, $\\alpha = 0.1$ at 8.1; they average over the last few and the last few dozen targets and keep trembling. Set “Step size over time” to 1/N and the entry is the plain mean of all its targets: 5.97. A constant $\\alpha$ can follow a world that changes; only a falling one comes to rest.",
      ],
    },
    notes:
      "Change α live and keep running: the entry trembles more or less. Ask which α they would take in a world that changes.",
  },
];
