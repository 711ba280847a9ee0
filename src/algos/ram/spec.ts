import type { AlgoSpec, Granularity, MetricDef } from "../../core/algo";
import { equation } from "./equation";
import { ramParams, type RamParams } from "./params";

export type { RamParams } from "./params";

const granularities: readonly Granularity[] = [
  { id: "line", label: "one line", until: "line" },
  { id: "glimpse", label: "one glimpse", until: "ticks" },
  { id: "update", label: "one update", until: "updates" },
];

const metrics: readonly MetricDef[] = [
  {
    id: "accuracy",
    label: "Right answers",
    unit: "share",
    per: "update",
    scale: "linear",
    threshold: "goal",
  },
  {
    id: "heldOut",
    label: "held-out, learned gaze",
    unit: "share",
    per: "update",
    scale: "linear",
    with: "accuracy",
  },
  {
    id: "randomGaze",
    label: "held-out, random gaze",
    unit: "share",
    per: "update",
    scale: "linear",
    with: "accuracy",
  },
  { id: "loss", label: "Loss of the class", unit: "nats", per: "update", scale: "log" },
  { id: "baselineLoss", label: "Error of the baseline", unit: "reward²", per: "update", scale: "linear" },
  {
    id: "spread",
    label: "How far the means differ between images",
    unit: "half images",
    per: "update",
    scale: "linear",
  },
  { id: "gradientNorm", label: "Length of the gradient", unit: "‖∇‖", per: "update", scale: "log" },
];

export const ram: AlgoSpec<RamParams> = {
  id: "ram",
  title: "Recurrent attention model",
  family: "learning",
  summary:
    "Looks at a few small patches of an image, remembers them in a recurrent core, chooses by a learned policy where to look next, and answers after the last glimpse. Mnih et al. 2014. Simplified: a core of rectified linear units in place of an LSTM, as the paper has it for MNIST.",
  needs: ["glimpse"],
  params: ramParams,
  phases: {
    initialise: { line: 1, says: "Draw the first weights, or take those of a file." },
    start: { line: 2, says: "Put new images before the network, and its eye on a place drawn at random." },
    glimpse: {
      line: 3,
      says: "The retina takes in what lies around the eye, finely in the middle, coarsely around it.",
    },
    core: { line: 4, says: "The core joins the glimpse with what it remembers." },
    locate: {
      line: 5,
      says: "Draw the next place from a Gaussian around the mean that the location network gives.",
    },
    answer: { line: 6, says: "That was the last glimpse: answer the most probable class. Right pays 1." },
    advantage: {
      line: 7,
      says: "How much better than expected did it go? Every place of the image gets that credit.",
    },
    gradient: {
      line: 8,
      says: "Add up three gradients: of the class, of the places by REINFORCE, of the baseline.",
    },
    weights: { line: 9, says: "Move the weights down the gradient (Adam)." },
  },
  pseudoCode: [
    { indent: 0, text: "initialise $\\theta$" },
    { indent: 0, text: "for each update: take $m$ images; $l_1$ anywhere; for $t = 1 \\dots T$:" },
    { indent: 2, text: "$g_t \\leftarrow$ what the retina sees at $l_t$" },
    { indent: 2, text: "$h_t \\leftarrow f_\\theta(h_{t-1}, g_t, l_t)$" },
    { indent: 2, text: "$l_{t+1} \\sim \\mathcal N(\\mu_\\theta(h_t), \\sigma^2)$ while $t < T$" },
    { indent: 1, text: "answer $\\arg\\max_c p_\\theta(c\\mid h_T)$; $R \\leftarrow 1$ if right, else $0$" },
    { indent: 1, text: "$A_t \\leftarrow R - b_\\theta(h_t)$" },
    {
      indent: 1,
      text: "$\\Delta\\theta \\leftarrow \\nabla \\log p_\\theta(c^*\\mid h_T) + \\lambda \\sum_t A_t \\nabla\\log \\mathcal N(l_{t+1};\\mu_\\theta(h_t),\\sigma^2) - \\nabla (R-b_\\theta)^2$",
    },
    { indent: 1, text: "$\\theta \\leftarrow \\theta + \\alpha\\,\\Delta\\theta$" },
  ],
  granularities,
  metrics,
  equation: () => equation(null, 0),
  shipped: ({ weights }) => (weights === "fresh" ? null : weights),
  network: { equation, rows: "image", sights: ["glimpses"] },
};
