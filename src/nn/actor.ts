import { tanh } from "../core/det-math";
import { layerSlices, parameterCount, type LayerSlice, type MlpSpec } from "./params";

/**
 * A network for one observation at a time, in plain JavaScript on a copy of the weights: for acting without a round
 * trip to the GPU. Sums are float64, activations float32. The same bits in every browser engine.
 */
export class Actor {
  private readonly slices: readonly LayerSlice[];
  /** What each layer gave last. */
  private readonly layers: readonly Float32Array[];
  private theta: Float32Array = new Float32Array();

  /** `weights` is θ of the network. It is kept, not copied. Throws if it is of another length. */
  constructor(
    private readonly spec: MlpSpec,
    weights: Float32Array,
  ) {
    this.slices = layerSlices(spec.sizes);
    this.layers = this.slices.map(({ outputs }) => new Float32Array(outputs));
    this.load(weights);
  }

  get weights(): Float32Array {
    return this.theta;
  }

  /** Acts with these weights from now on. They are kept, not copied. Throws if they are of another length. */
  load(weights: Float32Array): void {
    const { sizes } = this.spec;
    const length = parameterCount(sizes);
    if (weights.length !== length) {
      throw new Error(`A ${sizes.join("-")} network has ${length} parameters, not ${weights.length}.`);
    }
    this.theta = weights;
  }

  /** The outputs for one observation, in an array that the next call overwrites. */
  outputs(observation: Float32Array): Float32Array {
    const last = this.slices.length - 1;
    let input = observation;
    for (let index = 0; index <= last; index++) {
      const layer = this.layers[index];
      affine(this.theta, this.slices[index], input, layer);
      if (index < last) activate(this.spec, layer);
      input = layer;
    }
    return input;
  }

  /** The activations of every layer, the observation first and the output last: copies, for a drawing. */
  activations(observation: Float32Array): Float32Array[] {
    this.outputs(observation);
    return [observation, ...this.layers].map((layer) => layer.slice());
  }
}

/** output = input W + b. Four units at a time: their sums stay in registers, and their weights lie side by side. */
function affine(theta: Float32Array, slice: LayerSlice, input: Float32Array, output: Float32Array): void {
  const { inputs, outputs, weightOffset, biasOffset } = slice;
  let unit = 0;
  for (; unit + 4 <= outputs; unit += 4) {
    let at = biasOffset + unit;
    let a = theta[at];
    let b = theta[at + 1];
    let c = theta[at + 2];
    let d = theta[at + 3];
    at = weightOffset + unit;
    for (let i = 0; i < inputs; i++) {
      const x = input[i];
      a += x * theta[at];
      b += x * theta[at + 1];
      c += x * theta[at + 2];
      d += x * theta[at + 3];
      at += outputs;
    }
    output[unit] = a;
    output[unit + 1] = b;
    output[unit + 2] = c;
    output[unit + 3] = d;
  }
  for (; unit < outputs; unit++) {
    let z = theta[biasOffset + unit];
    for (let i = 0; i < inputs; i++) z += input[i] * theta[weightOffset + i * outputs + unit];
    output[unit] = z;
  }
}

function activate({ activation }: MlpSpec, layer: Float32Array): void {
  for (let unit = 0; unit < layer.length; unit++) {
    const z = layer[unit];
    layer[unit] = activation === "tanh" ? tanh(z) : z < 0 ? 0 : z;
  }
}
