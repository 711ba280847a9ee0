import { slotCount, type OptimizerSpec } from "../optimizers";
import { layersLength, layerSlices, type MlpSpec } from "../params";

/** Rows that a workgroup takes through the layers. */
export const BLOCK = 16;

/** Rows whose gradients are summed by one invocation, before the sums of all chunks are. */
export const CHUNK = 64;

/** A dense layer for a kernel: W and, as the weights of a last input that is always 1, b. */
export interface KernelLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** Where W begins in θ. */
  readonly weights: number;
  /** Its first input among the units, which the unit that is always 1 follows after the last, and its first output. */
  readonly from: number;
  readonly to: number;
}

/**
 * Where the numbers of a network lie in its buffers.
 *
 * `state`, of numbers: the optimizer's averages, θ⁻ if there may be one, θ, the terms of the latest update's loss and the
 * norm of its gradient; then the gradient of the latest batch, its terms and its norm. So a saved state and a reading
 * are one copy each.
 *
 * `units`, of vec4s: what each unit gave for four rows each. Unit u of a batch of so many `quads` of rows begins at
 * u × quads. First come the units of the network, once for each pass that is made through it; then as many for δ, dL by
 * the sum of the unit; then the terms of the loss.
 */
export interface Layout {
  readonly optimizer: OptimizerSpec;
  readonly layers: readonly KernelLayer[];
  readonly parameters: number;
  readonly terms: number;
  /** Numbers before these in `state`, and of all of it; the averages are its first. */
  readonly target: number;
  readonly theta: number;
  readonly gradient: number;
  readonly length: number;
  /** Units of the network, and before δ and the terms. */
  readonly units: number;
  readonly deltas: number;
  readonly losses: number;
}

export interface MlpLayout extends Layout {
  readonly activation: MlpSpec["activation"];
}

export function mlpLayout(
  { sizes, activation }: MlpSpec,
  optimizer: OptimizerSpec,
  keepsTarget: boolean,
): MlpLayout {
  const unitsBefore = (layer: number) => sizes.slice(0, layer).reduce((sum, units) => sum + units + 1, 0);
  const layers = layerSlices(sizes).map(({ inputs, outputs, weightOffset: weights }, layer) => ({
    inputs,
    outputs,
    weights,
    from: unitsBefore(layer),
    to: unitsBefore(layer + 1),
  }));
  const units = unitsBefore(sizes.length);
  return { activation, ...layoutOf(optimizer, { layers, units, passes: 3, terms: 1, keepsTarget }) };
}

export function layoutOf(
  optimizer: OptimizerSpec,
  of: {
    readonly layers: readonly KernelLayer[];
    readonly units: number;
    readonly passes: number;
    readonly terms: number;
    readonly keepsTarget: boolean;
  },
): Layout {
  const { layers, units, passes, terms } = of;
  const parameters = layersLength(layers);
  const target = slotCount(optimizer) * parameters;
  const theta = target + (of.keepsTarget ? parameters : 0);
  const reading = parameters + terms + 1;
  return {
    optimizer,
    layers,
    parameters,
    terms,
    target,
    theta,
    gradient: theta + reading,
    length: theta + 2 * reading,
    units,
    deltas: passes * units,
    losses: (passes + 1) * units,
  };
}
