/** A picture of value and policy over two numbers of the observation, the others held. */
export interface ValueMap {
  /** Which numbers of the observation run along x and y. */
  readonly x: number;
  readonly y: number;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** Cells along each side; all arrays are rows of cells, the lowest y first. */
  readonly side: number;
  /** The observation whose other numbers are held. */
  readonly at: readonly number[];
  /** max Q(s, ·) or V(s); null for a policy without a value network. */
  readonly values: Float32Array | null;
  /** The best, or the most probable, action. */
  readonly actions: Uint8Array;
  /** π(last action | s), where the network is a policy. */
  readonly probabilities: Float32Array | null;
}

/** A network to draw, with what flows through it in the present state. */
export interface NetworkPicture {
  readonly title: string;
  /** What it is called in a file of weights. */
  readonly name: string;
  /** Units of each layer, input first. */
  readonly sizes: readonly number[];
  /** Labels of the inputs and outputs, KaTeX. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Layer after layer: W row by row (`[inputs, outputs]`), then b. */
  readonly weights: Float32Array;
  /** Of every layer, input first. */
  readonly activations: readonly Float32Array[];
}

/** One stored transition. */
export interface StoredTransition {
  /** Place in the memory, 0 … capacity − 1. */
  readonly place: number;
  /** Environment steps since it was stored. */
  readonly age: number;
  readonly observation: readonly number[];
  readonly action: number;
  readonly reward: number;
  readonly terminated: boolean;
}

/** A replay memory, looked into. */
export interface MemoryPicture {
  readonly capacity: number;
  readonly size: number;
  /** Where the next transition goes. */
  readonly head: number;
  /** The memory in at most 1,000 equal pieces in the order of places: mean age in steps, mean reward, ends of episodes. */
  readonly ages: Float32Array;
  readonly rewards: Float32Array;
  readonly ends: Float32Array;
  /** What the last minibatch drew. */
  readonly batch: readonly StoredTransition[];
  /** Mean |correlation| of successive observations in a batch as drawn, and in one of consecutive transitions of one environment; null before there are enough. */
  readonly correlation: { readonly random: number; readonly consecutive: number } | null;
}

/** TD errors δ = y − Q(s, a) of stored transitions under the present networks. */
export interface ErrorSample {
  readonly errors: Float32Array;
  /** What they are a sample of, in words. */
  readonly of: string;
}

/** One trajectory of the last update: arrays over its steps, or over the first of them where it is very long. */
export interface TrajectoryPicture {
  /** Which of how many. */
  readonly index: number;
  readonly count: number;
  /** How many steps it has. */
  readonly steps: number;
  readonly actions: Uint8Array;
  readonly rewards: Float32Array;
  /** log π(a|s) when it was acted on. */
  readonly logProbabilities: Float32Array;
  /** π(a|s) before and after the update. */
  readonly before: Float32Array;
  readonly after: Float32Array;
  /** The return each action was credited with, by the setting in force. */
  readonly returns: Float32Array;
  /** What really came after each action, discounted only where the setting discounts. */
  readonly returnsToGo: Float32Array;
  /** b(s) or V(s); null without a baseline. */
  readonly baselines: Float32Array | null;
  /** What multiplies ∇log π(a|s). */
  readonly advantages: Float32Array;
  readonly ended: "terminated" | "truncated";
}
