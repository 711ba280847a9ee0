import { wgsl } from "./text";

/**
 * Says `crossEntropy(…)`: −weight · log softmax(outputs) at the column of each row, and sets its slopes. The outputs are
 * `count` units from `unit` on, `deltas` units before their δ.
 */
export const crossEntropyText = wgsl`
fn crossEntropy(unit: u32, count: u32, deltas: u32, quad: u32, column: vec4f, weight: vec4f) -> vec4f {
  let quads = quadCount();
  let at = unit * quads + quad;
  var highest = units[at];
  for (var c = 1u; c < count; c++) { highest = max(highest, units[at + c * quads]); }
  var total = vec4f();
  for (var c = 0u; c < count; c++) { total += exp(units[at + c * quads] - highest); }
  let logTotal = log(total);
  var chosen = vec4f();
  for (var c = 0u; c < count; c++) {
    let logProbability = units[at + c * quads] - highest - logTotal;
    let is = select(vec4f(), vec4f(1.0), column == vec4f(f32(c)));
    chosen += is * logProbability;
    units[at + (deltas + c) * quads] = weight * (exp(logProbability) - is);
  }
  return -weight * chosen;
}`;
