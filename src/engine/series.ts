import type { SeriesUpdate } from "../core/metric-series";

/**
 * A metric's history in bounded memory. Each point is the mean, minimum and maximum of `stride`
 * values in a row, NaN left out; when `capacity` points are full, neighbours merge and the stride doubles.
 * What is kept depends on the values only, not on when they came.
 */
export class Series {
  private stride = 1;
  private count = 0;
  private readonly sum: Float64Array;
  /** How many values of a point are numbers: those of the mean. */
  private readonly numbers: Float64Array;
  private readonly min: Float64Array;
  private readonly max: Float64Array;
  /** The first point that may differ from what `takeUpdate` last handed out. */
  private dirty = 0;
  private changed = false;

  /** `capacity`: an even number of points. */
  constructor(private readonly capacity: number) {
    this.sum = new Float64Array(capacity);
    this.numbers = new Float64Array(capacity);
    this.min = new Float64Array(capacity);
    this.max = new Float64Array(capacity);
  }

  get currentStride(): number {
    return this.stride;
  }

  push(value: number): void {
    if (this.count === this.capacity * this.stride) this.merge();
    const point = Math.floor(this.count / this.stride);
    if (this.count % this.stride === 0) {
      this.sum[point] = this.numbers[point] = 0;
      this.min[point] = Infinity;
      this.max[point] = -Infinity;
    }
    if (!Number.isNaN(value)) {
      this.sum[point] += value;
      this.numbers[point]++;
      this.min[point] = Math.min(this.min[point], value);
      this.max[point] = Math.max(this.max[point], value);
    }
    this.count++;
    this.dirty = Math.min(this.dirty, point);
    this.changed = true;
  }

  /** The points that are new or changed since the last update, the last one possibly incomplete; null when there are none. */
  takeUpdate(): SeriesUpdate | null {
    if (!this.changed) return null;
    const length = Math.ceil(this.count / this.stride);
    const from = Math.min(this.dirty, length);
    const numbers = this.numbers.subarray(from, length);
    // A point without a number is a gap: NaN.
    const known = (values: Float64Array) =>
      values.slice(from, length).map((x, i) => (numbers[i] > 0 ? x : NaN));
    const mean = known(this.sum).map((sum, i) => sum / numbers[i]);
    this.dirty = Math.floor(this.count / this.stride);
    this.changed = false;
    return { from, stride: this.stride, mean, min: known(this.min), max: known(this.max) };
  }

  /** A copy for a checkpoint. */
  save(): SavedSeries {
    const length = Math.ceil(this.count / this.stride);
    return {
      stride: this.stride,
      count: this.count,
      sum: this.sum.slice(0, length),
      numbers: this.numbers.slice(0, length),
      min: this.min.slice(0, length),
      max: this.max.slice(0, length),
    };
  }

  restore(saved: SavedSeries): void {
    this.stride = saved.stride;
    this.count = saved.count;
    this.sum.set(saved.sum);
    this.numbers.set(saved.numbers);
    this.min.set(saved.min);
    this.max.set(saved.max);
    this.dirty = 0;
    this.changed = true;
  }

  private merge(): void {
    for (let i = 0; i < this.capacity / 2; i++) {
      this.sum[i] = this.sum[2 * i] + this.sum[2 * i + 1];
      this.numbers[i] = this.numbers[2 * i] + this.numbers[2 * i + 1];
      this.min[i] = Math.min(this.min[2 * i], this.min[2 * i + 1]);
      this.max[i] = Math.max(this.max[2 * i], this.max[2 * i + 1]);
    }
    this.stride *= 2;
    this.dirty = 0;
  }
}

export interface SavedSeries {
  stride: number;
  count: number;
  sum: Float64Array;
  numbers: Float64Array;
  min: Float64Array;
  max: Float64Array;
}
