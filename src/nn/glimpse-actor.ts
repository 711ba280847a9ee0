import { tanh } from "../core/det-math";
import type { Place } from "../core/glimpse";
import { affine, relu } from "./affine";
import {
  glimpseParameterCount,
  glimpseSlices,
  glimpseTitle,
  type GlimpseLayer,
  type GlimpseModelSpec,
} from "./glimpse-layers";
import type { LayerSlice } from "./params";
import { softmax } from "./softmax";

/** What the network makes of one glimpse. The arrays are the caller's. */
export interface GlimpseLook {
  /** h, for the next glimpse. */
  readonly hidden: Float32Array;
  /** μ: where the policy would look next. */
  readonly mean: Place;
  /** b: the reward it expects. */
  readonly baseline: number;
  readonly logits: Float32Array;
  /** Their softmax: the class probabilities after this glimpse. */
  readonly belief: Float32Array;
}

/**
 * The recurrent attention model for one image at a time, in plain JavaScript on a copy of the weights: what `Actor` is
 * for a fully connected network, and as exact.
 */
export class GlimpseActor {
  private readonly slices: Readonly<Record<GlimpseLayer, LayerSlice>>;
  private readonly eye = new Float32Array(2);
  /** [what, where] and [seen, h of the glimpse before], also as their halves. */
  private readonly both: Float32Array;
  private readonly what: Float32Array;
  private readonly where: Float32Array;
  private readonly coreInput: Float32Array;
  private readonly seen: Float32Array;
  private readonly before: Float32Array;
  private readonly gazeHidden: Float32Array;
  private readonly gaze = new Float32Array(2);
  private readonly baseline = new Float32Array(1);
  private theta: Float32Array = new Float32Array();

  /** `weights` is θ of the network. It is kept, not copied. Throws if it is of another length. */
  constructor(
    private readonly spec: GlimpseModelSpec,
    weights: Float32Array,
  ) {
    const { glimpseUnits, coreUnits } = spec;
    this.slices = glimpseSlices(spec);
    this.both = new Float32Array(2 * glimpseUnits);
    this.what = this.both.subarray(0, glimpseUnits);
    this.where = this.both.subarray(glimpseUnits);
    this.coreInput = new Float32Array(2 * coreUnits);
    this.seen = this.coreInput.subarray(0, coreUnits);
    this.before = this.coreInput.subarray(coreUnits);
    this.gazeHidden = new Float32Array(glimpseUnits);
    this.load(weights);
  }

  get weights(): Float32Array {
    return this.theta;
  }

  /** Looks with these weights from now on. They are kept, not copied. Throws if they are of another length. */
  load(weights: Float32Array): void {
    const length = glimpseParameterCount(this.spec);
    if (weights.length !== length) {
      throw new Error(
        `A ${glimpseTitle(this.spec)} network has ${length} parameters, not ${weights.length}.`,
      );
    }
    this.theta = weights;
  }

  /** One glimpse: `patches` `[inputs]` seen at `place`, and the h of the glimpse before, null for the first. */
  look(patches: Float32Array, place: Place, hidden: Float32Array | null): GlimpseLook {
    this.eye.set([place.x, place.y]);
    this.rectified("patch", patches, this.what);
    this.rectified("place", this.eye, this.where);
    this.rectified("glimpse", this.both, this.seen);
    if (hidden) this.before.set(hidden);
    else this.before.fill(0);
    const h = new Float32Array(this.spec.coreUnits);
    this.rectified("core", this.coreInput, h);
    this.rectified("gaze_hidden", h, this.gazeHidden);
    this.linear("gaze", this.gazeHidden, this.gaze);
    this.linear("baseline", h, this.baseline);
    const logits = new Float32Array(this.spec.classes);
    this.linear("classes", h, logits);
    return {
      hidden: h,
      mean: { x: Math.fround(tanh(this.gaze[0])), y: Math.fround(tanh(this.gaze[1])) },
      baseline: this.baseline[0],
      logits,
      belief: softmax(logits, new Float32Array(logits.length)) as Float32Array,
    };
  }

  private rectified(layer: GlimpseLayer, input: Float32Array, output: Float32Array): void {
    this.linear(layer, input, output);
    relu(output);
  }

  private linear(layer: GlimpseLayer, input: Float32Array, output: Float32Array): void {
    affine(this.theta, this.slices[layer], input, output);
  }
}
