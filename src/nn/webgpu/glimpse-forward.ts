import type { GlimpseLayout } from "./glimpse-layout";
import { forwards, inTurn, ones, productText } from "./products";
import { each, LANES, prelude, QUADS, wgsl } from "./text";

/*
 * The recurrent attention model (Mnih et al., 2014, section 3) for all glimpses of a batch in three dispatches: what does
 * not depend on h for every glimpse at once, h glimpse after glimpse, and what follows from it for every glimpse again.
 */

/**
 * A record says after the header, unit by unit, what was seen and where; then the terms of the loss (glimpse-slopes.ts),
 * or, to look once, h of the glimpse before.
 */
export function glimpsePrelude(layout: GlimpseLayout): string {
  const { inputs } = layout.model;
  return wgsl`${prelude(layout)}
fn glimpseCount() -> u32 { return u32(record[0].y); }
fn continues() -> bool { return record[0].z > 0.0; }
const SEEN = 3u;
const TERMS = ${inputs + 2}u;
fn term(i: u32, quad: u32) -> vec4f { return record[SEEN + (TERMS + i) * quadCount() + quad]; }`;
}

/** Begins a kernel whose workgroups are numbered by block of images and, where it has all of them at once, by glimpse. */
export const BEGIN = wgsl`
@compute @workgroup_size(${LANES})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let quads = quadCount();
  let ofGlimpse = quads / glimpseCount();
  let first = group.x * ${QUADS}u;
  let base = group.y * ofGlimpse + first;`;

/** The glimpse network: what = relu(patch W), where = relu(place W), seen = relu([what, where] W). */
export function seeKernel(layout: GlimpseLayout): string {
  const { before, layer, model, theta } = layout;
  const { inputs, coreUnits } = model;
  const stages = [layer.patch, layer.place, layer.glimpse].map((each) => forwards(each, "relu"));
  const places = `base, base, base, ${theta}u`;
  const eachQuad = (text: (q: number) => string) => each(QUADS, text);
  return wgsl`${glimpsePrelude(layout)}${productText(stages)}
${BEGIN}
  for (var i = lane; i < TERMS; i += ${LANES}u) {
    let unit = base + select(i, i + 1u, i >= ${inputs}u) * quads; // a 1 between the two
    ${eachQuad((q) => `units[unit + ${q}u] = record[SEEN + i * quads + base + ${q}u];`)}
  }
  if (group.y == 0u) {
    for (var i = lane; i < ${coreUnits}u; i += ${LANES}u) {
      ${eachQuad((q) => {
        const h = `units[base + (${before}u + i) * quads + ${q}u]`;
        return `${h} = vec4f();
      if (continues()) { ${h} = term(i, first + ${q}u); }`;
      })}
    }
  }
  ${ones(layout.ones)}
  storageBarrier();
  product(0u, lane, quads, ${places});
  product(1u, lane, quads, ${places});
  storageBarrier();
  product(2u, lane, quads, ${places});
}`;
}

/** h_t = relu([seen_t, h_{t−1}] W), glimpse after glimpse. */
export function recurKernel(layout: GlimpseLayout): string {
  const { before, layer, model, theta } = layout;
  const stages = [forwards(layer.core, "relu")];
  return wgsl`${glimpsePrelude(layout)}${productText(stages)}
${BEGIN}
  for (var t = 0u; t < glimpseCount(); t++) {
    let now = base + t * ofGlimpse;
    product(0u, lane, quads, now, now, now, ${theta}u);
    storageBarrier();
    if (t + 1u < glimpseCount()) {
      for (var i = lane; i < ${model.coreUnits}u; i += ${LANES}u) {
        ${each(QUADS, (q) => `units[now + ofGlimpse + (${before}u + i) * quads + ${q}u] = units[now + (${layer.core.to}u + i) * quads + ${q}u];`)}
      }
    }
    storageBarrier();
  }
}`;
}

/** μ = tanh(relu(h W) W), b and the logits. */
export function chooseKernel(layout: GlimpseLayout): string {
  const { layer, theta } = layout;
  const stages = [
    forwards(layer.gaze_hidden, "relu"),
    forwards(layer.baseline, "linear"),
    forwards(layer.classes, "linear"),
    forwards(layer.gaze, "tanh"),
  ];
  return wgsl`${glimpsePrelude(layout)}${productText(stages)}
${BEGIN}
  ${inTurn(stages, `base, base, base, ${theta}u`)}
}`;
}
