import type { Rng } from "../core/rng";
import { drawLayers, layersLength, placeLayers, type LayerShape, type LayerSlice } from "./params";

/** The sizes of a recurrent attention model (Mnih et al., 2014). */
export interface GlimpseModelSpec {
  /** Numbers of one glimpse: scales · patch². */
  readonly inputs: number;
  /** Units of the glimpse network for what is seen, and as many for where; also of the layer before the gaze. */
  readonly glimpseUnits: number;
  /** Units of h. */
  readonly coreUnits: number;
  readonly classes: number;
}

/** The layers in the order of θ, under the names that weights files and scripts/glimpse/model.py give them. */
export const GLIMPSE_LAYERS = [
  "patch",
  "place",
  "glimpse",
  "core",
  "gaze_hidden",
  "gaze",
  "classes",
  "baseline",
] as const;

export type GlimpseLayer = (typeof GLIMPSE_LAYERS)[number];

/**
 * Where each layer lies in θ. `patch` and `place` feed `glimpse` as [what, where]; it feeds `core` as [seen, h of the
 * glimpse before]; from h follow the place to look at next (`gaze_hidden`, `gaze`), `classes` and `baseline`.
 */
export function glimpseSlices(spec: GlimpseModelSpec): Readonly<Record<GlimpseLayer, LayerSlice>> {
  const slices = placeLayers(shapesOf(spec));
  const entries = GLIMPSE_LAYERS.map((name, layer) => [name, slices[layer]] as const);
  return Object.fromEntries(entries) as Record<GlimpseLayer, LayerSlice>;
}

/** How many numbers θ holds. */
export function glimpseParameterCount(spec: GlimpseModelSpec): number {
  return layersLength(shapesOf(spec));
}

/** Seeded first weights: see `drawLayers`. */
export function initialGlimpseParameters(spec: GlimpseModelSpec, rng: Rng): Float32Array {
  return drawLayers(placeLayers(shapesOf(spec)), rng);
}

/** What an error calls such a network. */
export function glimpseTitle({ inputs, glimpseUnits, coreUnits }: GlimpseModelSpec): string {
  return `${inputs}-${glimpseUnits}-${coreUnits} glimpse`;
}

function shapesOf({ inputs, glimpseUnits, coreUnits, classes }: GlimpseModelSpec): LayerShape[] {
  const shapes: Record<GlimpseLayer, LayerShape> = {
    patch: { inputs, outputs: glimpseUnits },
    place: { inputs: 2, outputs: glimpseUnits },
    glimpse: { inputs: 2 * glimpseUnits, outputs: coreUnits },
    core: { inputs: 2 * coreUnits, outputs: coreUnits },
    gaze_hidden: { inputs: coreUnits, outputs: glimpseUnits },
    gaze: { inputs: glimpseUnits, outputs: 2 },
    classes: { inputs: coreUnits, outputs: classes },
    baseline: { inputs: coreUnits, outputs: 1 },
  };
  return GLIMPSE_LAYERS.map((name) => shapes[name]);
}
