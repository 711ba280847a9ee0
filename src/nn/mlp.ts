import {
  concat1d,
  fused,
  mul,
  square,
  step,
  sub,
  tanh,
  type Tensor1D,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { cutLayer, denseGradient, type Layer } from "./dense";
import { layerSlices, type MlpSpec } from "./params";
import { timesTransposed } from "./products";

/** Cuts the flat parameter vector into its layers. */
export function layersOf(spec: MlpSpec, theta: Tensor1D): Layer[] {
  return layerSlices(spec.sizes).map((slice) => cutLayer(theta, slice));
}

/**
 * The network on a batch `[rows, inputs]`. Returns the activations of every layer, the input first and the
 * (linear) output last; `backward` needs them all.
 */
export function forward(spec: MlpSpec, layers: readonly Layer[], input: Tensor2D): Tensor2D[] {
  const activations = [input];
  layers.forEach(({ weight, bias }, index) => {
    const hidden = index < layers.length - 1;
    const affine = fused.matMul({
      a: activations[index],
      b: weight,
      bias,
      activation: hidden && spec.activation === "relu" ? "relu" : "linear",
    });
    activations.push((hidden && spec.activation === "tanh" ? tanh(affine) : affine) as Tensor2D);
  });
  return activations;
}

/**
 * Back-propagation: from dL/d(output) `[rows, outputs]` to dL/dθ, laid out as θ is.
 *
 * Written out rather than left to automatic differentiation: it is the lecture's chain rule, it costs half as many
 * dispatches.
 */
export function backward(
  spec: MlpSpec,
  layers: readonly Layer[],
  activations: readonly Tensor2D[],
  outputGradient: Tensor2D,
): Tensor1D {
  const parts: Tensor1D[] = [];
  let delta = outputGradient;
  for (let index = layers.length - 1; index >= 0; index--) {
    const input = activations[index];
    parts.unshift(...denseGradient(input, delta));
    if (index > 0) delta = mul(timesTransposed(delta, layers[index].weight), slope(spec, input));
  }
  return concat1d(parts);
}

/** f′ written in terms of h = f(z): 1 where h > 0 for relu, 1 − h² for tanh. */
function slope(spec: MlpSpec, h: Tensor2D): Tensor2D {
  return spec.activation === "relu" ? step(h) : sub(1, square(h));
}
