import { Rng } from "../core/rng";
import { glimpseSlices, initialGlimpseParameters, type GlimpseModelSpec } from "./glimpse-layers";
import type { GlimpseBatch, GlimpseOptions } from "./glimpse-learner";
import { ADAM } from "./optimizers";
import type { LayerSlice } from "./params";
import { step64 } from "./test-training";
import { integers, uniform } from "./test-tools";

/** The recurrent attention model once more, in float64, image by image, with plain loops. */
type Parameters = Float64Array;
type Values = readonly number[];

/** A glimpse of one image, layer by layer. */
interface Look64 {
  readonly patch: Values;
  readonly place: Values;
  readonly both: Values;
  readonly core: Values;
  readonly hidden: Values;
  readonly logits: Values;
}

interface Choice64 {
  readonly gazeHidden: Values;
  readonly mean: Values;
  readonly baseline: number;
}

const relu = (z: Values): number[] => z.map((value) => Math.max(value, 0));

function affine(theta: Parameters, slice: LayerSlice, input: Values): number[] {
  const { outputs, weightOffset, biasOffset } = slice;
  return Array.from({ length: outputs }, (_, unit) =>
    input.reduce((sum, x, i) => sum + x * theta[weightOffset + i * outputs + unit], theta[biasOffset + unit]),
  );
}

/** Adds a layer's part to `gradient`. Returns dL/d(input). */
function affineBack(
  theta: Parameters,
  { outputs, weightOffset, biasOffset }: LayerSlice,
  input: Values,
  delta: Values,
  gradient: Float64Array,
): number[] {
  delta.forEach((d, unit) => (gradient[biasOffset + unit] += d));
  return input.map((x, i) => {
    const row = weightOffset + i * outputs;
    delta.forEach((d, unit) => (gradient[row + unit] += x * d));
    return delta.reduce((sum, d, unit) => sum + theta[row + unit] * d, 0);
  });
}

/** The glimpses of image `row`. */
export function looks64(
  spec: GlimpseModelSpec,
  theta: Parameters,
  batch: GlimpseBatch,
  row: number,
): Look64[] {
  const slices = glimpseSlices(spec);
  let hidden: Values = Array.from({ length: spec.coreUnits }, () => 0);
  return Array.from({ length: batch.glimpses }, (_, t) => {
    const at = t * batch.rows + row;
    const patch = Array.from(batch.patches.subarray(at * spec.inputs, (at + 1) * spec.inputs));
    const place = Array.from(batch.places.subarray(2 * at, 2 * at + 2));
    const both = relu([...affine(theta, slices.patch, patch), ...affine(theta, slices.place, place)]);
    const core = [...relu(affine(theta, slices.glimpse, both)), ...hidden];
    hidden = relu(affine(theta, slices.core, core));
    return { patch, place, both, core, hidden, logits: affine(theta, slices.classes, hidden) };
  });
}

export function choice64(spec: GlimpseModelSpec, theta: Parameters, hidden: Values): Choice64 {
  const slices = glimpseSlices(spec);
  const gazeHidden = relu(affine(theta, slices.gaze_hidden, hidden));
  const mean = affine(theta, slices.gaze, gazeHidden).map(Math.tanh);
  return { gazeHidden, mean, baseline: affine(theta, slices.baseline, hidden)[0] };
}

/** The terms of the loss: class, baseline, policy. The gaze and the baseline read the h that `reader` gives. */
export function glimpseTerms64(
  spec: GlimpseModelSpec,
  theta: Parameters,
  batch: GlimpseBatch,
  reader: Parameters = theta,
): [number, number, number] {
  const { rows, glimpses, drawn, labels, rewards, baselines, sigma, policyWeight } = batch;
  const terms: [number, number, number] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const { logits } = looks64(spec, theta, batch, row)[glimpses - 1];
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    terms[0] += (Math.log(total) - logits[labels[row]]) / rows;
    for (const [t, { hidden }] of looks64(spec, reader, batch, row).slice(0, -1).entries()) {
      const { mean, baseline } = choice64(spec, theta, hidden);
      const at = t * rows + row;
      const distance = (mean[0] - drawn[2 * at]) ** 2 + (mean[1] - drawn[2 * at + 1]) ** 2;
      const logPolicy = -distance / (2 * sigma ** 2);
      terms[1] += (baseline - rewards[row]) ** 2 / (rows * (glimpses - 1));
      terms[2] += (-policyWeight * logPolicy * (rewards[row] - baselines[at])) / rows;
    }
  }
  return terms;
}

export function glimpseLoss64(spec: GlimpseModelSpec, theta: Parameters, batch: GlimpseBatch): number {
  return glimpseTerms64(spec, theta, batch).reduce((sum, term) => sum + term, 0);
}

