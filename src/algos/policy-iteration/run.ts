import { modelOf, type Explanation, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { backup, explainBackup, noBackup, type LastBackup } from "../../core/backup";
import { hopeless, neverEnding, onlyRounding, stuck } from "../../core/divergence";
import type { FiniteMdp } from "../../core/finite-mdp";
import {
  beginAgain,
  disturb,
  emptyPlanningMemory,
  endSweep,
  fits,
  nothingToDecide,
  type PlanningMemory,
} from "../../core/planning";
import { averageAndNote, noAverage, randomPolicy, withAverage, type LastAverage } from "../../core/policy";
import { restingStates } from "../../core/rest";
import { newStall } from "../../core/stall";
import { NO_BOUND } from "../../core/sweep-metrics";
import { explainImprovement, improveState, type Improvement } from "./improve";
import type { PolicyIterationParams } from "./spec";

export interface PolicyIterationMemory extends PlanningMemory {
  /** π(a|s), nStates × nActions. */
  policy: Float64Array;
  /** What comes next. */
  stage: "evaluate" | "improve";
  /** Sweeps of this evaluation so far. */
  stageSweeps: number;
  /** Whether the last evaluation and improvement have left everything as it was. */
  stable: boolean;
  /** Improvements in a row that made no state's action better. */
  idle: number;
}

interface Scratch {
  last: LastBackup;
  average: LastAverage;
  /** The last improvement of a state; null when a backup has been done since. */
  improvement: { last: Improvement | null };
  source: { V: Float64Array };
}

/** Policy iteration (Sutton & Barto, section 4.3), from the equiprobable policy; greedy with all ties kept. */
export const start: StartRun<PolicyIterationParams, PolicyIterationMemory> = (context, kept) => {
  const mdp = modelOf(context.env);
  const memory = fits(mdp, kept) ? kept : emptyMemory(mdp);
  keepToDecisions(mdp, memory.policy);
  const scratch: Scratch = {
    last: noBackup(),
    average: noAverage(mdp.nActions),
    improvement: { last: null },
    source: { V: memory.V },
  };
  return {
    memory,
    steps: stages(context, mdp, memory, scratch),
    view: () => ({ Q: memory.Q, V: memory.V, policy: memory.policy }),
    explain: () => explain(mdp, scratch),
    disturb: () => disturb(memory),
  };
};

function emptyMemory(mdp: FiniteMdp): PolicyIterationMemory {
  return {
    ...emptyPlanningMemory(mdp),
    policy: randomPolicy(mdp),
    stage: "evaluate",
    stageSweeps: 0,
    stable: false,
    idle: 0,
  };
}

/** A policy for this model: states that are new act at random, those without a decision do nothing. */
function keepToDecisions(mdp: FiniteMdp, policy: Float64Array): void {
  const random = randomPolicy(mdp);
  for (let s = 0; s < mdp.nStates; s++) {
    const from = s * mdp.nActions;
    const row = policy.subarray(from, from + mdp.nActions);
    const wasDecision = row.some((p) => p > 0);
    if (wasDecision !== random[from] > 0) row.set(random.subarray(from, from + mdp.nActions));
  }
}

function explain(mdp: FiniteMdp, { last, average, improvement, source }: Scratch): Explanation | null {
  if (improvement.last) return explainImprovement(improvement.last);
  return withAverage(explainBackup(mdp, source, last), average);
}

function* stages(
  context: RunContext<PolicyIterationParams>,
  mdp: FiniteMdp,
  memory: PolicyIterationMemory,
  scratch: Scratch,
): Generator<string, Outcome> {
  const { params, clock, pace } = context;
  if (mdp.decisionStates.length === 0) return nothingToDecide;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (memory.stage === "improve" && !memory.disturbed) {
      yield* improvement(context, mdp, memory, scratch);
      continue;
    }
    if (pace.fine && clock.stages > 0 && memory.stageSweeps === 0) yield "compare";
    if (memory.stable && !memory.disturbed)
      return {
        reason: "converged",
        says: "Converged: the policy takes only best actions, and has been evaluated.",
      };
    if (pace.fine && clock.sweeps > 0) yield "check";
    const end = verdict(params, mdp, memory);
    if (end) return end;
    prepare(params, mdp, memory);
    yield* evaluationSweep(context, mdp, memory, scratch);
  }
}

