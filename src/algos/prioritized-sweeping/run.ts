import { modelOf, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { backup, explainBackup, noBackup, type LastBackup } from "../../core/backup";
import { hopeless, stuck } from "../../core/divergence";
import type { FiniteMdp } from "../../core/finite-mdp";
import { argmaxQ, epsilonGreedyPolicy, maxQ } from "../../core/greedy";
import {
  beginAgain,
  disturb,
  emptyPlanningMemory,
  fits,
  nothingToDecide,
  type PlanningMemory,
} from "../../core/planning";
import { predecessorsOf } from "../../core/predecessors";
import { PriorityQueue } from "../../core/priority-queue";
import { watch } from "../../core/stall";
import type { PrioritizedSweepingParams } from "./spec";

export interface PrioritizedSweepingMemory extends PlanningMemory {
  /**
   * For each state a bound on how far a backup would move any of its Q. Starts as the exact distance; each change of
   * a successor's value adds what it can move at most. The queue is these numbers.
   */
  priorities: Float64Array;
  /** State backups since the last complete sweep. */
  done: number;
}

/**
 * Prioritized sweeping with a known model (Moore & Atkeson 1993; Sutton & Barto, section 8.4). Changes add up in
 * a priority, where Moore & Atkeson keep the largest: small ones are not lost, and no priority above θ means that
 * no backup would change anything by more than θ.
 */
export const start: StartRun<PrioritizedSweepingParams, PrioritizedSweepingMemory> = (context, kept) => {
  const mdp = modelOf(context.env);
  const memory = fits(mdp, kept) ? kept : emptyMemory(mdp);
  for (const s of mdp.decisionStates) memory.V[s] = maxQ(memory.Q, s, mdp.nActions);
  const last = noBackup();
  return {
    memory,
    steps: backups(context, mdp, memory, last),
    view: () => ({
      Q: memory.Q,
      V: memory.V,
      policy: epsilonGreedyPolicy(mdp, memory.Q),
      priorities: memory.priorities,
    }),
    explain: () => explainBackup(mdp, memory, last),
    disturb: () => disturb(memory),
  };
};

function emptyMemory(mdp: FiniteMdp): PrioritizedSweepingMemory {
  const memory = { ...emptyPlanningMemory(mdp), priorities: new Float64Array(mdp.nStates), done: 0 };
  return memory;
}

function* backups(
  { params, clock, pace, log }: RunContext<PrioritizedSweepingParams>,
  mdp: FiniteMdp,
  memory: PrioritizedSweepingMemory,
  last: LastBackup,
): Generator<string, Outcome> {
  const { Q, V, priorities } = memory;
  const { nActions, decisionStates } = mdp;
  const predecessors = predecessorsOf(mdp);
  if (decisionStates.length === 0) return nothingToDecide;
  if (clock.ticks === 0) measurePriorities(mdp, memory, params.gamma);
  const queue = new PriorityQueue(priorities);
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (pace.fine && clock.states > 0) yield "check";
    const end = verdict(params, mdp, memory, queue.highest());
    if (end) return end;
    if (memory.disturbed) {
      beginAgain(mdp, memory, params.gamma);
      measurePriorities(mdp, memory, params.gamma);
      queue.rebuild();
      continue;
    }
    const s = queue.pop();
    if (pace.fine) yield "choose";
    last.ownValue = V[s];
    last.ownAction = argmaxQ(Q, s, nActions);
    for (let a = 0; a < nActions; a++) {
      const pair = s * nActions + a;
      const { gamma } = params;
      last.before = Q[pair];
      last.after = Q[pair] = backup(mdp, V, s, a, gamma);
      last.state = s;
      last.action = a;
      last.gamma = gamma;
      if (a < nActions - 1) {
        clock.ticks++;
        yield "backup";
      }
    }
    if (pace.fine) yield "backup";
    const old = V[s];
    V[s] = maxQ(Q, s, nActions);
    const change = params.gamma * Math.abs(V[s] - old);
    const { first, from, probability } = predecessors;
    for (let i = first[s]; i < first[s + 1]; i++) queue.raise(from[i], probability[i] * change);
    clock.ticks++;
    clock.states++;
    if (++memory.done >= decisionStates.length) {
      memory.done = 0;
      clock.sweeps++;
      memory.residual = queue.highest();
      watch(memory.stall, memory.residual);
      log("residual", memory.residual);
    }
    yield "predecessors";
  }
}

/** Whether the run ends before another state, and how. */
function verdict(
  { gamma, theta }: Readonly<PrioritizedSweepingParams>,
  mdp: FiniteMdp,
  memory: PrioritizedSweepingMemory,
  highest: number,
): Outcome | null {
  if (memory.disturbed) return hopeless(mdp, gamma);
  if (highest <= theta)
    return { reason: "converged", says: `Converged: no state has a priority above θ = ${theta}.` };
  return memory.done === 0 ? stuck(mdp, memory, gamma) : null;
}

/** Sets each priority to the exact distance: the largest |backup − Q(s,a)| over the actions. */
function measurePriorities(
  mdp: FiniteMdp,
  { Q, V, priorities }: PrioritizedSweepingMemory,
  gamma: number,
): void {
  priorities.fill(0);
  for (const s of mdp.decisionStates) {
    for (let a = 0; a < mdp.nActions; a++) {
      const distance = Math.abs(backup(mdp, V, s, a, gamma) - Q[s * mdp.nActions + a]);
      if (distance > priorities[s]) priorities[s] = distance;
    }
  }
}
