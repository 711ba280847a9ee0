import type { Rng } from "./rng";

/** A place of the eye: (−1, −1) is the top left corner of the image, (1, 1) the bottom right one (Mnih et al., 2014). */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What the agent of Mnih et al. does at every step: where it looks next, and which class it would answer now. */
export interface GlimpseAction extends Place {
  readonly answer: number;
}

/** An image that is being looked at. Plain data; its pixels are shared between states and never written to. */
export interface GlimpseState {
  /** size × size bytes, row after row. */
  readonly pixels: Uint8Array;
  readonly label: number;
  /** Where the eye is now: what `observe` shows. */
  readonly place: Place;
  /** Glimpses whose answer has been given: 0 after a reset. */
  readonly taken: number;
  /** Which digit it was made of; −1 for one that somebody drew. */
  readonly digit: number;
}

/** The eye, and where its images come from. */
export interface GlimpseFacts {
  /** Pixels along each side of the image. */
  readonly size: number;
  /** Numbers along each side of a patch, the same at every scale. */
  readonly patch: number;
  /** Patches of an observation; each covers twice the length of the one before. */
  readonly scales: number;
  /** Glimpses of an episode. */
  readonly glimpses: number;
  /** Digits to learn from, and held-out ones. */
  readonly trainCount: number;
  readonly testCount: number;
  /** An episode on held-out digit `digit`, made as those to learn from are: translated, cluttered. */
  test(digit: number, rng: Rng): GlimpseState;
  /** An episode on an image somebody made, `size` × `size` bytes. Throws if it is of another size. */
  own(pixels: Uint8Array, place: Place): GlimpseState;
}

/** A place drawn uniformly from the whole image: two draws. */
export function anyPlace(rng: Rng): Place {
  const x = Math.fround(2 * rng.uniform() - 1);
  return { x, y: Math.fround(2 * rng.uniform() - 1) };
}

/** One glimpse of one image: what was seen there, and what the network made of it. */
export interface Glimpse {
  readonly place: Place;
  /** What the retina saw: `scales` patches of patch × patch numbers, 0 to 1, one after the other. */
  readonly patches: Float32Array;
  /** h_t. */
  readonly hidden: Float32Array;
  /** The class probabilities after this glimpse. */
  readonly belief: Float32Array;
  /** The baseline b_t: the reward it expects. */
  readonly baseline: number;
  /** Where the policy would look next: the mean of its Gaussian. */
  readonly mean: Place;
}

/** An image with the glimpses of it so far. */
export interface GlimpsePicture {
  readonly size: number;
  readonly patch: number;
  readonly scales: number;
  /** How many glimpses the whole episode has. */
  readonly planned: number;
  readonly pixels: Uint8Array;
  /** The digit it shows; −1 where nobody knows. */
  readonly label: number;
  /** The standard deviation of the policy's Gaussian, in the units of places. */
  readonly sigma: number;
  readonly glimpses: readonly Glimpse[];
  /** Of the last update on this image; null before the first, and where it was never learned from. */
  readonly pushes: readonly LocationPush[] | null;
}

/** What REINFORCE did with one chosen place: A = R − b, and in which direction the mean is pushed. */
export interface LocationPush {
  readonly reward: number;
  readonly baseline: number;
  readonly advantage: number;
  /** The place that was drawn, and the mean it was drawn around. */
  readonly place: Place;
  readonly mean: Place;
  /** ∇_μ log π = (l − μ)/σ². */
  readonly gradient: Place;
}

/** How the eye is moved: by the policy, or, as a control, uniformly at random, not at all, or along a fixed path. */
export type Gaze = "learned" | "random" | "centre" | "scan";

/** A held-out digit that was answered wrongly. */
export interface Mistake {
  readonly pixels: Uint8Array;
  readonly label: number;
  readonly answer: number;
  readonly places: readonly Place[];
}

/** A test on held-out digits: each looked at once (M = 1), nothing averaged. */
export interface Evaluation {
  /** Images tested, and how many of them were answered wrongly. */
  readonly count: number;
  readonly wrong: number;
  readonly gaze: Gaze;
  readonly size: number;
  /** Gradient steps of the network that was tested. */
  readonly updates: number;
  /** How often label i was answered j, at [i · 10 + j]. */
  readonly confusion: Float64Array;
  /** The first mistakes, at most 60. */
  readonly mistakes: readonly Mistake[];
  /** For each label, the mean place of every glimpse. */
  readonly meanPaths: readonly (readonly Place[])[];
}

/** A question about one image: how the network looks at it; with `places`, what it makes of those glimpses. */
export interface Probe {
  /** Numbers the question: the answer carries it. */
  readonly id: number;
  /** size × size bytes; or a held-out digit by its number. */
  readonly image: Uint8Array | number;
  /** Glimpses to take instead of the policy's own; those that are missing up to the planned number are the policy's. */
  readonly places: readonly Place[];
  /** Whether the policy goes on after `places`. */
  readonly goOn: boolean;
}
