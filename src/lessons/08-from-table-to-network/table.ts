import type { LessonStep } from "../lesson";
import { caveTable, dqn } from "./runs";

/** Pairs of the cave: 1,513 cells with a decision, four moves each. */
const PAIRS = 6052;

export const tableSteps: readonly LessonStep[] = [
  {
    title: "A table learns every entry on its own",
    text: [
      "The cave has 1,513 cells in which a decision is to be made, so its table has 6,052 entries. That is next to nothing for a computer. But each entry is learned only from visits to that one pair: what the table says of a cell tells it nothing about the cell beside it.",
      "The agent walks 20,000 steps, more than three for each entry.",
    ],
    slide: [
      "1,513 cells, 6,052 entries. What the table says of a cell tells it nothing about the cell beside it.",
      "20,000 steps: more than three for each entry.",
    ],
    scenario: {
      ...caveTable,
      view: { granularity: "episode", layers: ["visits", "agent"] },
      stop: { ticks: 20_000 },
    },
    panels: [],
    prediction: {
      question: "For how many of the 6,052 entries does the table hold more than its first zero?",
      options: ["Nearly all", "Between half and nine tenths", "Less than half"],
      outcome({ view }) {
        const share = view ? view.Q.reduce((count, q) => count + Number(q !== 0), 0) / PAIRS : 1;
        return share > 0.9 ? 0 : share >= 0.5 ? 1 : 2;
      },
      answer: 2,
      because: [
        "2,661 in this run, 44 %. The agent spends most of its steps in cells that it knows, and in the 20 episodes that fit in (each cut off after 1,000 steps) it has never reached the exit, 147 moves from the start.",
        "In the rest of the cave the table says 0, and it will say so until somebody goes there. A larger world does not only need more memory: it needs more *experience*, in proportion.",
      ],
    },
    notes:
      "The layer “Visits” shows where the agent was. Point at the white part and ask what the table says there.",
  },
  {
    title: "Four numbers are already too many",
    text: [
      "On cart-pole a state is not a cell but four numbers: position $x$, velocity $\\dot x$, angle $\\theta$, angular velocity $\\dot\\theta$. Press Step a few times and read $s$ in the equation: no state comes twice.",
      "To use a table one has to cut each number into pieces. With 10 pieces each there are $10^4$ states and, with two actions, 20,000 entries. That is coarse: a tenth of the angle’s range is 2.4°. With 100 pieces each there are $10^8$ states and 200 million entries.",
      "The Atari agents of the lecture look at the last four screens of 84 × 84 grey pixels. With 256 greys that makes $256^{84\\cdot 84\\cdot 4} = 256^{28224} \\approx 10^{67970}$ states. The observable universe has about $10^{80}$ atoms. No table, no sweep, and hardly a state that is ever seen twice.",
    ],
    slide: [
      "Four real numbers: no state comes twice.",
      "100 pieces each: $10^8$ states. Atari: $256^{28224} \\approx 10^{67970}$. Atoms in the universe: about $10^{80}$.",
    ],
    scenario: { ...dqn, view: { granularity: "step", figure: "run" } },
    panels: ["equation"],
    notes:
      "Let them compute the exponent: 28,224 pixels times log₁₀ 256 = 2.408. The chart “Not scalable” of value iteration turns such counts into times.",
  },
];
