import { exp, log } from "../../core/det-math";
import { slotCount, type OptimizerSpec } from "../optimizers";
import { layerSlices, parameterCount, type LayerSlice, type MlpSpec } from "../params";
import { BEGIN, kernelsOn, type Kernels } from "./kernels";

/** Rows that are computed at once: their activations stay in the processor's cache. */
export const CHUNK = 128;
const FLOAT = 4; // bytes

/** Numbers in the memory of the kernels: where they begin, and a view of them. */
interface Region {
  readonly at: number;
  readonly values: Float32Array;
}

/**
 * A fully connected network in a WebAssembly memory of its own: θ, θ⁻ if it may have one, the gradient and the optimizer's averages, and
 * the activations of up to `CHUNK` rows. It is freed with the object.
 */
export class SimdNetwork {
  readonly parameters: number;
  readonly theta: Region;
  readonly frozen: Region;
  readonly gradient: Region;
  readonly slots: readonly Region[];
  /** dL/d(output) of the rows last computed, to be filled before `backward`. */
  readonly outputGradient: Region;
  private readonly kernels: Kernels;
  private readonly slices: readonly LayerSlice[];
  /** The input, and what every layer gave last. */
  private readonly activations: readonly Region[];
  /** dL/d(x W + b) of a layer, by turns. */
  private readonly deltas: readonly [Region, Region];
  private readonly turned: Region;

  constructor(
    private readonly spec: MlpSpec,
    optimizer: OptimizerSpec,
    withTarget: boolean,
  ) {
    const { sizes } = spec;
    this.slices = layerSlices(sizes);
    this.parameters = parameterCount(sizes);
    const { parameters } = this;
    const averages = Array.from({ length: slotCount(optimizer) }, () => parameters);
    const vectors = [parameters, withTarget ? parameters : 0, parameters, ...averages];
    const layers = sizes.map((units) => CHUNK * units);
    const widest = Math.max(...layers.slice(1)); // nothing flows back into the input
    const matrix = Math.max(0, ...this.slices.slice(1).map(({ inputs, outputs }) => inputs * outputs));
    const lengths = [...vectors, ...layers, widest, widest, matrix];
    const places = placesOf(lengths);
    const { kernels, memory } = kernelsOn(places[lengths.length]);
    const regions = lengths.map((length, i) => ({
      at: places[i],
      values: new Float32Array(memory, places[i], length),
    }));
    const take = (count: number) => regions.splice(0, count);
    this.kernels = kernels;
    [this.theta, this.frozen, this.gradient] = take(3);
    this.slots = take(averages.length);
    this.activations = take(layers.length);
    const [one, other, turned] = take(3);
    this.deltas = [one, other];
    this.outputGradient = this.deltas[this.slices.length % 2];
    this.turned = turned;
  }

  /**
   * The outputs `[rows, outputs]` of a network with these parameters for `rows` observations from row `first` on, at
   * most `CHUNK`, in a view that the next call overwrites.
   */
  forward(parameters: Region, observations: Float32Array, first: number, rows: number): Float32Array {
    const { activations, kernels, slices, spec } = this;
    const [inputs] = spec.sizes;
    activations[0].values.set(observations.subarray(first * inputs, (first + rows) * inputs));
    slices.forEach(({ inputs, outputs, weightOffset, biasOffset }, layer) => {
      const from = activations[layer].at;
      const to = activations[layer + 1].at;
      const weight = parameters.at + weightOffset * FLOAT;
      const bias = parameters.at + biasOffset * FLOAT;
      const asItLies = [from, inputs * FLOAT, FLOAT] as const;
      kernels.product(...asItLies, weight, to, rows, outputs, inputs, BEGIN.row, bias);
      if (layer < slices.length - 1) kernels[spec.activation](to, rows * outputs);
    });
    return activations[slices.length].values.subarray(0, rows * spec.sizes[slices.length]);
  }

  /** Back-propagation: adds dL/dθ of the rows that `forward` had last, with θ, from `outputGradient`. */
  backward(rows: number): void {
    const { activations, deltas, gradient, kernels, slices, spec, theta, turned } = this;
    for (let layer = slices.length - 1; layer >= 0; layer--) {
      const { inputs, outputs, weightOffset, biasOffset } = slices[layer];
      const input = activations[layer].at;
      const delta = deltas[(layer + 1) % 2].at;
      const weightGradient = gradient.at + weightOffset * FLOAT;
      const inputTransposed = [input, FLOAT, inputs * FLOAT] as const;
      kernels.product(...inputTransposed, delta, weightGradient, inputs, outputs, rows, BEGIN.result, 0);
      kernels.addRows(delta, gradient.at + biasOffset * FLOAT, rows, outputs);
      if (layer === 0) return;
      const below = deltas[layer % 2].at;
      kernels.transpose(theta.at + weightOffset * FLOAT, turned.at, inputs, outputs);
      const asItLies = [delta, outputs * FLOAT, FLOAT] as const;
      kernels.product(...asItLies, turned.at, below, rows, inputs, outputs, BEGIN.zero, 0);
      kernels[spec.activation === "relu" ? "reluSlope" : "tanhSlope"](below, input, rows * inputs);
    }
  }

  /** ‖∇θ‖₂, infinite where its square has no float32, and the gradient cut to `longest` if it is longer. */
  clip(longest: number | null): number {
    const { gradient, kernels, parameters } = this;
    const norm = Math.sqrt(Math.fround(kernels.sumOfSquares(gradient.at, parameters)));
    if (longest !== null && norm > longest) kernels.scale(gradient.at, parameters, longest / norm);
    return norm;
  }

  /** One step of θ down the gradient: see `optimizerStep`, which says the same in operations. */
  step(spec: OptimizerSpec, learningRate: number, update: number): void {
    const { gradient, kernels, parameters, theta } = this;
    const [first, second] = this.slots.map(({ at }) => at);
    switch (spec.kind) {
      case "sgd":
        return kernels.descend(theta.at, gradient.at, parameters, learningRate);
      case "rmsprop":
        kernels.blendSquares(first, gradient.at, parameters, spec.decay, 1 - spec.decay);
        return kernels.descendScaled(theta.at, gradient.at, first, parameters, learningRate, spec.epsilon);
      case "adam": {
        kernels.blend(first, gradient.at, parameters, spec.beta1, 1 - spec.beta1);
        kernels.blendSquares(second, gradient.at, parameters, spec.beta2, 1 - spec.beta2);
        const root = Math.sqrt(1 - power(spec.beta2, update));
        const rate = (learningRate * root) / (1 - power(spec.beta1, update));
        return kernels.descendScaled(theta.at, first, second, parameters, rate, spec.epsilon * root);
      }
    }
  }

  /** θ⁻ ← τθ + (1−τ)θ⁻ */
  blendFrozen(tau: number): void {
    this.kernels.blend(this.frozen.at, this.theta.at, this.parameters, 1 - tau, tau);
  }
}

/** βᵗ, the same in every engine, as `**` is not. */
function power(beta: number, update: number): number {
  return exp(update * log(beta));
}

/** Where regions of these lengths begin, in bytes, each with room up to a multiple of four numbers; and the end of all. */
function placesOf(lengths: readonly number[]): number[] {
  const places = [0];
  for (const length of lengths) places.push((places.at(-1) ?? 0) + Math.ceil(length / 4) * 4 * FLOAT);
  return places;
}
