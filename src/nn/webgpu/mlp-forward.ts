import type { MlpLayout } from "./layout";
import { forwards, inTurn, ones, productText } from "./products";
import { each, LANES, prelude, QUADS, wgsl } from "./text";

/**
 * What the kernels of a fully connected network are told besides: in the header how a target bootstraps, whether θ⁻ is a
 * network of its own, whether errors are Huber's; then the observations unit by unit, of every row its column, its
 * value and its discount, and the next observations (mlp-record.ts).
 */
export function mlpPrelude(layout: MlpLayout): string {
  const { inputs } = layout.layers[0];
  return wgsl`${prelude(layout)}
fn bootstraps() -> bool { return record[0].y > 0.0; }
fn isDouble() -> bool { return record[0].y > 1.0; }
fn hasTarget() -> bool { return record[0].z > 0.0; }
fn isHuber() -> bool { return record[0].w > 0.0; }
const OBSERVATIONS = 3u;
const NEXT = ${inputs + 3}u;
const COLUMN = 0u;
const VALUE = 1u;
const DISCOUNT = 2u;
fn ofRow(what: u32, quad: u32) -> vec4f { return record[OBSERVATIONS + (${inputs}u + what) * quadCount() + quad]; }`;
}

/**
 * All layers for a block of rows, h = f(W x + b), the last one without f. Workgroups are numbered by block, and by pass:
 * the observations with θ, the next ones with θ⁻ (or θ where there is none), the next ones with θ.
 */
export function mlpForward(layout: MlpLayout): string {
  const { activation, layers, target, theta, units } = layout;
  const last = layers.length - 1;
  const stages = layers.map((layer, l) => forwards(layer, l === last ? "linear" : activation));
  return wgsl`${mlpPrelude(layout)}${productText(stages)}

@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let quads = quadCount();
  let first = group.x * ${QUADS}u;
  let base = group.y * ${units}u * quads + first;
  let theta = select(${theta}u, ${target}u, group.y == 1u && hasTarget());
  let rows = OBSERVATIONS + select(0u, NEXT * quads, group.y > 0u) + first;
  for (var i = lane; i < ${layers[0].inputs}u; i += ${LANES}u) {
    ${each(QUADS, (q) => `units[base + i * quads + ${q}u] = record[rows + i * quads + ${q}u];`)}
  }
  ${ones(layers.map(({ from, inputs }) => from + inputs))}
  storageBarrier();
  ${inTurn(stages, "base, base, base, theta")}
}`;
}
