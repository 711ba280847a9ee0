import { learningRateParam, shapeParams, type NetworkShape } from "../../core/network-params";
import type { ParamDefs } from "../../core/params";

export interface FullImageParams extends NetworkShape {
  learningRate: number;
  learning: boolean;
  batchSize: number;
  testEvery: number;
}

/** The defaults are the larger network of the paper’s table: two layers of 256 units. */
export const fullImageParams: ParamDefs<FullImageParams> = {
  learningRate: learningRateParam(1e-3),
  ...shapeParams(2, 256, "relu"),
  learning: {
    kind: "flag",
    label: "Learning",
    help: "Off: the network answers, and its weights stay as they are.",
    live: true,
    folded: true,
    default: true,
  },
  batchSize: {
    kind: "number",
    label: "Images an update",
    symbol: "m",
    help: "How many digits are answered side by side before the weights move: at most 256.",
    live: false,
    folded: true,
    default: 128,
    min: 8,
    max: 256,
    step: 8,
    integer: true,
    scale: "log",
  },
  testEvery: {
    kind: "number",
    label: "Test every",
    help: "Updates between two tests on 500 held-out digits. Tests change nothing but the time it takes.",
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
