import { DIGIT_CLASSES, MissingDigits, type Digits, type DigitSets } from "../../core/digits";
import type { Env, EnvSpec, StepResult } from "../../core/env";
import {
  anyPlace,
  type GlimpseAction,
  type GlimpseFacts,
  type GlimpseState,
  type Place,
} from "../../core/glimpse";
import type { Rng } from "../../core/rng";
import { compose } from "./compose";
import { glimpseParams, type GlimpseParams } from "./params";
import { Retina } from "./retina";

/** Digits of MNIST's test set. */
const TEST_COUNT = 10_000;

export const glimpse: EnvSpec<GlimpseParams, GlimpseState, GlimpseAction> = {
  id: "glimpse",
  title: "Glimpse",
  actionNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  params: glimpseParams,
  // Every digit fits into every image, and an eye may see further than the image reaches.
  check: () => [],
  digits: ({ trainCount }) => trainCount,
  create: (params, digits) => new Glimpse(params, digits),
};

/**
 * A handwritten digit that is seen only through an eye: a few small patches at a time, at places that the agent
 * chooses. Mnih, Heess, Graves & Kavukcuoglu, “Recurrent models of visual attention” (2014). An action is the
 * next place and an answer; the answer after the last glimpse pays 1 if it is right, and ends the episode.
 */
export class Glimpse implements Env<GlimpseState, GlimpseAction> {
  /** The answers. */
  readonly nActions = DIGIT_CLASSES;
  readonly obsShape: readonly number[];
  readonly goal = { mean: 0.9, best: 1 };
  readonly glimpse: GlimpseFacts;
  private readonly retina: Retina;
  private readonly train: Digits | null;
  private readonly testSet: Digits | null;

  /** Throws if `digits` are given but hold fewer to learn from, though some, than `params` say. */
  constructor(
    private readonly params: Readonly<GlimpseParams>,
    digits?: DigitSets,
  ) {
    const { imageSize, patch, scales, glimpses, trainCount } = params;
    this.train = digits?.train ? firstOf(digits.train, trainCount) : null;
    this.testSet = digits?.test ?? null;
    this.retina = new Retina(imageSize, patch, scales);
    this.obsShape = [scales, patch, patch];
    this.glimpse = {
      size: imageSize,
      patch,
      scales,
      glimpses,
      trainCount: digits && !digits.train ? 0 : trainCount,
      testCount: this.testSet?.count ?? TEST_COUNT,
      test: (digit, rng) => this.episodeOn(needed(this.testSet), digit, rng),
      own: (pixels, place) => this.ownEpisode(pixels, place),
    };
  }

  /** Draws a digit, what `compose` draws, and the first place. Throws without digits to learn from. */
  reset(rng: Rng): GlimpseState {
    const train = needed(this.train);
    return this.episodeOn(train, rng.int(train.count), rng);
  }

  /** Needs no chance: takes no generator. Places outside the image are moved to its border. */
  step(state: GlimpseState, { x, y, answer }: GlimpseAction): StepResult<GlimpseState> {
    if (!Number.isInteger(answer) || answer < 0 || answer >= DIGIT_CLASSES) {
      throw new RangeError(`An answer is a digit, 0 to 9, not ${answer}.`);
    }
    const taken = state.taken + 1;
    if (taken >= this.params.glimpses) {
      const reward = answer === state.label ? 1 : 0;
      return { state: { ...state, taken }, reward, terminated: true, truncated: false };
    }
    return {
      state: { ...state, taken, place: inside({ x, y }) },
      reward: 0,
      terminated: false,
      truncated: false,
    };
  }

  observe(state: GlimpseState, out: Float32Array): void {
    this.retina.look(state.pixels, state.place, out);
  }

  private episodeOn(set: Digits, digit: number, rng: Rng): GlimpseState {
    if (!Number.isInteger(digit) || digit < 0 || digit >= set.count) {
      throw new RangeError(`There is no digit ${digit}: they are numbered from 0 to ${set.count - 1}.`);
    }
    // Clutter is of digits to learn from, in a test too.
    const others = this.params.clutter > 0 ? needed(this.train) : set;
    const pixels = compose(this.params, set, digit, others, rng);
    return { pixels, label: set.labels[digit], place: anyPlace(rng), taken: 0, digit };
  }

  private ownEpisode(pixels: Uint8Array, place: Place): GlimpseState {
    const { imageSize } = this.params;
    if (pixels.length !== imageSize * imageSize) {
      throw new RangeError(
        `An image must have ${imageSize}×${imageSize} pixels; this one has ${pixels.length}.`,
      );
    }
    return { pixels, label: -1, place: inside(place), taken: 0, digit: -1 };
  }
}

function inside({ x, y }: Place): Place {
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new RangeError(`(${x}, ${y}) is no place to look at.`);
  const clamp = (value: number) => Math.min(1, Math.max(-1, value));
  return { x: clamp(x), y: clamp(y) };
}

function firstOf({ count, pixels, labels }: Digits, wanted: number): Digits {
  if (count < wanted) throw new RangeError(`There are ${count} digits to learn from, fewer than ${wanted}.`);
  return { count: wanted, pixels, labels };
}

function needed(digits: Digits | null): Digits {
  if (!digits) throw new MissingDigits("This environment cannot be started without its digits.");
  return digits;
}
