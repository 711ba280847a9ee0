import type { StartRun } from "../../src/core/algo";
import type { Env } from "../../src/core/env";
import { backup } from "../../src/core/backup";
import type { FiniteMdp } from "../../src/core/finite-mdp";
import { isGreedy, maxQ } from "../../src/core/greedy";
import type { ParamDefs } from "../../src/core/params";
import { begin, type Driven } from "../../src/algos/test-bench";
import { algoSpec } from "../../src/algos";
import { loadAlgorithm } from "../../src/engine/loaders";

/** A learner, its parameters and the number of episodes it is given. */
export interface Trial {
  env: Env;
  algo: string;
  params: Record<string, unknown>;
  episodes: number;
}

type Finished = Driven<unknown, Record<string, unknown>>;

/** Runs a trial once for each seed 1 … seeds. */
export async function runSeeds({ env, algo, params, episodes }: Trial, seeds: number): Promise<Finished[]> {
  const spec = algoSpec(algo);
  if (!spec) throw new Error(`There is no algorithm called ${algo}.`);
  const start = (await loadAlgorithm(algo)) as StartRun<Record<string, unknown>>;
  const defs: ParamDefs<Record<string, unknown>> = spec.params;
  return Array.from({ length: seeds }, (_, i) => {
    const started = begin(start, env, defs, params, { seed: i + 1 });
    while (started.context.clock.episodes < episodes) started.tick();
    return started;
  });
}

/** Mean and standard error of the mean. */
export function meanOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const square = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(square / values.length) };
}

/** Mean of the entries from number `from` on, counted from 0. */
export const meanFrom = (values: readonly number[], from: number): number => meanOf(values.slice(from)).mean;

/** Q* by value iteration, until a sweep changes nothing by more than 1e-13. */
export function optimalQ(mdp: FiniteMdp, gamma: number): Float64Array {
  const Q = new Float64Array(mdp.nStates * mdp.nActions);
  const V = new Float64Array(mdp.nStates);
  for (let change = Infinity; change > 1e-13;) {
    change = 0;
    for (const s of mdp.decisionStates) {
      for (let a = 0; a < mdp.nActions; a++) Q[s * mdp.nActions + a] = backup(mdp, V, s, a, gamma);
      const best = maxQ(Q, s, mdp.nActions);
      change = Math.max(change, Math.abs(best - V[s]));
      V[s] = best;
    }
  }
  return Q;
}

/** The states that an agent can come to from a start: by any action, or by greedy ones only. */
function reachable(mdp: FiniteMdp, may: (s: number, a: number) => boolean): number[] {
  const found = new Set<number>();
  for (const s of mdp.decisionStates) if (mdp.initial[s] > 0) found.add(s);
  for (const s of found) {
    for (let a = 0; a < mdp.nActions; a++) {
      const pair = s * mdp.nActions + a;
      if (!may(s, a)) continue;
      for (let i = mdp.first[pair]; i < mdp.first[pair + 1]; i++) if (!mdp.ends[i]) found.add(mdp.next[i]);
    }
  }
  return [...found];
}

/**
 * Whether the greedy actions of Q, exact ties included, are optimal: `onTheWay` in every state to which they lead
 * from a start (the greedy return then is V* there), `everywhere` in every state that any action can lead to.
 */
export function greedyOptimality(mdp: FiniteMdp, Q: Float64Array, best: Float64Array) {
  const greedy = (s: number, a: number) => Q[s * mdp.nActions + a] === maxQ(Q, s, mdp.nActions);
  const isOptimal = (s: number) => {
    for (let a = 0; a < mdp.nActions; a++)
      if (greedy(s, a) && !isGreedy(best, s, a, mdp.nActions)) return false;
    return true;
  };
  return {
    onTheWay: reachable(mdp, greedy).every(isOptimal),
    everywhere: reachable(mdp, () => true).every(isOptimal),
  };
}

/** Moves of the greedy path from the only start in a deterministic world, first of equals; Infinity if it goes round. */
export function greedyMoves(mdp: FiniteMdp, Q: Float64Array): number {
  let s = mdp.initial.indexOf(1);
  for (let moves = 1; moves <= mdp.nStates; moves++) {
    let a = 0;
    while (!isGreedy(Q, s, a, mdp.nActions)) a++;
    const row = mdp.first[s * mdp.nActions + a];
    if (mdp.ends[row]) return moves;
    s = mdp.next[row];
  }
  return Infinity;
}