/** Whether the run ends before another sweep, and how. An evaluation that is cut short may pass over improper policies. */
function verdict(
  { gamma, evaluationSweeps }: Readonly<PolicyIterationParams>,
  mdp: FiniteMdp,
  memory: PolicyIterationMemory,
): Outcome | null {
  const { disturbed, stageSweeps, policy } = memory;
  if (evaluationSweeps === 0) return disturbed || stageSweeps === 0 ? neverEnding(mdp, policy, gamma) : null;
  return disturbed ? hopeless(mdp, gamma) : stuck(mdp, memory, gamma);
}

/** What must be put right before a sweep: after a disturbance, and at the start of an evaluation. */
function prepare(
  { gamma, evaluationSweeps }: Readonly<PolicyIterationParams>,
  mdp: FiniteMdp,
  memory: PolicyIterationMemory,
): void {
  const full = evaluationSweeps === 0;
  if (memory.disturbed) {
    memory.stage = "evaluate";
    memory.stable = false;
    if (!full) beginAgain(mdp, memory, gamma);
  }
  if (full && gamma === 1 && (memory.disturbed || memory.stageSweeps === 0))
    for (const s of restingStates(mdp, memory.policy)) memory.V[s] = 0;
  if (memory.stageSweeps === 0) {
    memory.bound = NO_BOUND;
    if (full) memory.stall = newStall();
  }
  memory.disturbed = false;
}

function* evaluationSweep(
  { params, clock, pace, log }: RunContext<PolicyIterationParams>,
  mdp: FiniteMdp,
  memory: PolicyIterationMemory,
  { last, average, improvement, source }: Scratch,
): Generator<string, void> {
  const { Q, V, policy } = memory;
  const { nActions, decisionStates } = mdp;
  const sweep = { residual: 0 };
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
      improvement.last = null;
      if (a < nActions - 1) {
        clock.ticks++;
        yield "backup";
        continue;
      }
      if (pace.fine) yield "backup";
      const value = averageAndNote(average, Q, policy, s, nActions);
      const change = Math.abs(value - V[s]);
      if (change > sweep.residual) sweep.residual = change;
      V[s] = value;
      clock.ticks++;
      clock.states++;
      if (i === decisionStates.length - 1) {
        clock.sweeps++;
        memory.stageSweeps++;
        endSweep(memory, sweep.residual, gamma, log);
        if (isEvaluated(params, memory)) {
          memory.stage = "improve";
          memory.stageSweeps = 0;
          clock.stages++;
        }
      }
      yield "average";
    }
  }
}

/** Whether the sweep that has just ended was the last of its evaluation. */
function isEvaluated(
  { theta, evaluationSweeps }: Readonly<PolicyIterationParams>,
  memory: PolicyIterationMemory,
): boolean {
  if (memory.disturbed) return false;
  const cut = evaluationSweeps > 0 && memory.stageSweeps >= evaluationSweeps;
  return cut || memory.residual <= theta || onlyRounding(memory) !== null;
}

/** One pass over the states; a tick is one state made greedy. The last evaluation has left Q^π. */
function* improvement(
  { params, clock }: RunContext<PolicyIterationParams>,
  mdp: FiniteMdp,
  memory: PolicyIterationMemory,
  { improvement }: Scratch,
): Generator<string, void> {
  const { decisionStates } = mdp;
  let changed = false;
  let better = false;
  for (let i = 0; i < decisionStates.length; i++) {
    const step = improveState(mdp, memory.Q, memory.policy, decisionStates[i]);
    improvement.last = step;
    changed ||= step.changed;
    better ||= step.better;
    clock.ticks++;
    clock.states++;
    if (i === decisionStates.length - 1) {
      memory.stage = "evaluate";
      memory.idle = better ? 0 : memory.idle + 1;
      const settled = !changed || memory.idle > 1; // twice: more equals were found, but nothing better
      memory.stable = settled && (memory.residual <= params.theta || onlyRounding(memory) !== null);
      clock.stages++;
    }
    yield "improve";
  }
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
