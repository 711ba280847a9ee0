import type { ChoiceParam, NumberParam } from "./params";

export type Activation = "relu" | "tanh";

/** The shape of a network. The ranges are the caps of what a page can train. */
export interface NetworkShape {
  hiddenLayers: number;
  units: number;
  activation: Activation;
}

/** How to declare the shape of a network of this many layers and units. */
export const shapeParams = (layers: number, units: number, activation: Activation) => ({
  hiddenLayers: {
    kind: "number",
    label: "Hidden layers",
    help: "Dense layers between the observation and the output: at most 3.",
    live: false,
    folded: true,
    default: layers,
    min: 1,
    max: 3,
    step: 1,
    integer: true,
  } satisfies NumberParam,
  units: {
    kind: "number",
    label: "Units in each",
    help: "Units of every hidden layer: at most 256.",
    live: false,
    folded: true,
    default: units,
    min: 2,
    max: 256,
    step: 1,
    integer: true,
    scale: "log",
  } satisfies NumberParam,
  activation: {
    kind: "choice",
    label: "Activation",
    help: "What a hidden unit does with its sum: cut negative values off (ReLU) or squeeze it into −1 … 1 (tanh).",
    live: false,
    folded: true,
    default: activation,
    options: [
      { value: "relu", label: "ReLU" },
      { value: "tanh", label: "tanh" },
    ],
  } satisfies ChoiceParam<Activation>,
});

/** Units of every layer: the observation, the hidden ones, the outputs. */
export function layerSizes(inputs: number, { hiddenLayers, units }: NetworkShape, outputs: number): number[] {
  return [inputs, ...Array.from({ length: hiddenLayers }, () => units), outputs];
}

export const learningRateParam = (defaultRate: number): NumberParam => ({
  kind: "number",
  label: "Learning rate",
  symbol: "\\alpha",
  help: "How far a gradient step moves the weights.",
  live: true,
  default: defaultRate,
  min: 1e-5,
  max: 1,
  step: 1e-5,
  scale: "log",
});

export const environmentsParam = (count: number, help: string): NumberParam => ({
  kind: "number",
  label: "Environments",
  symbol: "m",
  help,
  live: false,
  default: count,
  min: 1,
  max: 32,
  step: 1,
  integer: true,
});
