import { modelOf, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { backup, explainBackup, noBackup, type LastBackup } from "../../core/backup";
import { neverEnding, onlyRounding } from "../../core/divergence";
import type { FiniteMdp } from "../../core/finite-mdp";
import {
  convergedBelow,
  disturb,
  emptyPlanningMemory,
  endSweep,
  fits,
  nothingToDecide,
  type PlanningMemory,
} from "../../core/planning";
import { averageAndNote, noAverage, withAverage, type LastAverage } from "../../core/policy";
import { restingStates } from "../../core/rest";
import { policyOf } from "./policy";
import type { PolicyEvaluationParams } from "./spec";

/** What the run shows and reads besides its memory. */
interface Scratch {
  /** The last backup, and the average if it was a state's last one. */
  last: LastBackup;
  average: LastAverage;
  /** V as the running sweep reads it: a copy of V_i when synchronous, V itself in place. */
  source: { V: Float64Array };
  /** The policy evaluated: follows the parameters. */
  policy(): Float64Array;
}

/** Iterative policy evaluation: V_{i+1}(s) = Σ π(a|s) Q(s,a), Q(s,a) = E[r + γ V_i(s')] (Sutton & Barto, eq. 4.5). */
export const start: StartRun<PolicyEvaluationParams, PlanningMemory> = (context, kept) => {
  const mdp = modelOf(context.env);
  const memory = fits(mdp, kept) ? kept : emptyPlanningMemory(mdp);
  const scratch: Scratch = {
    last: noBackup(),
    average: noAverage(mdp.nActions),
    source: { V: memory.V },
    policy: policyFollowing(context.params, mdp),
  };
  return {
    memory,
    steps: sweeps(context, mdp, memory, scratch),
    view: () => ({ Q: memory.Q, V: memory.V, policy: scratch.policy() }),
    explain: () => withAverage(explainBackup(mdp, scratch.source, scratch.last), scratch.average),
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
  { params, clock, pace, log }: RunContext<PolicyEvaluationParams>,
  mdp: FiniteMdp,
  memory: PlanningMemory,
  { last, average, source, policy }: Scratch,
): Generator<string, Outcome> {
  const { Q, V } = memory;
  const { nActions, decisionStates } = mdp;
  const sweep = { residual: 0 };
  if (decisionStates.length === 0) return nothingToDecide;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (pace.fine && clock.sweeps > 0) yield "check";
    const end = verdict(params, mdp, memory, policy());
    if (end) return end;
    if (memory.disturbed && params.gamma === 1) for (const s of restingStates(mdp, policy())) V[s] = 0;
    memory.disturbed = false;
    sweep.residual = 0;
    for (let i = 0; i < decisionStates.length; i++) {
      const s = decisionStates[i];
      for (let a = 0; a < nActions; a++) {
        if (pace.fine) yield "choose";
        if (i === 0 && a === 0) setSource(source, V, params.inPlace);
        if (a === 0) last.ownValue = source.V[s];
        const pair = s * nActions + a;
        const { gamma } = params;
        const before = Q[pair];
        const after = backup(mdp, source.V, s, a, gamma);
        Q[pair] = after;
        last.state = s;
        last.action = a;
        last.gamma = gamma;
        last.before = before;
        last.after = after;
        average.done = false;
        if (a < nActions - 1) {
          clock.ticks++;
          yield "backup";
          continue;
        }
        if (pace.fine) yield "backup";
        const value = averageAndNote(average, Q, policy(), s, nActions);
        const change = Math.abs(value - V[s]);
        if (change > sweep.residual) sweep.residual = change;
        V[s] = value;
        clock.ticks++;
        clock.states++;
        if (i === decisionStates.length - 1) {
          clock.sweeps++;
          endSweep(memory, sweep.residual, gamma, log);
        }
        yield "average";
      }
    }
  }
}

/** Whether the run ends before another sweep, and how. */
function verdict(
  { gamma, theta }: Readonly<PolicyEvaluationParams>,
  mdp: FiniteMdp,
  memory: PlanningMemory,
  policy: Float64Array,
): Outcome | null {
  if (memory.disturbed) return neverEnding(mdp, policy, gamma);
  return memory.residual <= theta ? convergedBelow(theta) : onlyRounding(memory);
}

/** Called before the first backup of a sweep and not earlier: until then the source explains the last one. */
function setSource(source: { V: Float64Array }, V: Float64Array, inPlace: boolean): void {
  if (inPlace) {
    source.V = V;
    return;
  }
  if (source.V === V) source.V = new Float64Array(V.length);
  source.V.set(V);
}
