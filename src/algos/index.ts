import type { AlgoSpec } from "../core/algo";
import { monteCarlo } from "./monte-carlo/spec";
import { qLearning } from "./q-learning/spec";
import { sarsa } from "./sarsa/spec";
import { expectedSarsa } from "./expected-sarsa/spec";
import { doubleQLearning } from "./double-q-learning/spec";
import { sarsaLambda } from "./sarsa-lambda/spec";
import { watkinsQLambda } from "./watkins-q-lambda/spec";
import { dynaQ } from "./dyna-q/spec";
import { actorCritic } from "./actor-critic/spec";
import { dqn } from "./dqn/spec";
import { policyEvaluation } from "./policy-evaluation/spec";
import { policyIteration } from "./policy-iteration/spec";
import { prioritizedSweeping } from "./prioritized-sweeping/spec";
import { fullImage } from "./full-image/spec";
import { ram } from "./ram/spec";
import { reinforce } from "./reinforce/spec";
import { valueIteration } from "./value-iteration/spec";

/** Every algorithm, by id, in the order the page lists them. A new one is one folder, one line here and one in engine/loaders. */
export const algoSpecs = {
  "value-iteration": valueIteration,
  "policy-evaluation": policyEvaluation,
  "policy-iteration": policyIteration,
  "prioritized-sweeping": prioritizedSweeping,
  "monte-carlo": monteCarlo,
  "q-learning": qLearning,
  sarsa,
  "expected-sarsa": expectedSarsa,
  "double-q-learning": doubleQLearning,
  "sarsa-lambda": sarsaLambda,
  "watkins-q-lambda": watkinsQLambda,
  "dyna-q": dynaQ,
  dqn,
  reinforce,
  "actor-critic": actorCritic,
  ram,
  "full-image": fullImage,
} satisfies Record<string, unknown>;

export type AlgoId = keyof typeof algoSpecs;

/** The entry of `id`, with its parameters' names erased; undefined if there is none. */
export function algoSpec(id: string): AlgoSpec<Record<string, unknown>> | undefined {
  return Object.hasOwn(algoSpecs, id)
    ? (algoSpecs[id as AlgoId] as unknown as AlgoSpec<Record<string, unknown>>)
    : undefined;
}
