import { modelOf, type Explanation, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { explainBackup } from "../../core/backup";
import type { FiniteMdp } from "../../core/finite-mdp";
import { disturb, endSweep, nothingToDecide } from "../../core/planning";
import { averageAndNote, noAverage, withAverage, type LastAverage } from "../../core/policy";
import { backUpNext, beginSweep, endState, newSweep, type Sweep } from "../../core/sweep";
import { explainImprovement, improveState, type Improvement } from "./improve";
import { isEvaluated, isSettled, memoryFor, prepare, verdict, type PolicyIterationMemory } from "./memory";
import type { PolicyIterationParams } from "./spec";

/** The running stage: a sweep of an evaluation, or a pass of improvement. */
interface Stage {
  readonly mdp: FiniteMdp;
  readonly memory: PolicyIterationMemory;
  readonly sweep: Sweep;
  /** The average that ended the last state of an evaluation. */
  readonly average: LastAverage;
  /** The last state's improvement; null when a backup has been done since. */
  improvement: Improvement | null;
}

/** Policy iteration (Sutton & Barto, section 4.3), from the equiprobable policy; greedy with all ties kept. */
export const start: StartRun<PolicyIterationParams, PolicyIterationMemory> = (context, kept) => {
  const mdp = modelOf(context.env);
  const memory = memoryFor(mdp, kept);
  const stage: Stage = {
    mdp,
    memory,
    sweep: newSweep(mdp, memory),
    average: noAverage(mdp.nActions),
    improvement: null,
  };
  return {
    memory,
    steps: stages(context, stage),
    view: () => ({ Q: memory.Q, V: memory.V, policy: memory.policy }),
    explain: () => explain(stage),
    disturb: () => disturb(memory),
  };
};

function explain({ mdp, sweep, average, improvement }: Stage): Explanation | null {
  if (improvement) return explainImprovement(improvement);
  return withAverage(explainBackup(mdp, sweep.last, sweep.readV), average);
}

function* stages(context: RunContext<PolicyIterationParams>, stage: Stage): Generator<string, Outcome> {
  const { params, clock, pace } = context;
  const { mdp, memory, sweep, average } = stage;
  const states = mdp.decisionStates.length;
  if (states === 0) return nothingToDecide;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (memory.stage === "improve" && !memory.disturbed) {
      yield* improvement(context, stage);
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
    beginSweep(sweep);
    while (sweep.place < states) {
      if (pace.fine) yield "choose";
      stage.improvement = null;
      average.done = false;
      if (backUpNext(sweep, params.gamma, params.inPlace)) {
        if (pace.fine) yield "backup";
        endWithAverage(context, stage);
        if (sweep.place === states || clock.ticks >= pace.until) yield "average";
      } else {
        clock.ticks++;
        if (clock.ticks >= pace.until) yield "backup";
      }
    }
  }
}

/** The end of a state's last tick: its new value; after the sweep's last, the books; perhaps the evaluation is over. */
function endWithAverage(
  { params, clock, log }: RunContext<PolicyIterationParams>,
  { mdp, memory, sweep, average }: Stage,
): void {
  const value = averageAndNote(average, memory.Q, memory.policy, sweep.last.state, mdp.nActions);
  clock.ticks++;
  clock.states++;
  if (!endState(sweep, value)) return;
  clock.sweeps++;
  memory.stageSweeps++;
  endSweep(memory, sweep.residual, params.gamma, log);
  if (!isEvaluated(params, memory)) return;
  memory.stage = "improve";
  memory.stageSweeps = 0;
  clock.stages++;
}

/** One pass over the states; a tick is one state made greedy. The last evaluation has left Q^π. */
function* improvement(
  { params, clock }: RunContext<PolicyIterationParams>,
  stage: Stage,
): Generator<string, void> {
  const { mdp, memory } = stage;
  const { decisionStates } = mdp;
  let changed = false;
  let better = false;
  for (let i = 0; i < decisionStates.length; i++) {
    const step = improveState(mdp, memory.Q, memory.policy, decisionStates[i]);
    stage.improvement = step;
    changed ||= step.changed;
    better ||= step.better;
    clock.ticks++;
    clock.states++;
    if (i === decisionStates.length - 1) {
      memory.stage = "evaluate";
      memory.idle = better ? 0 : memory.idle + 1;
      memory.stable = isSettled(params, memory, changed);
      clock.stages++;
    }
    yield "improve";
  }
}
