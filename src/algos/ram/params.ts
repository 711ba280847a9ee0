import type { Gaze } from "../../core/glimpse";
import { learningRateParam } from "../../core/network-params";
import type { ParamDefs } from "../../core/params";

export interface RamParams {
  learningRate: number;
  sigma: number;
  gaze: Gaze;
  baseline: boolean;
  learning: boolean;
  batchSize: number;
  glimpseUnits: number;
  coreUnits: number;
  weights: Weights;
  testEvery: number;
}

/** Where the first weights come from: our generator, or one of the shipped files. */
export type Weights = "fresh" | "glimpse-28" | "glimpse-60-translated" | "glimpse-60-cluttered";

/** How much the policy's part of the hybrid loss counts (NUMBERS of the PyTorch reproduction). */
export const POLICY_WEIGHT = 0.01;

export const ramParams: ParamDefs<RamParams> = {
  learningRate: {
    ...learningRateParam(1e-3),
    help: "How far an update moves the weights. The optimizer is Adam, so the location network learns as fast as the rest, however small its part of the loss.",
  },
  sigma: {
    kind: "number",
    label: "Spread of the gaze",
    symbol: "\\sigma",
    help: "The standard deviation of the place looked at around the mean that the location network gives, in units where the image reaches from −1 to 1. Without spread nothing is tried, and nothing learned.",
    live: true,
    default: 0.05,
    min: 0.01,
    max: 0.5,
    step: 0.01,
  },
  gaze: {
    kind: "choice",
    label: "Where to look",
    help: "Learned by REINFORCE; or, to compare, anywhere at random, always in the middle, or along a fixed path in reading order. The rest of the network learns the same way in each case.",
    live: true,
    default: "learned",
    options: [
      { value: "learned", label: "learned" },
      { value: "random", label: "anywhere, at random" },
      { value: "centre", label: "always the middle" },
      { value: "scan", label: "a fixed scan" },
    ],
  },
  baseline: {
    kind: "flag",
    label: "Baseline",
    symbol: "b(h_t)",
    help: "Subtract the reward that the network expects, so that a right answer on an easy digit pushes little. Off: every right answer pushes all its places up by 1, a wrong one not at all.",
    live: true,
    default: true,
  },
  learning: {
    kind: "flag",
    label: "Learning",
    help: "Off: the network looks and answers, and its weights stay as they are.",
    live: true,
    folded: true,
    default: true,
  },
  batchSize: {
    kind: "number",
    label: "Images an update",
    symbol: "m",
    help: "How many digits are looked at side by side before the weights move: at most 256.",
    live: false,
    folded: true,
    default: 128,
    min: 8,
    max: 256,
    step: 8,
    integer: true,
    scale: "log",
  },
  glimpseUnits: {
    kind: "number",
    label: "Units for a glimpse",
    help: "Units of the layers that take in what was seen and where, and of the location network’s hidden layer: at most 256.",
    live: false,
    folded: true,
    default: 128,
    min: 8,
    max: 256,
    step: 1,
    integer: true,
    scale: "log",
  },
  coreUnits: {
    kind: "number",
    label: "Units of the core",
    symbol: "|h|",
    help: "How much the network can remember from glimpse to glimpse: at most 512 numbers.",
    live: false,
    folded: true,
    default: 256,
    min: 8,
    max: 512,
    step: 1,
    integer: true,
    scale: "log",
  },
  weights: {
    kind: "choice",
    label: "First weights",
    help: "Begin from nothing, or from a network that was trained for hours and can go on learning here. Shipped ones fit only the patches, scales and units they were trained with.",
    live: false,
    default: "fresh",
    options: [
      { value: "fresh", label: "drawn anew" },
      { value: "glimpse-28", label: "shipped: 28×28" },
      { value: "glimpse-60-translated", label: "shipped: 60×60, translated" },
      { value: "glimpse-60-cluttered", label: "shipped: 60×60, cluttered" },
    ],
  },
  testEvery: {
    kind: "number",
    label: "Test every",
    help: "Updates between two tests on 500 held-out digits, each with the learned gaze and with a random one. Tests change nothing but the time it takes.",
    live: true,
    folded: true,
    default: 100,
    min: 10,
    max: 1000,
    step: 10,
    integer: true,
    scale: "log",
  },
};
