import { TRAIL } from "../../core/rollout";

/** The observations of an episode, row after row: the last `TRAIL` of them, in a ring. Plain data. */
export interface Path {
  readonly inputs: number;
  readonly rows: Float32Array;
  /** Observations in this episode so far, the first included. */
  count: number;
}

export function emptyPath(inputs: number): Path {
  return { inputs, rows: new Float32Array(TRAIL * inputs), count: 0 };
}

/** A new episode starts at `observation`. */
export function restartPath(path: Path, observation: Float32Array): void {
  path.count = 0;
  extendPath(path, observation);
}

export function extendPath(path: Path, observation: Float32Array): void {
  path.rows.set(observation, (path.count++ % TRAIL) * path.inputs);
}

/** The newest observation has become this one. */
export function replaceLast(path: Path, observation: Float32Array): void {
  path.count--;
  extendPath(path, observation);
}

/** A copy of the rows, oldest first. */
export function pathRows({ inputs, rows, count }: Path): Float32Array {
  if (count <= TRAIL) return rows.slice(0, count * inputs);
  const oldest = (count % TRAIL) * inputs;
  const ordered = new Float32Array(rows.length);
  ordered.set(rows.subarray(oldest));
  ordered.set(rows.subarray(0, oldest), rows.length - oldest);
  return ordered;
}
