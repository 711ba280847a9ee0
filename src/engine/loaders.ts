import type { Run, StartRun } from "../core/algo";
import type { AlgoId } from "../algos";

type Loader = () => Promise<{ start: unknown }>;

/** How to fetch the running part of each algorithm, only when it is used. */
const loaders = {
  "value-iteration": () => import("../algos/value-iteration/run"),
  "policy-evaluation": () => import("../algos/policy-evaluation/run"),
  "policy-iteration": () => import("../algos/policy-iteration/run"),
  "prioritized-sweeping": () => import("../algos/prioritized-sweeping/run"),
  "monte-carlo": () => import("../algos/monte-carlo/run"),
  "q-learning": () => import("../algos/q-learning/run"),
  sarsa: () => import("../algos/sarsa/run"),
  "expected-sarsa": () => import("../algos/expected-sarsa/run"),
  "double-q-learning": () => import("../algos/double-q-learning/run"),
  "sarsa-lambda": () => import("../algos/sarsa-lambda/run"),
  "watkins-q-lambda": () => import("../algos/watkins-q-lambda/run"),
  "dyna-q": () => import("../algos/dyna-q/run"),
  dqn: () => import("../algos/dqn/run"),
  reinforce: () => import("../algos/reinforce/run"),
  "full-image": () => import("../algos/full-image/run"),
  ram: () => import("../algos/ram/run"),
  "actor-critic": () => import("../algos/actor-critic/run"),
} satisfies Record<AlgoId, Loader>;

/** A start function, its parameters' names erased. */
export type AnyStart = StartRun<Record<string, unknown>, unknown, Run>;

/** The start function of an algorithm. Rejects for an unknown id. */
export async function loadAlgorithm(id: string): Promise<AnyStart> {
  const module = await loaders[id as AlgoId]();
  return module.start as unknown as AnyStart;
}
