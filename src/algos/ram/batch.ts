import type { GlimpseState } from "../../core/glimpse";
import type { GlimpseEnv } from "../../core/glimpse-env";

/** The answer that the model's heads give for every image after a glimpse. */
export interface Heads {
  /** h_t `[rows, core]` */
  readonly hidden: Float32Array;
  /** μ(h_t) `[rows, 2]` */
  readonly means: Float32Array;
  /** b(h_t) `[rows]` */
  readonly baselines: Float32Array;
  /** `[rows, 10]` */
  readonly logits: Float32Array;
}

/** Images that are looked at side by side, and all that has been seen and chosen. Plain data; arrays are never written to again. */
export interface Batch {
  /** Before the glimpse that comes next; after the last one, as the episodes ended. */
  states: readonly GlimpseState[];
  /** What was seen, glimpse after glimpse: `[rows, inputs]`, and where: `[rows, 2]`. */
  readonly patches: Float32Array[];
  readonly places: Float32Array[];
  /** What the heads said after each glimpse, while the batch goes on; only the last of them has to be kept. */
  readonly heads: Heads[];
  /** The places drawn from the policy after all but the last glimpse, unclamped: `[rows, 2]`. */
  readonly drawn: Float32Array[];
  /** R of every image, once it has answered. */
  rewards: Float32Array | null;
}

export function newBatch(states: readonly GlimpseState[]): Batch {
  return { states, patches: [], places: [], heads: [], drawn: [], rewards: null };
}

/** A copy that can go on by itself. */
export function copyBatch({ states, patches, places, heads, drawn, rewards }: Batch): Batch {
  return {
    states,
    patches: patches.slice(),
    places: places.slice(),
    heads: heads.slice(),
    drawn: drawn.slice(),
    rewards,
  };
}

/** Numbers of one observation. */
export function inputsOf({ glimpse: { patch, scales } }: Pick<GlimpseEnv, "glimpse">): number {
  return scales * patch * patch;
}

/** Every eye takes in what is around it. */
export function glimpseAll(env: GlimpseEnv, batch: Batch): void {
  const { states } = batch;
  const inputs = inputsOf(env);
  const patches = new Float32Array(states.length * inputs);
  const places = new Float32Array(states.length * 2);
  states.forEach((state, row) => {
    env.observe(state, patches.subarray(row * inputs, (row + 1) * inputs));
    places[2 * row] = state.place.x;
    places[2 * row + 1] = state.place.y;
  });
  batch.patches.push(patches);
  batch.places.push(places);
}

/** The arrays of all glimpses, one after the other. */
export function joined(arrays: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}
