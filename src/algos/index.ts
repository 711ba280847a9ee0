import type { AlgoSpec } from "../core/algo";
import { qLearning } from "./q-learning/spec";
import { valueIteration } from "./value-iteration/spec";

/** Every algorithm, by id, in the order the page lists them. A new one is one folder, one line here and one in engine/loaders. */
export const algoSpecs = {
  "value-iteration": valueIteration,
  "q-learning": qLearning,
} satisfies Record<string, unknown>;

export type AlgoId = keyof typeof algoSpecs;

/** The entry of `id`, with its parameters' names erased; undefined if there is none. */
export function algoSpec(id: string): AlgoSpec<Record<string, unknown>> | undefined {
  return Object.hasOwn(algoSpecs, id)
    ? (algoSpecs[id as AlgoId] as unknown as AlgoSpec<Record<string, unknown>>)
    : undefined;
}
