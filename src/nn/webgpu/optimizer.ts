import type { OptimizerSpec } from "../optimizers";
import { CHUNK, type Layout } from "./layout";
import { each, prelude, wgsl } from "./text";

/** Invocations of a workgroup over parameters. */
export const WIDE = 64;
/** Parameters whose squares an invocation adds up. */
export const RUN = 16;

const CHUNKS = wgsl`
fn chunkCount() -> u32 { return (quadCount() + ${CHUNK / 4 - 1}u) / ${CHUNK / 4}u; }`;

/** The sums of all chunks added up, in order: the gradient. Behind the sums come those of its squares, a few each. */
export function sumKernel(layout: Layout): string {
  const { parameters, gradient } = layout;
  const runs = Math.ceil(parameters / RUN);
  return wgsl`${prelude(layout)}${CHUNKS}

@compute @workgroup_size(${WIDE})
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${runs}u) { return; }
  let chunks = chunkCount();
  var squares = 0.0;
  for (var p = id.x; p < ${parameters}u; p += ${runs}u) {
    var sum = partials[p];
    for (var chunk = 1u; chunk < chunks; chunk++) { sum += partials[chunk * ${parameters}u + p]; }
    state[${gradient}u + p] = sum;
    squares += sum * sum;
  }
  partials[chunks * ${parameters}u + id.x] = squares;
}`;
}

/** One workgroup: the terms of the loss, summed over all rows, and ‖∇θ‖₂, behind the gradient. */
export function normKernel(layout: Layout): string {
  const { parameters, gradient, losses, terms } = layout;
  const end = gradient + parameters;
  return wgsl`${prelude(layout)}${CHUNKS}
var<workgroup> sums: array<vec4f, ${WIDE}>; // up to three terms, and the squares

@compute @workgroup_size(${WIDE})
fn main(@builtin(local_invocation_index) lane: u32) {
  let quads = quadCount();
  var sum = vec4f();
  for (var quad = lane; quad < quads; quad += ${WIDE}u) {
    ${each(terms, (term) => `sum[${term}] += dot(units[${losses + term}u * quads + quad], vec4f(1.0));`)}
  }
  for (var run = lane; run < ${Math.ceil(parameters / RUN)}u; run += ${WIDE}u) {
    sum.w += partials[chunkCount() * ${parameters}u + run];
  }
  sums[lane] = sum;
  workgroupBarrier();
  if (lane > 0u) { return; }
  for (var other = 1u; other < ${WIDE}u; other++) { sum += sums[other]; }
  ${each(terms, (term) => `state[${end + term}u] = sum[${term}];`)}
  state[${end + terms}u] = sqrt(sum.w);
}`;
}

/** The gradient cut to its longest length, and a step of θ down it. Terms and norm are kept for the next reading. */
export function stepKernel(layout: Layout): string {
  const { optimizer, parameters, gradient, terms, theta } = layout;
  return wgsl`${prelude(layout)}
fn descend(p: u32, change: f32) { state[${theta}u + p] -= change; }
fn average(at: u32, fresh: f32, keep: f32, take: f32) -> f32 {
  let value = keep * state[at] + take * fresh;
  state[at] = value;
  return value;
}

@compute @workgroup_size(${WIDE})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let p = id.x;
  if (p <= ${terms}u) { state[${theta + parameters}u + p] = state[${gradient + parameters}u + p]; }
  if (p >= ${parameters}u) { return; }
  let rate = record[1].x;
  let epsilon = record[1].y;
  let longest = record[1].z; // negative for no limit
  let norm = state[${gradient + parameters + terms}u];
  var g = state[${gradient}u + p];
  if (longest >= 0.0 && norm > longest) { g *= longest / norm; }
  ${stepOf(optimizer, parameters)}
}`;
}

/** See `optimizerStep`, which says the same in operations; `rate` and `epsilon` hold Adam's corrections. */
function stepOf(optimizer: OptimizerSpec, parameters: number): string {
  switch (optimizer.kind) {
    case "sgd":
      return "descend(p, rate * g);";
    case "rmsprop": {
      const { decay } = optimizer;
      return `let v = average(p, g * g, ${decay}, ${1 - decay});
  descend(p, rate * g / (sqrt(v) + epsilon));`;
    }
    case "adam": {
      const { beta1, beta2 } = optimizer;
      return `let m = average(p, g, ${beta1}, ${1 - beta1});
  let v = average(${parameters}u + p, g * g, ${beta2}, ${1 - beta2});
  descend(p, rate * m / (sqrt(v) + epsilon));`;
    }
  }
}

/** θ⁻ ← τθ + (1−τ)θ⁻; with τ = 1 a copy, whatever θ⁻ was. */
export function blendKernel(layout: Layout): string {
  const { parameters, target, theta } = layout;
  return wgsl`${prelude(layout)}

@compute @workgroup_size(${WIDE})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let p = id.x;
  if (p >= ${parameters}u) { return; }
  let tau = record[1].w;
  let rest = record[2].y;
  let fresh = state[${theta}u + p];
  state[${target}u + p] = select(tau * fresh + rest * state[${target}u + p], fresh, tau == 1.0);
}`;
}
