import { modelOf, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { backup, explainBackup, noBackup, type LastBackup } from "../../core/backup";
import { hopeless, stuck } from "../../core/divergence";
import type { FiniteMdp } from "../../core/finite-mdp";
import { argmaxQ, epsilonGreedyPolicy } from "../../core/greedy";
import {
  beginAgain,
  disturb,
  emptyPlanningMemory,
  fits,
  nothingToDecide,
  partInUse,
  partToSolve,
  type PlanningMemory,
} from "../../core/planning";
import { predecessorsOf, type Predecessors } from "../../core/predecessors";
import { PriorityQueue } from "../../core/priority-queue";
import { tellLeftOut } from "../../core/solvable";
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

/** The running state: what is backed up, and what it leads to. */
interface Work {
  readonly model: FiniteMdp;
  /** The solvable part of the model (solvable.ts), and what leads where in it. */
  mdp: FiniteMdp;
  predecessors: Predecessors;
  readonly memory: PrioritizedSweepingMemory;
  readonly queue: PriorityQueue;
  /** The best action of each state: the one whose value V(s) is. */
  readonly best: Int32Array;
  readonly last: LastBackup;
}

/**
 * Prioritized sweeping with a known model (Moore & Atkeson 1993; Sutton & Barto, section 8.4). Changes add up in
 * a priority, where Moore & Atkeson keep the largest: small ones are not lost, and no priority above θ means that
 * no backup would change anything by more than θ.
 */
export const start: StartRun<PrioritizedSweepingParams, PrioritizedSweepingMemory> = (context, kept) => {
  const model = modelOf(context.env);
  const memory = fits(model, kept) ? kept : emptyMemory(model);
  const mdp = partInUse(model, memory, context.params.gamma);
  const best = new Int32Array(mdp.nStates);
  for (const s of mdp.decisionStates) {
    best[s] = argmaxQ(memory.Q, s, mdp.nActions);
    memory.V[s] = memory.Q[s * mdp.nActions + best[s]];
  }
  if (context.clock.ticks === 0) measurePriorities(mdp, memory, context.params.gamma);
  const queue = new PriorityQueue(memory.priorities);
  const last = noBackup();
  const work: Work = { model, mdp, predecessors: predecessorsOf(mdp), memory, queue, best, last };
  return {
    memory,
    steps: backups(context, work),
    view: () => ({
      Q: memory.Q,
      V: memory.V,
      policy: epsilonGreedyPolicy(work.mdp, memory.Q),
      priorities: memory.priorities,
    }),
    explain: () => explainBackup(mdp, last, memory.V, best),
    disturb: () => disturb(memory),
  };
};

function emptyMemory(mdp: FiniteMdp): PrioritizedSweepingMemory {
  return { ...emptyPlanningMemory(mdp), priorities: new Float64Array(mdp.nStates), done: 0 };
}

function* backups(context: RunContext<PrioritizedSweepingParams>, work: Work): Generator<string, Outcome> {
  const { params, clock, pace } = context;
  const { model, memory, queue } = work;
  const { nActions } = model;
  if (model.decisionStates.length === 0) return nothingToDecide;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (pace.fine && clock.states > 0) yield "check";
    if (memory.disturbed) work.mdp = partToSolve(model, memory, params.gamma);
    const { mdp } = work;
    const end = verdict(params, mdp, memory, queue.highest());
    if (end) return tellLeftOut(end, model, mdp);
    if (memory.disturbed) {
      work.predecessors = predecessorsOf(mdp);
      beginAgain(mdp, memory, params.gamma);
      measurePriorities(mdp, memory, params.gamma);
      queue.rebuild();
      continue;
    }
    const s = queue.pop();
    if (pace.fine) yield "choose";
    for (let a = 0; a < nActions - 1; a++) {
      backUp(work, s, a, params.gamma);
      clock.ticks++;
      yield "backup";
    }
    backUp(work, s, nActions - 1, params.gamma);
    if (pace.fine) yield "backup";
    endState(context, work, s);
    yield "predecessors";
  }
}

function backUp({ mdp, memory, best, last }: Work, s: number, a: number, gamma: number): void {
  const { Q, V } = memory;
  const pair = s * mdp.nActions + a;
  last.state = s;
  last.action = a;
  last.gamma = gamma;
  last.ownValue = V[s];
  last.ownAction = best[s];
  last.before = Q[pair];
  last.after = Q[pair] = backup(mdp, V, s, a, gamma);
}

// #region update
/** The end of a state's last tick: its new value, the priorities of its predecessors; after a sweep's worth, the books. */
function endState(
  { params, clock, log }: RunContext<PrioritizedSweepingParams>,
  { mdp, memory, predecessors, queue, best }: Work,
  s: number,
): void {
  const { Q, V } = memory;
  const old = V[s];
  best[s] = argmaxQ(Q, s, mdp.nActions);
  V[s] = Q[s * mdp.nActions + best[s]];
  const change = params.gamma * Math.abs(V[s] - old);
  const { first, from, probability } = predecessors;
  for (let i = first[s]; i < first[s + 1]; i++) queue.raise(from[i], probability[i] * change);
  clock.ticks++;
  clock.states++;
  memory.done++;
  if (memory.done < mdp.decisionStates.length) return;
  memory.done = 0;
  clock.sweeps++;
  memory.residual = queue.highest();
  watch(memory.stall, memory.residual);
  log("residual", memory.residual);
}
// #endregion

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
