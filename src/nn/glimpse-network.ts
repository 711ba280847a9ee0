import {
  add,
  concat1d,
  concat2d,
  fused,
  keep,
  matMul,
  mul,
  relu,
  slice2d,
  square,
  step,
  sub,
  tanh,
  tidy,
  zeros,
  type Rank,
  type Tensor1D,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { columnSums, cutLayer, cutMatrix, denseGradient, flat, type Layer } from "./dense";
import { GLIMPSE_LAYERS, glimpseSlices, type GlimpseLayer, type GlimpseModelSpec } from "./glimpse-layers";
import { byTransposed, timesTransposed, transposedTimes } from "./products";

/*
 * The recurrent attention model of Mnih et al. (2014), section 3, on a batch, and its back-propagation through time.
 * Rows of several glimpses lie glimpse after glimpse, so that one product serves them all; only h_{t−1} W_h has to
 * wait for the glimpse before.
 */

/** θ in layers. The core's matrix is in two: `core.weight` is W_x, for what is seen, and `recurrent` is W_h, for h. */
export type GlimpseWeights = Readonly<Record<GlimpseLayer, Layer>> & { readonly recurrent: Tensor2D };

/** The glimpse network's hidden layer [what, where] `[rows, 2 glimpse units]`, and what it makes of it, `[rows, core]`. */
export interface Seeing {
  readonly both: Tensor2D;
  readonly seen: Tensor2D;
}

/** What follows from h for the next glimpse: μ `[rows, 2]`, b `[rows, 1]`, and the layer that μ is computed from. */
export interface Choice {
  readonly gazeHidden: Tensor2D;
  readonly mean: Tensor2D;
  readonly baseline: Tensor2D;
}

/** All that happened in a batch of `rows` images: what the backward pass needs. */
export interface GlimpsePass extends Seeing {
  /** `[T·rows, inputs]` and `[T·rows, 2]` */
  readonly patches: Tensor2D;
  readonly places: Tensor2D;
  /** h_1 … h_T, each `[rows, core]`. */
  readonly hiddens: readonly Tensor2D[];
  /** After the last glimpse. */
  readonly logits: Tensor2D;
  /** h_1 … h_{T−1} as one matrix, and the T−1 choices made there; null for one glimpse, when nothing is chosen. */
  readonly choices: (Choice & { readonly hiddens: Tensor2D }) | null;
}

/** dL by the network's outputs. */
export interface OutputGradients {
  readonly logits: Tensor2D;
  /** By μ and b; null where nothing was chosen. */
  readonly choices: { readonly mean: Tensor2D; readonly baseline: Tensor2D } | null;
}

/** Cuts θ. The tensors are kept until `dispose(weights)`. */
export function cutGlimpse(spec: GlimpseModelSpec, theta: Tensor1D): GlimpseWeights {
  const slices = glimpseSlices(spec);
  const { core } = slices;
  const units = core.outputs;
  return tidy(() => {
    const layers = GLIMPSE_LAYERS.map((name) => {
      const { weight, bias } = cutLayer(theta, name === "core" ? { ...core, inputs: units } : slices[name]);
      return [name, { weight: keep(weight), bias: keep(bias) }] as const;
    });
    const recurrent = keep(cutMatrix(theta, core.weightOffset + units * units, units, units));
    return { ...(Object.fromEntries(layers) as Record<GlimpseLayer, Layer>), recurrent };
  });
}

/** The glimpse network: what is seen, and where. */
export function see(weights: GlimpseWeights, patches: Tensor2D, places: Tensor2D): Seeing {
  const what = dense(weights.patch, patches, "relu");
  const where = dense(weights.place, places, "relu");
  const both = concat2d([what, where], 1);
  return { both, seen: dense(weights.glimpse, both, "relu") };
}

/** The part of the core's sum that what is seen gives: seen W_x + b. */
export function drive(weights: GlimpseWeights, { seen }: Seeing): Tensor2D {
  return dense(weights.core, seen, "linear");
}

/** h_t from its `drive` and h_{t−1}, which is 0 before the first glimpse. */
export function coreStep(weights: GlimpseWeights, driven: Tensor2D, hidden: Tensor2D | undefined): Tensor2D {
  return relu(hidden ? add(driven, matMul<Tensor2D>(hidden, weights.recurrent)) : driven);
}

export function choose(weights: GlimpseWeights, hidden: Tensor2D): Choice {
  const gazeHidden = dense(weights.gaze_hidden, hidden, "relu");
  const mean = tanh(dense(weights.gaze, gazeHidden, "linear"));
  return { gazeHidden, mean, baseline: dense(weights.baseline, hidden, "linear") };
}

export function classify(weights: GlimpseWeights, hidden: Tensor2D): Tensor2D {
  return dense(weights.classes, hidden, "linear");
}

/** All glimpses of a batch, at places that are given. */
export function forward(
  weights: GlimpseWeights,
  patches: Tensor2D,
  places: Tensor2D,
  glimpses: number,
): GlimpsePass {
  const seeing = see(weights, patches, places);
  const driven = drive(weights, seeing);
  const rows = patches.shape[0] / glimpses;
  const hiddens: Tensor2D[] = [];
  for (let t = 0; t < glimpses; t++) {
    hiddens.push(coreStep(weights, slice2d(driven, [t * rows, 0], [rows, -1]), hiddens.at(-1)));
  }
  const logits = classify(weights, hiddens[glimpses - 1]);
  if (glimpses === 1) return { patches, places, ...seeing, hiddens, logits, choices: null };
  const chosenAt = concat2d(hiddens.slice(0, -1), 0);
  const choices = { ...choose(weights, chosenAt), hiddens: chosenAt };
  return { patches, places, ...seeing, hiddens, logits, choices };
}

/**
 * From the gradients at the outputs to dL/dθ, laid out as θ is. As in the paper (section 3.1) the core learns from the
 * class alone: the gaze and the baseline only read h.
 */
export function backward(weights: GlimpseWeights, pass: GlimpsePass, at: OutputGradients): Tensor1D {
  const { patches, places, both, seen, hiddens, choices } = pass;
  const deltas = throughTime(weights, hiddens, at.logits);
  const delta = concat2d(deltas, 0);
  const seenDelta = mul<Tensor2D>(timesTransposed(delta, weights.core.weight), step(seen));
  const bothDelta = mul<Tensor2D>(timesTransposed(seenDelta, weights.glimpse.weight), step(both));
  const units = weights.patch.bias.size;
  const recurrent = choices
    ? flat(transposedTimes(choices.hiddens, concat2d(deltas.slice(1), 0)))
    : zeros<Rank.R1>([weights.recurrent.size]);
  const gradients: Record<GlimpseLayer, Tensor1D[]> = {
    patch: denseGradient(patches, slice2d(bothDelta, [0, 0], [-1, units])),
    place: denseGradient(places, slice2d(bothDelta, [0, units], [-1, units])),
    glimpse: denseGradient(both, seenDelta),
    core: [flat(transposedTimes(seen, delta)), recurrent, columnSums(delta)],
    classes: denseGradient(hiddens[hiddens.length - 1], at.logits),
    ...choiceGradients(weights, choices, at.choices),
  };
  return concat1d(GLIMPSE_LAYERS.flatMap((name) => gradients[name]));
}

/** dL/d(the core's sum) at every glimpse, by back-propagation through time from the class. */
function throughTime(weights: GlimpseWeights, hiddens: readonly Tensor2D[], atLogits: Tensor2D): Tensor2D[] {
  const timesRecurrent = byTransposed(weights.recurrent);
  const deltas: Tensor2D[] = [];
  let atHidden = timesTransposed(atLogits, weights.classes.weight);
  for (let t = hiddens.length - 1; t >= 0; t--) {
    const delta = mul<Tensor2D>(atHidden, step(hiddens[t]));
    deltas.unshift(delta);
    if (t > 0) atHidden = timesRecurrent(delta);
  }
  return deltas;
}

function choiceGradients(
  weights: GlimpseWeights,
  choices: GlimpsePass["choices"],
  at: OutputGradients["choices"],
): Record<"gaze_hidden" | "gaze" | "baseline", Tensor1D[]> {
  if (!choices || !at) {
    const none = ({ weight, bias }: Layer) => [zeros<Rank.R1>([weight.size + bias.size])];
    return {
      gaze_hidden: none(weights.gaze_hidden),
      gaze: none(weights.gaze),
      baseline: none(weights.baseline),
    };
  }
  const { hiddens, gazeHidden, mean } = choices;
  const gazeDelta = mul<Tensor2D>(at.mean, sub(1, square(mean)));
  const gazeHiddenDelta = mul<Tensor2D>(timesTransposed(gazeDelta, weights.gaze.weight), step(gazeHidden));
  return {
    gaze_hidden: denseGradient(hiddens, gazeHiddenDelta),
    gaze: denseGradient(gazeHidden, gazeDelta),
    baseline: denseGradient(hiddens, at.baseline),
  };
}

function dense({ weight, bias }: Layer, input: Tensor2D, activation: "relu" | "linear"): Tensor2D {
  return fused.matMul({ a: input, b: weight, bias, activation }) as Tensor2D;
}
