import { backup, noBackup, type LastBackup } from "./backup";
import type { FiniteMdp } from "./finite-mdp";
import { argmaxQ } from "./greedy";
import type { PlanningMemory } from "./planning";

/**
 * A sweep over all states and actions, backup by backup: where it is, what it reads and what it did last.
 * One object with fields, not local variables of a generator: those are saved and restored at every yield.
 */
export interface Sweep {
  /** What is swept over: the solvable part of the model (solvable.ts). */
  mdp: FiniteMdp;
  readonly memory: PlanningMemory;
  /** The best action of each state, the first of equal ones: where V is max Q, the action of that value. */
  readonly best: Int32Array;
  /** What the sweep reads: copies of V_i and its actions when synchronous, the tables themselves in place. */
  readV: Float64Array;
  readBest: Int32Array;
  /** The next backup: a place in `decisionStates` (its length: the sweep is over) and an action. */
  place: number;
  action: number;
  /** Largest change of V so far. */
  residual: number;
  readonly last: LastBackup;
}

export function newSweep(mdp: FiniteMdp, memory: PlanningMemory): Sweep {
  const { Q, V } = memory;
  const best = new Int32Array(mdp.nStates);
  for (const s of mdp.decisionStates) best[s] = argmaxQ(Q, s, mdp.nActions);
  return { mdp, memory, best, readV: V, readBest: best, place: 0, action: 0, residual: 0, last: noBackup() };
}

/** Goes back to the first state. What the last sweep read is kept until the first backup: it explains the last one. */
export function beginSweep(sweep: Sweep): void {
  sweep.place = 0;
  sweep.action = 0;
  sweep.residual = 0;
}

// #region sweep
/** Backs up the next action. True when it was the last one of its state: then `endState` must follow. */
export function backUpNext(sweep: Sweep, gamma: number, inPlace: boolean): boolean {
  const { mdp, last, action } = sweep;
  const { nActions } = mdp;
  const { Q } = sweep.memory;
  const s = mdp.decisionStates[sweep.place];
  if (action === 0) {
    if (sweep.place === 0) read(sweep, inPlace);
    last.state = s;
    last.ownValue = sweep.readV[s];
    last.ownAction = sweep.readBest[s];
  }
  const pair = s * nActions + action;
  const after = backup(mdp, sweep.readV, s, action, gamma);
  last.action = action;
  last.gamma = gamma;
  last.before = Q[pair];
  last.after = after;
  Q[pair] = after;
  sweep.action = action + 1;
  return sweep.action === nActions;
}
// #endregion

/** Takes the new value of the state just backed up and goes on to the next. True when it was the last of the sweep. */
export function endState(sweep: Sweep, value: number, bestAction = 0): boolean {
  const { V } = sweep.memory;
  const s = sweep.last.state;
  const change = Math.abs(value - V[s]);
  if (change > sweep.residual) sweep.residual = change;
  V[s] = value;
  sweep.best[s] = bestAction;
  sweep.action = 0;
  sweep.place++;
  return sweep.place === sweep.mdp.decisionStates.length;
}

function read(sweep: Sweep, inPlace: boolean): void {
  const { best } = sweep;
  const { V } = sweep.memory;
  if (inPlace) {
    sweep.readV = V;
    sweep.readBest = best;
    return;
  }
  if (sweep.readV === V) {
    sweep.readV = new Float64Array(V.length);
    sweep.readBest = new Int32Array(best.length);
  }
  sweep.readV.set(V);
  sweep.readBest.set(best);
}
