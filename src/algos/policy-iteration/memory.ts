import type { Outcome } from "../../core/algo";
import { hopeless, neverEnding, onlyRounding, stuck } from "../../core/divergence";
import type { FiniteMdp } from "../../core/finite-mdp";
import { beginAgain, emptyPlanningMemory, fits, type PlanningMemory } from "../../core/planning";
import { randomPolicy } from "../../core/policy";
import { restingStates } from "../../core/rest";
import { newStall } from "../../core/stall";
import { NO_BOUND } from "../../core/sweep-metrics";
import type { PolicyIterationParams } from "./spec";

export interface PolicyIterationMemory extends PlanningMemory {
  /** π(a|s), nStates × nActions. */
  policy: Float64Array;
  /** What comes next. */
  stage: "evaluate" | "improve";
  /** Sweeps of this evaluation so far. */
  stageSweeps: number;
  /** Whether the last improvement has left the policy as it was, and the evaluation before it was complete. */
  stable: boolean;
  /** Improvements in a row that found equals of the actions taken, but none better. */
  idle: number;
}

/** What an earlier run left, if it fits the model; states that are new act at random. Else the beginning. */
export function memoryFor(mdp: FiniteMdp, kept: PolicyIterationMemory | undefined): PolicyIterationMemory {
  const random = randomPolicy(mdp);
  if (!fits(mdp, kept))
    return {
      ...emptyPlanningMemory(mdp),
      policy: random,
      stage: "evaluate",
      stageSweeps: 0,
      stable: false,
      idle: 0,
    };
  for (let s = 0; s < mdp.nStates; s++) {
    const [from, until] = [s * mdp.nActions, (s + 1) * mdp.nActions];
    const wasDecision = kept.policy.subarray(from, until).some((p) => p > 0);
    const isDecision = random[from] > 0;
    if (wasDecision !== isDecision) kept.policy.set(random.subarray(from, until), from);
  }
  return kept;
}

/** Whether the run ends before another sweep, and how. An evaluation that is cut short may pass over improper policies. */
export function verdict(
  { gamma, evaluationSweeps }: Readonly<PolicyIterationParams>,
  mdp: FiniteMdp,
  memory: PolicyIterationMemory,
): Outcome | null {
  const { disturbed, stageSweeps, policy } = memory;
  if (evaluationSweeps > 0) return disturbed ? hopeless(mdp, gamma) : stuck(mdp, memory, gamma);
  return disturbed || stageSweeps === 0 ? neverEnding(mdp, policy, gamma) : null;
}

/** What must be put right before a sweep: after a disturbance, and at the start of an evaluation. */
export function prepare(
  { gamma, evaluationSweeps }: Readonly<PolicyIterationParams>,
  mdp: FiniteMdp,
  memory: PolicyIterationMemory,
): void {
  const complete = evaluationSweeps === 0;
  if (memory.disturbed) {
    memory.stage = "evaluate";
    memory.stageSweeps = 0;
    memory.stable = false;
    memory.idle = 0;
    if (!complete) beginAgain(mdp, memory, gamma);
    memory.disturbed = false;
  }
  if (memory.stageSweeps > 0) return;
  memory.bound = NO_BOUND;
  if (!complete) return;
  memory.stall = newStall();
  if (gamma === 1) for (const s of restingStates(mdp, memory.policy)) memory.V[s] = 0;
}

/** Whether the sweep that has just ended was the last of its evaluation. */
export function isEvaluated(
  { theta, evaluationSweeps }: Readonly<PolicyIterationParams>,
  memory: PolicyIterationMemory,
): boolean {
  if (memory.disturbed) return false;
  const cut = evaluationSweeps > 0 && memory.stageSweeps >= evaluationSweeps;
  return cut || memory.residual <= theta || onlyRounding(memory) !== null;
}

/**
 * Whether the improvement that has just ended was the last: it has changed nothing, or twice in a row only added
 * equals (up to rounding these could come and go for ever), after an evaluation that was not cut short.
 */
export function isSettled(
  { theta }: Readonly<PolicyIterationParams>,
  memory: PolicyIterationMemory,
  changed: boolean,
): boolean {
  if (changed && memory.idle < 2) return false;
  return memory.residual <= theta || onlyRounding(memory) !== null;
}
