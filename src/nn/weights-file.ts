import { fail, ok, type Result } from "../core/result";
import { layerSlices, parameterCount, type LayerSlice, type MlpSpec } from "./params";
import { readSafetensors, writeSafetensors, type NamedTensor } from "./safetensors";

/** A network of a run: `name` tells it from the run's others. */
interface NamedNetwork {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly weights: Float32Array;
}

/**
 * The weights of a run as a safetensors file that PyTorch reads as it is:
 * `nn.Sequential(Linear(4, 64), ReLU(), Linear(64, 2)).load_state_dict(safetensors.torch.load_file(path))`.
 * Its names are "0.weight", "0.bias", "2.weight" … (an activation lies between two layers) and its weight matrices are
 * `[outputs, inputs]`, the transpose of ours. Several networks are in it as in an `nn.ModuleDict`: "policy.0.weight" …
 */
export function exportWeights(
  networks: readonly NamedNetwork[],
  activation: string,
): Uint8Array<ArrayBuffer> {
  const isOne = networks.length === 1;
  return writeSafetensors(
    networks.flatMap((network) => tensorsOf(network, isOne ? "" : `${network.name}.`)),
    { activation },
  );
}

function tensorsOf({ sizes, weights }: NamedNetwork, prefix: string): NamedTensor[] {
  return layerSlices(sizes).flatMap((slice, layer): NamedTensor[] => {
    const { inputs, outputs, weightOffset, biasOffset } = slice;
    const weight = new Float32Array(inputs * outputs);
    forEachWeight(slice, (ours, theirs) => {
      weight[theirs] = weights[weightOffset + ours];
    });
    const bias = weights.slice(biasOffset, biasOffset + outputs);
    return [
      { name: `${prefix}${2 * layer}.weight`, shape: [outputs, inputs], values: weight },
      { name: `${prefix}${2 * layer}.bias`, shape: [outputs], values: bias },
    ];
  });
}

/**
 * The flat parameter vector in a file that `exportWeights` or PyTorch wrote for a network of this shape, which is
 * called `name` in it where there are several.
 */
export function importWeights(
  spec: Pick<MlpSpec, "sizes">,
  bytes: Uint8Array,
  name?: string,
): Result<Float32Array> {
  const file = readSafetensors(bytes);
  if (!file.ok) return file;
  const prefix = name === undefined ? "" : `${name}.`;
  const own = file.value.filter((tensor) => tensor.name.startsWith(prefix));
  const tensors = new Map(own.map((tensor) => [tensor.name.slice(prefix.length), tensor]));
  const parameters = new Float32Array(parameterCount(spec.sizes));
  for (const [layer, slice] of layerSlices(spec.sizes).entries()) {
    const { inputs, outputs, weightOffset, biasOffset } = slice;
    const weight = tensors.get(`${2 * layer}.weight`);
    const bias = tensors.get(`${2 * layer}.bias`);
    if (weight?.shape.join() !== [outputs, inputs].join() || bias?.shape.join() !== String(outputs)) {
      return fail(`The file does not hold a ${spec.sizes.join("-")} network: layer ${layer + 1} differs.`);
    }
    forEachWeight(slice, (ours, theirs) => {
      parameters[weightOffset + ours] = weight.values[theirs];
    });
    parameters.set(bias.values, biasOffset);
  }
  if (tensors.size !== 2 * (spec.sizes.length - 1)) {
    return fail(`The file holds more layers than a ${spec.sizes.join("-")} network has.`);
  }
  return ok(parameters);
}

/** The places of each weight in our matrix `[inputs, outputs]` and in its transpose. */
function forEachWeight({ inputs, outputs }: LayerSlice, visit: (ours: number, theirs: number) => void): void {
  for (let i = 0; i < inputs; i++) {
    for (let unit = 0; unit < outputs; unit++) visit(i * outputs + unit, unit * inputs + i);
  }
}
