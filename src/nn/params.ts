import type { Rng } from "../core/rng";

/** The shape of a fully connected network: units of every layer, input first, and the hidden activation. */
export interface MlpSpec {
  /** At least two entries, for example `[4, 64, 64, 2]`. */
  readonly sizes: readonly number[];
  readonly activation: "relu" | "tanh";
}

/** The units on both sides of a dense layer. */
export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
}

/** Where one dense layer lies in the flat parameter vector: W row by row (`[inputs, outputs]`), then b. */
export interface LayerSlice extends LayerShape {
  readonly weightOffset: number;
  readonly biasOffset: number;
}

/** The slices of every layer, in order. */
export function layerSlices(sizes: readonly number[]): LayerSlice[] {
  return placeLayers(sizes.slice(1).map((outputs, layer) => ({ inputs: sizes[layer], outputs })));
}

/** Layers of any shapes, one after the other from the start of a vector. */
export function placeLayers(shapes: readonly LayerShape[]): LayerSlice[] {
  let offset = 0;
  return shapes.map(({ inputs, outputs }) => {
    const weightOffset = offset;
    const biasOffset = weightOffset + inputs * outputs;
    offset = biasOffset + outputs;
    return { inputs, outputs, weightOffset, biasOffset };
  });
}

/** How many numbers the parameter vector holds. */
export function parameterCount(sizes: readonly number[]): number {
  return layersLength(layerSlices(sizes));
}

/** How many numbers layers hold together. */
export function layersLength(shapes: readonly LayerShape[]): number {
  return shapes.reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
}

/** Seeded first weights of a network: see `drawLayers`. */
export function initialParameters(sizes: readonly number[], rng: Rng): Float32Array {
  return drawLayers(layerSlices(sizes), rng);
}

/**
 * Seeded first weights: every weight and bias of a layer uniform on ±1/√inputs, which is what PyTorch's
 * `nn.Linear` does (LeCun et al., "Efficient BackProp", 1998, up to the factor √3). Drawn on the CPU and rounded
 * to float32, so a seed gives the same bits on every backend and in every engine. `slices` fill the vector.
 */
export function drawLayers(slices: readonly LayerSlice[], rng: Rng): Float32Array {
  const parameters = new Float32Array(layersLength(slices));
  for (const { inputs, outputs, weightOffset, biasOffset } of slices) {
    const bound = 1 / Math.sqrt(inputs);
    for (let i = weightOffset; i < biasOffset + outputs; i++) {
      parameters[i] = (2 * rng.uniform() - 1) * bound;
    }
  }
  return parameters;
}
