import { argmax } from "./argmax";
import { DIGIT_CLASSES } from "./digits";
import type { Evaluation, Gaze, GlimpseState, Mistake, Place } from "./glimpse";

/** A test keeps so many of its mistakes. */
const MOST_MISTAKES = 60;

/** Collects what a test on held-out images finds. */
export class Tally {
  private count = 0;
  private wrong = 0;
  private readonly confusion = new Float64Array(DIGIT_CLASSES * DIGIT_CLASSES);
  private readonly mistakes: Mistake[] = [];
  /** For each label, images of it and the sums of the places of each glimpse. */
  private readonly sums;

  constructor(
    private readonly size: number,
    glimpses: number,
  ) {
    this.sums = Array.from({ length: DIGIT_CLASSES }, () => ({
      images: 0,
      places: Array.from({ length: glimpses }, () => ({ x: 0, y: 0 })),
    }));
  }

  add({ label, pixels }: GlimpseState, answer: number, places: readonly Place[]): void {
    this.count++;
    this.confusion[label * DIGIT_CLASSES + answer]++;
    const sum = this.sums[label];
    sum.images++;
    places.forEach(({ x, y }, t) => {
      sum.places[t].x += x;
      sum.places[t].y += y;
    });
    if (answer === label) return;
    this.wrong++;
    if (this.mistakes.length < MOST_MISTAKES) this.mistakes.push({ pixels, label, answer, places });
  }

  evaluation(gaze: Gaze): Omit<Evaluation, "updates"> {
    const { count, wrong, size, confusion, mistakes } = this;
    const meanPaths = this.sums.map(({ places, images }) =>
      places.map(({ x, y }) => ({ x: x / Math.max(1, images), y: y / Math.max(1, images) })),
    );
    return { count, wrong, gaze, size, confusion, mistakes, meanPaths };
  }
}

/** The most probable class of an image, from the logits `[rows, 10]` of all. */
export function bestOf(logits: Float32Array, row: number): number {
  return argmax(logits.subarray(row * DIGIT_CLASSES, (row + 1) * DIGIT_CLASSES));
}

/** Where the eye was on one image, glimpse after glimpse, from the places `[rows, 2]` of all. */
export function pathOf(places: readonly Float32Array[], row: number): Place[] {
  return places.map((of) => ({ x: of[2 * row], y: of[2 * row + 1] }));
}
