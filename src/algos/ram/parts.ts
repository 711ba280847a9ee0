import type { RunContext } from "../../core/algo";
import { type GlimpseState } from "../../core/glimpse";
import { glimpseEnvOf, type GlimpseEnv } from "../../core/glimpse-env";
import type { GreedyTest } from "../../core/network-run";
import { copyBatch, newBatch, type Batch } from "./batch";
import { firstPlace } from "./gaze";
import { RamNetwork, type RamNetworkState } from "./network";
import type { RamParams } from "./params";

/** What a run keeps besides its network. Plain data. */
interface Progress {
  batch: Batch;
  /** Numbers of the update that the batch led to, as far as it has come; null before its last glimpse. */
  update: Update | null;
  test: GreedyTest | null;
  /** The share of right answers in that test with the gaze moved at random; NaN before the first. */
  randomGaze: number;
  /** Updates that the network had when it was tested last. */
  testedAt: number;
  solvedAt: number | null;
}

/** An update as it goes. */
export interface Update {
  /** R − b(h_t) for every choice: `[T − 1, rows]`; null before they are known. */
  advantages: Float32Array | null;
  loss: number;
  baselineLoss: number;
  gradientNorm: number;
}

export interface RamMemory extends Progress {
  readonly network: RamNetworkState;
}

export interface Parts extends Progress {
  readonly context: RunContext<RamParams>;
  readonly env: GlimpseEnv;
  readonly network: RamNetwork;
  /** Images answered so far of the test that is under way; null between tests. */
  testing: number | null;
}

export function partsOf(context: RunContext<RamParams>, kept: RamMemory | undefined): Parts {
  const env = glimpseEnvOf(context.env);
  const network = new RamNetwork(env, context.params, context.streams.init, context.shipped, kept?.network);
  const progress: Progress = kept
    ? copyProgress(kept)
    : {
        // Without digits to learn from the network can be asked all the same, but not go on.
        batch: env.glimpse.trainCount > 0 ? drawBatch(context, env) : newBatch([]),
        update: null,
        test: null,
        randomGaze: NaN,
        testedAt: 0,
        solvedAt: null,
      };
  return { context, env, network, testing: null, ...progress };
}

/** New images, and the eye on the first place of each. */
export function drawBatch({ params, streams }: RunContext<RamParams>, env: GlimpseEnv): Batch {
  const states = Array.from({ length: params.batchSize }, (): GlimpseState => {
    const state = env.reset(streams.world);
    return { ...state, place: firstPlace(params.gaze, env.glimpse.glimpses, state.place) };
  });
  return newBatch(states);
}

/** A copy of all that must outlive this moment. */
export async function saveParts(parts: Parts): Promise<RamMemory> {
  const progress = copyProgress(parts);
  return { ...progress, network: await parts.network.save() };
}

function copyProgress({ batch, update, test, randomGaze, testedAt, solvedAt }: Progress): Progress {
  return { batch: copyBatch(batch), update: update && { ...update }, test, randomGaze, testedAt, solvedAt };
}
