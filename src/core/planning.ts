import type { FiniteMdp } from "./finite-mdp";
import { decisionFlags } from "./graph";
import { canRest } from "./rest";
import { solvablePart } from "./solvable";
import { newStall, watch, type Stall } from "./stall";
import { logSweep, NO_BOUND } from "./sweep-metrics";
import type { Outcome, RunContext } from "./algo";

/** What every planning run keeps from sweep to sweep. Plain data. */
export interface PlanningMemory {
  /** nStates × nActions. */
  Q: Float64Array;
  V: Float64Array;
  /** Largest change of V in the last complete sweep; Infinity before the first. Then Q is off by γ times that at most. */
  residual: number;
  /** Contraction bound of the last sweep, or NO_BOUND. */
  bound: number;
  /** The world or a parameter has changed since the last sweep began: its residual proves nothing. */
  disturbed: boolean;
  stall: Stall;
}

/** All zero: what a run starts with. */
export function emptyPlanningMemory({ nStates, nActions }: FiniteMdp): PlanningMemory {
  return {
    Q: new Float64Array(nStates * nActions),
    V: new Float64Array(nStates),
    residual: Infinity,
    bound: NO_BOUND,
    disturbed: true,
    stall: newStall(),
  };
}

/**
 * Whether an earlier run's memory fits this model. If so, values of states in which there is no decision any more
 * (a wall was painted over them) are forgotten.
 */
export function fits<M extends PlanningMemory>(mdp: FiniteMdp, kept: M | undefined): kept is M {
  const { nStates, nActions } = mdp;
  if (!kept || kept.V.length !== nStates || kept.Q.length !== nStates * nActions) return false;
  forgetOthers(mdp, kept);
  return true;
}

function forgetOthers(mdp: FiniteMdp, { Q, V }: PlanningMemory): void {
  const { nStates, nActions } = mdp;
  const isDecision = decisionFlags(mdp);
  for (let s = 0; s < nStates; s++) {
    if (isDecision[s]) continue;
    V[s] = 0;
    Q.fill(0, s * nActions, (s + 1) * nActions);
  }
}

/** What a run that goes on with `memory` sweeps over: what it did when it was left; looked up anew when disturbed. */
export function partInUse(model: FiniteMdp, { disturbed }: PlanningMemory, gamma: number): FiniteMdp {
  return disturbed ? model : solvablePart(model, gamma);
}

/** What to sweep over after a disturbance: the solvable part of the model. Values outside it are forgotten. */
export function partToSolve(model: FiniteMdp, memory: PlanningMemory, gamma: number): FiniteMdp {
  const part = solvablePart(model, gamma);
  forgetOthers(part, memory);
  return part;
}

/** Makes a run go on that had converged: the world or a parameter has changed. */
export function disturb(memory: PlanningMemory): void {
  memory.disturbed = true;
  memory.bound = NO_BOUND;
  memory.stall = newStall();
}

/**
 * Before a sweep towards optimal values: the first one after a disturbance goes on from the values there are,
 * except where that could lead to wrong ones (see rest.ts).
 */
export function beginAgain(mdp: FiniteMdp, memory: PlanningMemory, gamma: number): void {
  if (!memory.disturbed) return;
  memory.disturbed = false;
  if (gamma < 1 || !canRest(mdp)) return;
  memory.Q.fill(0);
  memory.V.fill(0);
}

/** Notes the largest change of V in a complete sweep, and logs it with its bound. */
export function endSweep(
  memory: PlanningMemory,
  residual: number,
  gamma: number,
  log: RunContext<unknown>["log"],
): void {
  memory.residual = residual;
  watch(memory.stall, residual);
  const bound = logSweep(log, { residual, bound: memory.bound, gamma });
  memory.bound = memory.disturbed ? NO_BOUND : bound;
}

/** How a run ends whose last sweep changed no V(s) by more than θ. */
export function convergedBelow(theta: number): Outcome {
  return {
    reason: "converged",
    says: `Converged: the last sweep changed no V(s) by more than θ = ${theta}.`,
  };
}

/** How a run ends in a world without decisions. */
export const nothingToDecide: Outcome = {
  reason: "converged",
  says: "There is no state in which an action can be chosen: nothing to compute.",
};
