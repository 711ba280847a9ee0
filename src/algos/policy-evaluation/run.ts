import { modelOf, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { explainBackup } from "../../core/backup";
import { neverEnding, onlyRounding } from "../../core/divergence";
import type { FiniteMdp } from "../../core/finite-mdp";
import {
  convergedBelow,
  disturb,
  emptyPlanningMemory,
  endSweep,
  fits,
  nothingToDecide,
  partInUse,
  partToSolve,
  type PlanningMemory,
} from "../../core/planning";
import { averageAndNote, noAverage, withAverage, type LastAverage } from "../../core/policy";
import { restingStates } from "../../core/rest";
import { tellLeftOut } from "../../core/solvable";
import { backUpNext, beginSweep, endState, newSweep, type Sweep } from "../../core/sweep";
import { policyOf } from "./policy";
import type { PolicyEvaluationParams } from "./spec";

/** A sweep that averages over a policy. */
interface Evaluation {
  readonly sweep: Sweep;
  /** The average that ended the last state. */
  readonly average: LastAverage;
  /** π(a|s) of the parameters as they are now. */
  policy(): Float64Array;
}

/** Iterative policy evaluation: V_{i+1}(s) = Σ π(a|s) Q(s,a), Q(s,a) = E[r + γ V_i(s')] (Sutton & Barto, eq. 4.5). */
export const start: StartRun<PolicyEvaluationParams, PlanningMemory> = (context, kept) => {
  const mdp = modelOf(context.env);
  const memory = fits(mdp, kept) ? kept : emptyPlanningMemory(mdp);
  const sweep = newSweep(partInUse(mdp, memory, context.params.gamma), memory);
  const average = noAverage(mdp.nActions);
  const policy = policyFollowing(context.params, mdp);
  return {
    memory,
    steps: sweeps(context, { sweep, average, policy }),
    view: () => ({ Q: memory.Q, V: memory.V, policy: policy() }),
    explain: () => withAverage(explainBackup(mdp, sweep.last, sweep.readV), average),
    disturb: () => disturb(memory),
  };
};

/** The policy of the parameters, made anew only when they have changed. */
function policyFollowing(params: Readonly<PolicyEvaluationParams>, mdp: FiniteMdp): () => Float64Array {
  let { policy: kind, arrows } = params;
  let policy = policyOf(mdp, params);
  return () => {
    if (params.policy !== kind || params.arrows !== arrows) {
      ({ policy: kind, arrows } = params);
      policy = policyOf(mdp, params);
    }
    return policy;
  };
}

function* sweeps(
  context: RunContext<PolicyEvaluationParams>,
  evaluation: Evaluation,
): Generator<string, Outcome> {
  const { params, clock, pace } = context;
  const { sweep } = evaluation;
  const model = modelOf(context.env);
  if (model.decisionStates.length === 0) return nothingToDecide;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (pace.fine && clock.sweeps > 0) yield "check";
    if (sweep.memory.disturbed) sweep.mdp = partToSolve(model, sweep.memory, params.gamma);
    const end = verdict(params, sweep, evaluation.policy());
    if (end) return tellLeftOut(end, model, sweep.mdp);
    prepare(params, sweep, evaluation.policy());
    beginSweep(sweep);
    const states = sweep.mdp.decisionStates.length;
    while (sweep.place < states) {
      if (pace.fine) yield "choose";
      evaluation.average.done = false;
      if (backUpNext(sweep, params.gamma, params.inPlace)) {
        if (pace.fine) yield "backup";
        endWithAverage(context, evaluation);
        if (sweep.place === states || clock.ticks >= pace.until) yield "average";
      } else {
        clock.ticks++;
        if (clock.ticks >= pace.until) yield "backup";
      }
    }
  }
}

// #region update
/** The end of a state's last tick: its new value; after the sweep's last, the books. */
function endWithAverage(
  { params, clock, log }: RunContext<PolicyEvaluationParams>,
  { sweep, average, policy }: Evaluation,
): void {
  const { mdp, memory, last } = sweep;
  const value = averageAndNote(average, memory.Q, policy(), last.state, mdp.nActions);
  clock.ticks++;
  clock.states++;
  if (!endState(sweep, value)) return;
  clock.sweeps++;
  endSweep(memory, sweep.residual, params.gamma, log);
}
// #endregion

/** Whether the run ends before another sweep, and how. */
function verdict(
  { gamma, theta }: Readonly<PolicyEvaluationParams>,
  { mdp, memory }: Sweep,
  policy: Float64Array,
): Outcome | null {
  if (memory.disturbed) return neverEnding(mdp, policy, gamma);
  return memory.residual <= theta ? convergedBelow(theta) : onlyRounding(memory);
}

/** The first sweep after a change starts from the values there are, except where the policy rests (see rest.ts). */
function prepare(
  { gamma }: Readonly<PolicyEvaluationParams>,
  { mdp, memory }: Sweep,
  policy: Float64Array,
): void {
  if (!memory.disturbed) return;
  memory.disturbed = false;
  if (gamma === 1) for (const s of restingStates(mdp, policy)) memory.V[s] = 0;
}
