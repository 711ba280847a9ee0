import type { AlgoSpec, MetricDef } from "../../core/algo";
import { number } from "../../core/equations";
import type { NetworkExplanation } from "../../core/network-run";
import type { EquationLine } from "../../core/outcome";
import { fullImageParams, type FullImageParams } from "./params";

export type { FullImageParams } from "./params";

const metrics: readonly MetricDef[] = [
  {
    id: "accuracy",
    label: "Right answers",
    unit: "share",
    per: "update",
    scale: "linear",
    threshold: "goal",
  },
  { id: "heldOut", label: "held-out", unit: "share", per: "update", scale: "linear", with: "accuracy" },
  { id: "loss", label: "Loss", unit: "nats", per: "update", scale: "log" },
  { id: "gradientNorm", label: "Length of the gradient", unit: "‖∇‖", per: "update", scale: "log" },
];

/** The loss in symbols and, of one image of the batch, with its numbers. */
function equation(explanation: NetworkExplanation | null, index: number): EquationLine[] {
  const rule = "L = -\\frac1m \\sum_i \\log p_\\theta(c^*_i \\mid x_i)";
  const row = explanation?.rows[Math.min(Math.max(index, 0), explanation.rows.length - 1)];
  if (!row) return [rule];
  const loss = `-\\log p_\\theta(${row.label}\\mid x) = -\\log ${number(row.ofLabel)} = \\mathbf{${number(row.loss)}}`;
  return [rule, loss, `\\arg\\max_c p_\\theta(c\\mid x) = ${row.best}\\ (p = ${number(row.belief)})`];
}

export const fullImage: AlgoSpec<FullImageParams> = {
  id: "full-image",
  title: "Full image, no glimpses",
  family: "learning",
  summary:
    "The control that sees everything: a fully connected network that reads every pixel of the image at once. No policy, nothing to look for; supervised learning. Mnih et al. 2014, the rows “FC” of table 1.",
  needs: ["glimpse"],
  params: fullImageParams,
  phases: {
    initialise: { line: 1, says: "Draw the first weights." },
    start: { line: 2, says: "Take new images, whole." },
    answer: { line: 3, says: "One pass through the network gives the probabilities of all classes." },
    gradient: { line: 4, says: "The gradient of the loss, by back-propagation." },
    weights: { line: 5, says: "Move the weights down the gradient (Adam)." },
  },
  pseudoCode: [
    { indent: 0, text: "initialise $\\theta$" },
    { indent: 0, text: "for each update: take $m$ images $x_i$ with their classes $c^*_i$" },
    { indent: 1, text: "$p_\\theta(\\cdot\\mid x_i) \\leftarrow$ softmax of the network’s outputs" },
    {
      indent: 1,
      text: "$\\Delta\\theta \\leftarrow \\frac1m\\sum_i \\nabla\\log p_\\theta(c^*_i\\mid x_i)$",
    },
    { indent: 1, text: "$\\theta \\leftarrow \\theta + \\alpha\\,\\Delta\\theta$" },
  ],
  granularities: [
    { id: "line", label: "one line", until: "line" },
    { id: "update", label: "one update", until: "ticks" },
  ],
  metrics,
  equation: () => equation(null, 0),
  network: { equation, rows: "image", sights: ["glimpses"] },
};
