import type { EquationPart } from "../lesson";

const RIGHT = 1;
/** The cell left of the exit that pays +1, in the book’s grid. */
export const BESIDE_EXIT = 2;

/** The Bellman equation of a policy, for the cell right of the grey corner. */
export const evaluation: readonly EquationPart[] = [
  { tex: "V^\\pi(s)", says: "The value of the chosen cell: −14.", lights: [{ state: 1 }] },
  { tex: "=\\sum_a" },
  { tex: "\\pi(a\\mid s)", says: "1/4 for each move." },
  { tex: "\\sum_{s'}" },
  { tex: "P(s'\\mid s,a)", says: "In this grid a move leads to one cell, with probability 1." },
  { tex: "\\big[\\," },
  { tex: "r", says: "The reward of the step: −1." },
  { tex: "+\\,\\gamma\\," },
  {
    tex: "V^\\pi(s')",
    says: "The value of where the move leads: −14 (up, the cell itself), −20 (right), −18 (down), 0 (left, the end).",
    lights: [{ state: 1 }, { state: 2 }, { state: 5 }, { state: 0 }],
  },
  { tex: "\\,\\big]" },
];

/** The second backup of the move right, left of the exit that pays +1. */
export const backupByHand: readonly EquationPart[] = [
  {
    tex: "Q(s,a)",
    says: "The move right in the cell left of the +1.",
    lights: [{ state: BESIDE_EXIT, action: RIGHT }],
  },
  { tex: "\\leftarrow" },
  { tex: "0.8", says: "The probability that the move goes as it was meant." },
  { tex: "(0+0.9\\cdot" },
  { tex: "1", says: "The value of the exit after the first sweep.", lights: [{ state: 3 }] },
  { tex: ")+" },
  { tex: "0.1", says: "Slips up, against the border, and stays." },
  { tex: "(0+0.9\\cdot" },
  { tex: "0", says: "The cell’s own value after the first sweep.", lights: [{ state: BESIDE_EXIT }] },
  { tex: ")+" },
  { tex: "0.1", says: "Slips down." },
  { tex: "(0+0.9\\cdot" },
  { tex: "0", says: "The value of the cell below.", lights: [{ state: 6 }] },
  { tex: ")" },
];

/** The third one, in symbols. */
export const meanOverOutcomes: readonly EquationPart[] = [
  {
    tex: "Q_{i+1}(s,a)",
    says: "Move right, left of the +1.",
    lights: [{ state: BESIDE_EXIT, action: RIGHT }],
  },
  { tex: "=\\sum_{s'}" },
  {
    tex: "P(s'\\mid s,a)",
    says: "0.8 to the exit, 0.1 to stay, 0.1 to the cell below.",
    lights: [{ state: 3 }, { state: BESIDE_EXIT }, { state: 6 }],
  },
  { tex: "\\big[\\,r+\\gamma" },
  {
    tex: "\\max_{a'} Q_i(s',a')",
    says: "The best value of each of the three, after the second sweep: 1, 0.72 and 0.",
    lights: [{ state: 3 }, { state: BESIDE_EXIT }, { state: 6 }],
  },
  { tex: "\\,\\big]" },
];

/** The two Bellman equations. */
export const meanOrMaximum: readonly EquationPart[] = [
  { tex: "V^\\pi(s)=" },
  { tex: "\\sum_a \\pi(a\\mid s)", says: "Evaluation: the mean over the policy’s moves." },
  { tex: "Q^\\pi(s,a)" },
  { tex: "\\qquad V^*(s)=" },
  { tex: "\\max_a", says: "Optimality: the best move, as if nobody ever chose another." },
  { tex: "Q^*(s,a)" },
];

/** The best policy from Q*, at the start of the frozen lake. */
export const greedyMove: readonly EquationPart[] = [
  { tex: "\\pi^*(s)", says: "The best policy, read off the values." },
  { tex: "=\\arg\\max_a" },
  {
    tex: "Q^*(s,a)",
    says: "The four moves from the start.",
    lights: [0, 1, 2, 3].map((action) => ({ state: 0, action })),
  },
];
