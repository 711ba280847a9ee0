import { layerSlices, type MlpSpec } from "./params";

/**
 * The network for one observation in plain JavaScript, from a copy of the weights: for acting, without a round trip
 * to the GPU. Returns the activations of every layer, the observation first and the output last, which is also what
 * the drawing of the network shows. Sums are float64, activations float32.
 */
export function forwardOnCpu(
  spec: MlpSpec,
  parameters: Float32Array,
  observation: Float32Array,
): Float32Array[] {
  const slices = layerSlices(spec.sizes);
  const activations = [observation];
  slices.forEach(({ inputs, outputs, weightOffset, biasOffset }, index) => {
    const input = activations[index];
    const output = new Float32Array(outputs);
    const hidden = index < slices.length - 1;
    for (let unit = 0; unit < outputs; unit++) {
      let z = parameters[biasOffset + unit];
      for (let i = 0; i < inputs; i++) z += input[i] * parameters[weightOffset + i * outputs + unit];
      output[unit] = hidden ? activate(spec, z) : z;
    }
    activations.push(output);
  });
  return activations;
}

function activate(spec: MlpSpec, z: number): number {
  return spec.activation === "tanh" ? Math.tanh(z) : z < 0 ? 0 : z;
}
