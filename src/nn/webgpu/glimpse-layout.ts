import { GLIMPSE_LAYERS, glimpseSlices, type GlimpseLayer, type GlimpseModelSpec } from "../glimpse-layers";
import type { OptimizerSpec } from "../optimizers";
import { layoutOf, type KernelLayer, type Layout } from "./layout";

/**
 * Rows are images at glimpses, glimpse after glimpse, each glimpse padded to whole blocks. The units of a row are, each
 * group but the last followed by one that is always 1: the patch; the place; [what, where]; [seen, h of the glimpse
 * before]; h; the layer before the gaze; and μ, b and the logits.
 */
export interface GlimpseLayout extends Layout {
  readonly model: GlimpseModelSpec;
  readonly layer: Readonly<Record<GlimpseLayer, KernelLayer>>;
  /** The first unit of h of the glimpse before. */
  readonly before: number;
  /** The units that are always 1. */
  readonly ones: readonly number[];
}

export function glimpseLayout(model: GlimpseModelSpec, optimizer: OptimizerSpec): GlimpseLayout {
  const { inputs, glimpseUnits, coreUnits, classes } = model;
  const groups = [inputs, 2, 2 * glimpseUnits, 2 * coreUnits, coreUnits, glimpseUnits];
  const begins = [0];
  for (const units of groups) begins.push(begins[begins.length - 1] + units + 1);
  const [patch, place, both, seen, hidden, gazeHidden, mean] = begins;
  const baseline = mean + 2;
  const logits = baseline + 1;
  const ends: Record<GlimpseLayer, readonly [from: number, to: number]> = {
    patch: [patch, both],
    place: [place, both + glimpseUnits],
    glimpse: [both, seen],
    core: [seen, hidden],
    gaze_hidden: [hidden, gazeHidden],
    gaze: [gazeHidden, mean],
    classes: [hidden, logits],
    baseline: [hidden, baseline],
  };
  const slices = glimpseSlices(model);
  const layers = GLIMPSE_LAYERS.map((name): KernelLayer => {
    const { inputs, outputs, weightOffset: weights } = slices[name];
    const [from, to] = ends[name];
    return { inputs, outputs, weights, from, to };
  });
  const named = GLIMPSE_LAYERS.map((name, i) => [name, layers[i]]);
  return {
    ...layoutOf(optimizer, { layers, units: logits + classes, passes: 1, terms: 3, keepsTarget: false }),
    model,
    layer: Object.fromEntries(named) as Record<GlimpseLayer, KernelLayer>,
    before: seen + coreUnits,
    ones: begins.slice(1).map((begin) => begin - 1),
  };
}
