import type { Scenario } from "../core/scenario";
import { algoSpec } from "../algos";
import { envSpec } from "../envs";
import type { FetchedDigits } from "./digits";

/** What a run needs besides its scenario. */
export interface Resources {
  readonly digits?: FetchedDigits;
  /** A file of shipped weights. */
  readonly shipped?: Uint8Array;
}

/** Where a run's resources come from. What was fetched once is kept; both reject with a sentence for the user. */
export interface ResourceHost {
  /**
   * MNIST's test set and the first `trainCount` of its training digits, as far as they come; `onShare` hears of 0 to 1,
   * and of 1 only if all do.
   */
  fetchDigits(trainCount: number, onShare: (share: number) => void): Promise<FetchedDigits>;
  fetchWeights(name: string): Promise<Uint8Array>;
}

/**
 * Fetches what a scenario needs, which for most of them is nothing. Digits may be missing: without them there is less to
 * do, but something. Without its weights there is no network, and it rejects with a sentence for the user.
 */
export async function fetchResources(
  host: ResourceHost,
  { env, algo }: Scenario,
  onShare: (share: number) => void,
): Promise<Resources> {
  const trainCount = envSpec(env.id)?.digits?.(env.params);
  const weights = algoSpec(algo.id)?.shipped?.(algo.params) ?? null;
  const digits = trainCount === undefined ? undefined : await host.fetchDigits(trainCount, onShare);
  const shipped = weights === null ? undefined : await host.fetchWeights(weights);
  return { ...(digits && { digits }), ...(shipped && { shipped }) };
}
