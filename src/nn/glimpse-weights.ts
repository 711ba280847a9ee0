import { fail, ok, type Result } from "../core/result";
import {
  GLIMPSE_LAYERS,
  glimpseParameterCount,
  glimpseSlices,
  glimpseTitle,
  type GlimpseModelSpec,
} from "./glimpse-layers";
import { readSafetensors, writeSafetensors, type NamedTensor } from "./safetensors";

/** What an array of a weights file must be, and where it goes in θ. */
interface Place {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
}

/**
 * A glimpse model's weights as a safetensors file: for every layer "patch.weight" `[inputs, outputs]` and "patch.bias",
 * as they lie in θ. PyTorch's matrices are the transposes of these.
 */
export function exportGlimpseWeights(
  spec: GlimpseModelSpec,
  parameters: Float32Array,
): Uint8Array<ArrayBuffer> {
  return writeSafetensors(
    placesOf(spec).map(({ name, shape, offset }): NamedTensor => {
      return { name, shape, values: parameters.subarray(offset, offset + sizeOf(shape)) };
    }),
  );
}

/** θ from such a file, float32 or float16. A file that does not fit is refused with a sentence for the user. */
export function importGlimpseWeights(spec: GlimpseModelSpec, bytes: Uint8Array): Result<Float32Array> {
  const file = readSafetensors(bytes);
  if (!file.ok) return file;
  const tensors = new Map(file.value.map((tensor) => [tensor.name, tensor]));
  const parameters = new Float32Array(glimpseParameterCount(spec));
  const refusal = `The file does not hold the weights of a ${glimpseTitle(spec)} network`;
  for (const { name, shape, offset } of placesOf(spec)) {
    const tensor = tensors.get(name);
    if (!tensor) return fail(`${refusal}: there is no "${name}" in it.`);
    if (tensor.shape.join() !== shape.join()) {
      return fail(`${refusal}: "${name}" is ${tensor.shape.join("×")} and should be ${shape.join("×")}.`);
    }
    if (!tensor.values.every(Number.isFinite)) {
      return fail(`The weights are damaged: "${name}" holds something that is not a number.`);
    }
    parameters.set(tensor.values, offset);
  }
  return ok(parameters);
}

function placesOf(spec: GlimpseModelSpec): Place[] {
  const slices = glimpseSlices(spec);
  return GLIMPSE_LAYERS.flatMap((layer) => {
    const { inputs, outputs, weightOffset, biasOffset } = slices[layer];
    return [
      { name: `${layer}.weight`, shape: [inputs, outputs], offset: weightOffset },
      { name: `${layer}.bias`, shape: [outputs], offset: biasOffset },
    ];
  });
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
