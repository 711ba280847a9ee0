import { tanh } from "../core/det-math";
import { affine, relu } from "./affine";
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

function activate({ activation }: MlpSpec, layer: Float32Array): void {
  if (activation === "relu") relu(layer);
  else for (let unit = 0; unit < layer.length; unit++) layer[unit] = tanh(layer[unit]);
}
