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

/** The digits to learn from, the first of MNIST's 60,000, and all 10,000 of its test set. */
export interface DigitSets {
  readonly train: Digits;
  readonly test: Digits;
}
