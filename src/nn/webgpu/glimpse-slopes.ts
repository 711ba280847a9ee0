import { crossEntropyText } from "./cross-entropy";
import { BEGIN, glimpsePrelude } from "./glimpse-forward";
import type { GlimpseLayout } from "./glimpse-layout";
import { backwards, inTurn, productText } from "./products";
import { QUADS, wgsl } from "./text";

/*
 * Back-propagation through time in three dispatches. As in the paper (section 3.1) the core learns from the class alone:
 * the gaze and the baseline only read h.
 */

/**
 * The three terms of the loss for every row, and their slopes at the sums of μ, b, the logits and the layer before the
 * gaze: (b − R)² weight; ½ pull ‖μ − l‖², pull being advantage × scale / σ²; and −log softmax(logits) at the class.
 */
export function slopesKernel(layout: GlimpseLayout): string {
  const { deltas, layer, losses, theta } = layout;
  const { gaze_hidden, gaze, classes, baseline } = layer;
  const stages = [backwards(gaze, "relu", { columns: gaze.inputs, to: gaze_hidden.to })];
  return wgsl`${glimpsePrelude(layout)}${productText(stages)}${crossEntropyText}
fn output(unit: u32, quad: u32) -> vec4f { return units[unit * quadCount() + quad]; }
fn setSlope(unit: u32, quad: u32, slope: vec4f) { units[(${deltas}u + unit) * quadCount() + quad] = slope; }
fn setLoss(i: u32, quad: u32, loss: vec4f) { units[(${losses}u + i) * quadCount() + quad] = loss; }

fn choiceLosses(quad: u32) {
  let off = output(${baseline.to}u, quad) - term(3u, quad);
  let weight = term(4u, quad);
  setSlope(${baseline.to}u, quad, 2.0 * weight * off);
  setLoss(1u, quad, weight * off * off);
  let pull = term(2u, quad);
  var squares = vec4f();
  for (var i = 0u; i < 2u; i++) {
    let mean = output(${gaze.to}u + i, quad);
    let distance = mean - term(i, quad);
    squares += distance * distance;
    setSlope(${gaze.to}u + i, quad, pull * distance * (1.0 - mean * mean));
  }
  setLoss(2u, quad, 0.5 * pull * squares);
}
fn classLoss(quad: u32) {
  let label = term(5u, quad); // −1 where no answer is asked for
  let weight = select(vec4f(), vec4f(record[2].x), label >= vec4f());
  setLoss(0u, quad, crossEntropy(${classes.to}u, ${classes.outputs}u, ${deltas}u, quad, label, weight));
}
${BEGIN}
  let deltas = base + ${deltas}u * quads;
  if (lane < ${QUADS}u) {
    choiceLosses(base + lane);
    classLoss(base + lane);
  }
  storageBarrier();
  ${inTurn(stages, `deltas, deltas, base, ${theta}u`)}
}`;
}

/** δ of the core: from the class at the last glimpse, then glimpse by glimpse back by the part of W that reads h. */
export function throughTimeKernel(layout: GlimpseLayout): string {
  const { deltas, layer, model, theta } = layout;
  const { core, classes } = layer;
  const columns = model.coreUnits;
  const stages = [
    backwards(classes, "relu", { columns, to: core.to }),
    backwards(core, "relu", { first: columns, columns, to: core.to }),
  ];
  return wgsl`${glimpsePrelude(layout)}${productText(stages)}
${BEGIN}
  let deltas = base + ${deltas}u * quads;
  for (var back = 0u; back < glimpseCount(); back++) {
    let now = (glimpseCount() - 1u - back) * ofGlimpse;
    let later = now + min(back, 1u) * ofGlimpse;
    product(min(back, 1u), lane, quads, deltas + later, deltas + now, base + now, ${theta}u);
    storageBarrier();
  }
}`;
}

/** δ of the glimpse network, for every glimpse at once. */
export function underKernel(layout: GlimpseLayout): string {
  const { deltas, layer, model, theta } = layout;
  const stages = [
    backwards(layer.core, "relu", { columns: model.coreUnits, to: layer.glimpse.to }),
    backwards(layer.glimpse, "relu", { columns: 2 * model.glimpseUnits, to: layer.patch.to }),
  ];
  return wgsl`${glimpsePrelude(layout)}${productText(stages)}
${BEGIN}
  let deltas = base + ${deltas}u * quads;
  ${inTurn(stages, `deltas, deltas, base, ${theta}u`)}
}`;
}
