import type { NumberParam, ParamDefs } from "../../core/params";

/** The parameters of the glimpse classifier: the images, the eye, and how many digits there are to learn from. */
export interface GlimpseParams {
  /** Pixels along each side of the image. */
  imageSize: number;
  /** Pixels along each side of the square that the digit, 28×28 in MNIST, is drawn in. */
  digitSize: number;
  /** Whether the digit lies anywhere in the image; else it is in the middle. */
  translate: boolean;
  /** Pieces of other digits that are added to the image. */
  clutter: number;
  /** Numbers along each side of a patch: what the eye sees at one scale. */
  patch: number;
  /** Patches of a glimpse, each twice as wide as the one before and just as coarse in numbers. */
  scales: number;
  /** Glimpses of an episode. */
  glimpses: number;
  /** Training digits that are used: the first of MNIST's 60,000. */
  trainCount: number;
}

const count = (def: Omit<NumberParam, "kind" | "live" | "integer" | "step">): NumberParam => ({
  kind: "number",
  live: false,
  integer: true,
  step: 1,
  ...def,
});

/** The defaults are the first task of Mnih et al. (2014): the digit as it is, six glimpses of 8×8 pixels. */
export const glimpseParams: ParamDefs<GlimpseParams> = {
  imageSize: count({
    label: "Image size",
    symbol: "S",
    help: "Pixels along each side of the image. In a larger image there is more to search, but a glimpse costs the same.",
    default: 28,
    min: 28,
    max: 100,
  }),
  digitSize: count({
    label: "Digit size",
    symbol: "d",
    help: "Pixels along each side of the digit. MNIST’s are 28; smaller ones are averaged down. A network trained on one size often fails on another.",
    default: 28,
    min: 14,
    max: 28,
  }),
  translate: {
    kind: "flag",
    label: "Digit anywhere",
    help: "The digit lies at a random place in the image. Off: always in the middle. It matters only where the image is larger than the digit.",
    live: false,
    default: true,
  },
  clutter: count({
    label: "Clutter",
    symbol: "n_{\\text{clutter}}",
    help: "So many random 8×8 pieces of other digits are added to the image. They look like strokes but say nothing about the answer.",
    default: 0,
    min: 0,
    max: 12,
  }),
  patch: count({
    label: "Patch",
    symbol: "w",
    help: "A glimpse is w×w numbers at every scale. At the first scale a number is one pixel.",
    default: 8,
    min: 4,
    max: 16,
  }),
  scales: count({
    label: "Scales",
    symbol: "k",
    help: "Patches of one glimpse, around the same place. Each covers twice the length of the one before with as many numbers: sharp in the middle, coarse around it.",
    default: 1,
    min: 1,
    max: 4,
  }),
  glimpses: count({
    label: "Glimpses",
    symbol: "T",
    help: "How often the eye may look at an image. The answer after the last glimpse counts: 1 if it is right, 0 if not.",
    default: 6,
    min: 1,
    max: 10,
  }),
  trainCount: {
    ...count({
      label: "Training digits",
      symbol: "N",
      help: "How many of the 60,000 training digits. Fewer are fetched sooner and learned by heart sooner. The test is always on the 10,000 others.",
      default: 60_000,
      min: 1000,
      max: 60_000,
    }),
    step: 1000,
  },
};
