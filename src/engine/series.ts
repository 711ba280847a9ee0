import type { SeriesUpdate } from "../core/metric-series";

/**
 * A metric's history in bounded memory. Each point is the mean, minimum and maximum of `stride`
 * values in a row; when `capacity` points are full, neighbours merge and the stride doubles.
 * What is kept depends on the values only, not on when they came.
 */
export class Series {
  private stride = 1;
  private count = 0;
  private readonly sum: Float64Array;
  private readonly min: Float64Array;
  private readonly max: Float64Array;
  /** The first point that may differ from what `takeUpdate` last handed out. */
  private dirty = 0;
  private changed = false;

  /** `capacity`: an even number of points. */
  constructor(private readonly capacity: number) {
    this.sum = new Float64Array(capacity);
    this.min = new Float64Array(capacity);
    this.max = new Float64Array(capacity);
  }

  get currentStride(): number {
    return this.stride;
  }

  push(value: number): void {
    if (this.count === this.capacity * this.stride) this.merge();
    const point = Math.floor(this.count / this.stride);
    const fresh = this.count % this.stride === 0;
    this.sum[point] = fresh ? value : this.sum[point] + value;
    this.min[point] = fresh ? value : Math.min(this.min[point], value);
    this.max[point] = fresh ? value : Math.max(this.max[point], value);
    this.count++;
    this.dirty = Math.min(this.dirty, point);
    this.changed = true;
  }

  /** The points that are new or changed since the last update, the last one possibly incomplete; null when there are none. */
  takeUpdate(): SeriesUpdate | null {
    if (!this.changed) return null;
    const length = Math.ceil(this.count / this.stride);
    const from = Math.min(this.dirty, length);
    const mean = this.sum.slice(from, length);
    for (let i = 0; i < mean.length; i++) {
      mean[i] /= Math.min(this.stride, this.count - (from + i) * this.stride);
    }
    this.dirty = Math.floor(this.count / this.stride);
    this.changed = false;
    return {
      from,
      stride: this.stride,
      mean,
      min: this.min.slice(from, length),
      max: this.max.slice(from, length),
    };
  }

  /** A copy for a checkpoint. */
  save(): SavedSeries {
    const length = Math.ceil(this.count / this.stride);
    return {
      stride: this.stride,
      count: this.count,
      sum: this.sum.slice(0, length),
      min: this.min.slice(0, length),
      max: this.max.slice(0, length),
    };
  }

  restore(saved: SavedSeries): void {
    this.stride = saved.stride;
    this.count = saved.count;
    this.sum.set(saved.sum);
    this.min.set(saved.min);
    this.max.set(saved.max);
    this.dirty = 0;
    this.changed = true;
  }

  private merge(): void {
    for (let i = 0; i < this.capacity / 2; i++) {
      this.sum[i] = this.sum[2 * i] + this.sum[2 * i + 1];
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
  min: Float64Array;
  max: Float64Array;
}
