/** Pixels along each side of a digit. */
export const DIGIT_SIDE = 28;
export const DIGIT_PIXELS = DIGIT_SIDE * DIGIT_SIDE;
export const DIGIT_CLASSES = 10;

/** Handwritten digits of MNIST: 28×28 bytes an image, row after row, 0 black to 255 white. */
export interface Digits {
  readonly count: number;
  /** `count` images, one after the other. */
  readonly pixels: Uint8Array;
  /** 0 to 9. */
  readonly labels: Uint8Array;
}

/**
 * The digits to learn from, the first of MNIST's 60,000, and all 10,000 of its test set. Null where some of a set could
 * not be fetched: a part of it would make another run of the same link.
 */
export interface DigitSets {
  readonly train: Digits | null;
  readonly test: Digits | null;
}

/** Something was asked for that cannot be without digits that are missing. */
export class MissingDigits extends Error {}
