import { crossEntropyText } from "./cross-entropy";
import type { MlpLayout } from "./layout";
import { mlpPrelude } from "./mlp-forward";
import { backwards, inTurn, productText } from "./products";
import { LANES, QUADS, wgsl } from "./text";

/** What a learner's loss is: a regression of chosen outputs, or a cross-entropy of all. */
export type LossKind = "regression" | "crossEntropy";

/** For a block of rows the loss and its slopes at the outputs, and then layer by layer the slopes below. */
export function mlpBackward(layout: MlpLayout, loss: LossKind): string {
  const { activation, deltas, layers, losses, theta } = layout;
  const { outputs, to } = layers[layers.length - 1];
  const stages = layers
    .slice(1)
    .map((above) => backwards(above, activation, { columns: above.inputs, to: above.from }))
    .reverse();
  const lossText =
    loss === "regression"
      ? regressionText(layout)
      : wgsl`${crossEntropyText}
fn lossOf(quad: u32) -> vec4f {
  return crossEntropy(${to}u, ${outputs}u, ${deltas}u, quad, ofRow(COLUMN, quad), ofRow(VALUE, quad));
}`;
  // Of a single layer there is nothing below.
  const [products, all] =
    stages.length > 0 ? [productText(stages), inTurn(stages, `deltas, deltas, base, ${theta}u`)] : ["", ""];
  return wgsl`${mlpPrelude(layout)}${products}${lossText}

@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let quads = quadCount();
  let base = group.x * ${QUADS}u;
  let deltas = ${deltas}u * quads + base;
  if (lane < ${QUADS}u) { units[${losses}u * quads + base + lane] = lossOf(base + lane); }
  storageBarrier();
  ${all}
}`;
}

/**
 * scale · ℓ(q − y) of rows with a column ≥ 0, q being the output there and y = value + discount · the next state's best
 * output by pass 1, chosen by pass 2 where learning is double. ℓ(d) is d², or Huber's.
 */
function regressionText({ deltas, layers, units }: MlpLayout): string {
  const { outputs, to } = layers[layers.length - 1];
  return wgsl`
const OUTPUTS = ${outputs}u;
fn output(which: u32, column: u32, quad: u32) -> vec4f { // of a pass
  return units[(which * ${units}u + ${to}u + column) * quadCount() + quad];
}
fn setSlope(column: u32, quad: u32, slope: vec4f) {
  units[(${deltas + to}u + column) * quadCount() + quad] = slope;
}
fn isNan(x: vec4f) -> vec4<bool> { // by its bits: arithmetic may be compiled as if there were none
  return (bitcast<vec4u>(x) & vec4u(0x7fffffffu)) > vec4u(0x7f800000u);
}
fn best(quad: u32) -> vec4f {
  let chooser = select(1u, 2u, isDouble());
  var highest = output(chooser, 0u, quad);
  var value = output(1u, 0u, quad);
  var poison = select(vec4f(), value, isNan(value));
  for (var c = 1u; c < OUTPUTS; c++) {
    let other = output(chooser, c, quad);
    let its = output(1u, c, quad);
    value = select(value, its, other > highest);
    highest = select(highest, other, other > highest);
    poison = select(poison, its, isNan(its));
  }
  return value + poison; // a NaN of any action is to be seen
}
fn lossOf(quad: u32) -> vec4f {
  let scale = record[2].x;
  let column = ofRow(COLUMN, quad);
  var y = ofRow(VALUE, quad);
  if (bootstraps()) { y += ofRow(DISCOUNT, quad) * best(quad); }
  var q = vec4f();
  for (var c = 0u; c < OUTPUTS; c++) { q = select(q, output(0u, c, quad), column == vec4f(f32(c))); }
  let d = select(vec4f(), q - y, column >= vec4f());
  let clipped = d / max(abs(d), vec4f(1.0));
  let huber = vec4<bool>(isHuber());
  let slope = scale * select(2.0 * d, clipped, huber);
  for (var c = 0u; c < OUTPUTS; c++) { setSlope(c, quad, select(vec4f(), slope, column == vec4f(f32(c)))); }
  return scale * select(d * d, clipped * (d - 0.5 * clipped), huber);
}`;
}
