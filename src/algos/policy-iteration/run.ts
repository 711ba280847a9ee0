import { modelOf, type Explanation, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { explainBackup } from "../../core/backup";
import type { FiniteMdp } from "../../core/finite-mdp";
import { disturb, endSweep, nothingToDecide, partInUse, partToSolve } from "../../core/planning";
import { averageAndNote, noAverage, withAverage, type LastAverage } from "../../core/policy";
import { tellLeftOut } from "../../core/solvable";
import { backUpNext, beginSweep, endState, newSweep, type Sweep } from "../../core/sweep";
import { explainImprovement, improveState, type Improvement } from "./improve";
import { isEvaluated, isSettled, memoryFor, prepare, verdict, type PolicyIterationMemory } from "./memory";
import type { PolicyIterationParams } from "./spec";

/** The running stage: a sweep of an evaluation, or a pass of improvement. */
interface Stage {
  readonly model: FiniteMdp;
  readonly memory: PolicyIterationMemory;
  readonly sweep: Sweep;
  /** The average that ended the last state of an evaluation. */
  readonly average: LastAverage;
  /** The last state's improvement; null when a backup has been done since. */
  improvement: Improvement | null;
}

/** Policy iteration (Sutton & Barto, section 4.3), from the equiprobable policy; greedy with all ties kept. */
export const start: StartRun<PolicyIterationParams, PolicyIterationMemory> = (context, kept) => {
  const model = modelOf(context.env);
  const memory = memoryFor(model, kept);
  const stage: Stage = {
    model,
    memory,
    sweep: newSweep(partInUse(model, memory, context.params.gamma), memory),
    average: noAverage(model.nActions),
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

const settled: Outcome = {
  reason: "converged",
  says: "Converged: the policy takes only best actions, and has been evaluated.",
};

function explain({ model, sweep, average, improvement }: Stage): Explanation | null {
  if (improvement) return explainImprovement(improvement);
  return withAverage(explainBackup(model, sweep.last, sweep.readV), average);
}

function* stages(context: RunContext<PolicyIterationParams>, stage: Stage): Generator<string, Outcome> {
  const { params, clock, pace } = context;
  const { model, memory, sweep, average } = stage;
  if (model.decisionStates.length === 0) return nothingToDecide;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (memory.stage === "improve" && !memory.disturbed) {
      yield* improvement(context, stage);
      continue;
    }
    if (pace.fine && clock.stages > 0 && memory.stageSweeps === 0) yield "compare";
    if (memory.stable && !memory.disturbed) return tellLeftOut(settled, model, sweep.mdp);
    if (pace.fine && clock.sweeps > 0) yield "check";
    if (memory.disturbed) sweep.mdp = partToSolve(model, memory, params.gamma);
    const end = verdict(params, sweep.mdp, memory);
    if (end) return tellLeftOut(end, model, sweep.mdp);
    prepare(params, sweep.mdp, memory);
    beginSweep(sweep);
    const states = sweep.mdp.decisionStates.length;
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
  { model, memory, sweep, average }: Stage,
): void {
  const value = averageAndNote(average, memory.Q, memory.policy, sweep.last.state, model.nActions);
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
  const { model, memory } = stage;
  const { decisionStates } = stage.sweep.mdp;
  let changed = false;
  let better = false;
  for (let i = 0; i < decisionStates.length; i++) {
    const step = improveState(model, memory.Q, memory.policy, decisionStates[i]);
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