/** The gradient by the chain rule. */
export function glimpseGradient64(
  spec: GlimpseModelSpec,
  theta: Parameters,
  batch: GlimpseBatch,
): Float64Array {
  const { rows, glimpses, drawn, labels, rewards, baselines, sigma, policyWeight } = batch;
  const slices = glimpseSlices(spec);
  const gradient = new Float64Array(theta.length);
  const back = (slice: LayerSlice, input: Values, delta: Values): number[] =>
    affineBack(theta, slice, input, delta, gradient);
  const where = (active: Values, delta: Values): number[] => delta.map((d, i) => (active[i] > 0 ? d : 0));
  for (let row = 0; row < rows; row++) {
    const looks = looks64(spec, theta, batch, row);
    for (const [t, { hidden }] of looks.slice(0, -1).entries()) {
      const { gazeHidden, mean, baseline } = choice64(spec, theta, hidden);
      const at = t * rows + row;
      const push = (policyWeight * (rewards[row] - baselines[at])) / (rows * sigma ** 2);
      const gazeDelta = mean.map((mu, axis) => push * (mu - drawn[2 * at + axis]) * (1 - mu * mu));
      const gazeHiddenDelta = where(gazeHidden, back(slices.gaze, gazeHidden, gazeDelta));
      back(slices.gaze_hidden, hidden, gazeHiddenDelta);
      back(slices.baseline, hidden, [(2 * (baseline - rewards[row])) / (rows * (glimpses - 1))]);
    }
    const { logits, hidden } = looks[glimpses - 1];
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    const atLogits = logits.map((logit, c) => (Math.exp(logit) / total - Number(c === labels[row])) / rows);
    let atHidden = back(slices.classes, hidden, atLogits);
    for (const look of looks.reverse()) {
      const atCore = back(slices.core, look.core, where(look.hidden, atHidden));
      const seenDelta = where(look.core, atCore.slice(0, spec.coreUnits));
      const bothDelta = where(look.both, back(slices.glimpse, look.both, seenDelta));
      back(slices.patch, look.patch, bothDelta.slice(0, spec.glimpseUnits));
      back(slices.place, look.place, bothDelta.slice(spec.glimpseUnits));
      atHidden = atCore.slice(spec.coreUnits);
    }
  }
  return gradient;
}

/** Central differences: what the chain rule is checked against. What the gaze and the baseline read is held. */
export function glimpseDifferences64(
  spec: GlimpseModelSpec,
  theta: Parameters,
  batch: GlimpseBatch,
): Float64Array {
  const step = 1e-6;
  const at = (index: number, shift: number): number => {
    const moved = theta.slice();
    moved[index] += shift;
    return glimpseTerms64(spec, moved, batch, theta).reduce((sum, term) => sum + term, 0);
  };
  return theta.map((_, index) => (at(index, step) - at(index, -step)) / (2 * step));
}

/** Updates on one batch again and again. */
export function trainGlimpse64(
  { model, weights, optimizer, maxGradientNorm }: GlimpseOptions,
  batch: GlimpseBatch,
  learningRate: number,
  updates: number,
): { losses: number[]; gradientNorms: number[]; theta: Float64Array } {
  let theta: Float64Array = Float64Array.from(weights);
  const slots = [new Float64Array(theta.length), new Float64Array(theta.length)];
  const losses: number[] = [];
  const gradientNorms: number[] = [];
  for (let update = 1; update <= updates; update++) {
    const gradient = glimpseGradient64(model, theta, batch);
    const norm = Math.hypot(...gradient);
    losses.push(glimpseLoss64(model, theta, batch));
    gradientNorms.push(norm);
    const scale = Math.min(1, (maxGradientNorm ?? Infinity) / norm);
    const clipped = gradient.map((g) => g * scale);
    theta = step64(optimizer, theta, clipped, slots, learningRate, update);
  }
  return { losses, gradientNorms, theta };
}

/** A learner's options with first weights from `seed`. */
export function glimpseOptions(model: GlimpseModelSpec, seed = 7): GlimpseOptions {
  const weights = initialGlimpseParameters(model, Rng.fromSeed(seed));
  return { model, optimizer: ADAM, maxGradientNorm: null, weights };
}

/** Made-up glimpses of `rows` images, every number of the batch drawn. */
export function glimpseBatch({ inputs }: GlimpseModelSpec, glimpses: number, rows: number): GlimpseBatch {
  const choices = (glimpses - 1) * rows;
  return {
    rows,
    glimpses,
    patches: uniform(1, glimpses * rows * inputs).map(Math.abs),
    places: uniform(2, glimpses * rows * 2),
    drawn: uniform(3, choices * 2, 1.3),
    labels: integers(4, rows, 10),
    rewards: Float32Array.from(integers(5, rows, 2)),
    baselines: uniform(6, choices),
    sigma: 0.2,
    policyWeight: 0.01,
  };
}
