import { CHUNK, type KernelLayer, type Layout } from "./layout";
import { each, eachPair, LANES, prelude, struct, table, wgsl } from "./text";

/** Inputs and outputs of the tile of W that an invocation computes. */
const DOWN = 8;
const ACROSS = 4;

/** Invocations that all layers' tiles need. */
export function tileCount({ layers }: Layout): number {
  return layers.reduce((sum, layer) => sum + tilesOf(layer), 0);
}

function tilesOf({ inputs, outputs }: KernelLayer): number {
  return Math.ceil((inputs + 1) / DOWN) * Math.ceil(outputs / ACROSS);
}

/**
 * ∂L/∂W = Σ_rows x δᵀ, and ∂L/∂b = Σ_rows δ by the input that is always 1, of a chunk of rows each: `partials`
 * [chunks, parameters]. Workgroups are numbered by tile and by chunk. Rows are added in their order, so bits repeat.
 */
export function gradientKernel(layout: Layout): string {
  const { deltas, layers, parameters } = layout;
  const rows = layers.map((layer) => {
    const { inputs, outputs, weights, from, to } = layer;
    return struct("Layer", [tilesOf(layer), inputs, outputs, weights, from, deltas + to]);
  });
  return wgsl`${prelude(layout)}
struct Layer { tiles: u32, inputs: u32, outputs: u32, weights: u32, unit: u32, delta: u32 }

@compute @workgroup_size(${LANES})
fn main(@builtin(global_invocation_id) id: vec3u) {
  ${table("Layer", rows)}
  var tile = id.x;
  var l = 0u;
  while (l < ${layers.length}u && tile >= table[l].tiles) {
    tile -= table[l].tiles;
    l++;
  }
  if (l == ${layers.length}u) { return; }
  let layer = table[l];
  let quads = quadCount();
  let down = (layer.inputs + ${DOWN}u) / ${DOWN}u;
  let across = (layer.outputs + ${ACROSS - 1}u) / ${ACROSS}u;
  ${each(DOWN, (i) => `let row${i} = min(tile / across + ${i}u * down, layer.inputs);`)}
  ${each(ACROSS, (j) => `let column${j} = min(tile % across + ${j}u * across, layer.outputs - 1u);`)}
  ${each(DOWN, (i) => `let xAt${i} = (layer.unit + row${i}) * quads;`)}
  ${each(ACROSS, (j) => `let dAt${j} = (layer.delta + column${j}) * quads;`)}
  ${eachPair(DOWN, ACROSS, (i, j) => `var sum${i}${j} = 0.0;`)}
  let end = min((id.y + 1u) * ${CHUNK / 4}u, quads);
  for (var quad = id.y * ${CHUNK / 4}u; quad < end; quad++) {
    ${each(DOWN, (i) => `let x${i} = units[xAt${i} + quad];`)}
    ${each(ACROSS, (j) => `let d${j} = units[dAt${j} + quad];`)}
    ${eachPair(DOWN, ACROSS, (i, j) => `sum${i}${j} += dot(x${i}, d${j});`)}
  }
  let at = id.y * ${parameters}u + layer.weights;
  ${eachPair(DOWN, ACROSS, (i, j) => `partials[at + row${i} * layer.outputs + column${j}] = sum${i}${j};`)}
}`;
}
