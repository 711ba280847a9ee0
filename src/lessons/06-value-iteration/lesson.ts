import type { Lesson } from "../lesson";
import { challenges } from "./challenges";

const grid = {
  v: 1,
  env: { id: "grid-world", params: { rows: ["T...", "....", "....", "...T"], stepReward: -1 } },
  algo: { id: "value-iteration", params: { gamma: 1 } },
  stop: { converged: true },
};

export const lesson: Lesson = {
  id: "value-iteration",
  number: 6,
  title: "Value iteration, and why it does not scale",
  question: "How can all values be found when the model is known, and what does that cost?",
  steps: [
    {
      title: "Make the equation true by force",
      text: [
        "The Bellman equation says what $Q^*$ must satisfy. It does not say how to find it. The simplest idea works: begin with $Q_0 = 0$ everywhere, and *use the equation as an assignment*.",
        "One such assignment for one pair $(s,a)$ is a [[backup]]; one for every pair is a [[sweep]]. Press Step with the step size “one backup” and watch the numbers in the equation: they come from the cells that are lit.",
      ],
      slide: [
        "Begin with $Q_0 = 0$, and *use the equation as an assignment*.",
        "One pair: a *backup*. Every pair once: a *sweep*.",
      ],
      equation: [
        { tex: "Q_{i+1}(s,a)", says: "The new value of the pair, in the next table." },
        { tex: "=" },
        { tex: "\\mathbb{E}\\,[\\,", says: "The mean over what can follow: here only one thing can." },
        { tex: "r", says: "The reward of the move: −1 in this world, whatever it is." },
        { tex: "+\\gamma" },
        {
          tex: "\\max_{a'} Q_i(s',a')",
          says: "The best value of the state that the move leads to, in the old table.",
        },
        { tex: "\\,]" },
      ],
      scenario: { ...grid, view: { granularity: "backup" } },
      panels: ["equation"],
      notes: "Step through two or three backups by hand and read the equation aloud; then change to sweeps.",
    },
    {
      title: "How many sweeps?",
      text: [
        "In the first sweep every pair learns about the moves next to it, and no more: news travels by one cell in a sweep.",
        "The farthest cell here is three moves from the nearest grey one.",
      ],
      slide: [
        "News travels by one cell in a sweep.",
        "The farthest cell is three moves from the nearest grey one.",
      ],
      scenario: { ...grid, view: { granularity: "sweep" } },
      panels: ["charts"],
      prediction: {
        question: "After how many sweeps does another sweep change nothing any more?",
        options: ["1", "3", "16", "never, it only gets closer"],
        outcome: ({ clock }) => (clock.sweeps <= 2 ? 0 : clock.sweeps <= 4 ? 1 : clock.sweeps <= 16 ? 2 : 3),
        answer: 1,
        because: [
          "After sweep $k$ every cell within $k$ moves of a grey one is exact. The farthest is three moves away, so three sweeps do it; the fourth, which the run made too, found nothing to change.",
        ],
      },
      notes:
        "Let them vote before you press. The run makes four sweeps: the last one only finds out that nothing changes.",
    },
  ],
  challenges,
  exact: [
    "The values are computed from the true model, without any sampling; a test compares them with the known solution.",
  ],
  simplified: [
    "The world has 16 cells and a move leads to one cell only; chance comes in with the noise parameter.",
  ],
  sources: [
    "The lecture, value iteration.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, section 4.4.",
  ],
};
