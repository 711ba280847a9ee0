import { modelOf, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { explainBackup } from "../../core/backup";
import { hopeless, stuck } from "../../core/divergence";
import { argmaxQ, epsilonGreedyPolicy, maxQ } from "../../core/greedy";
import {
  beginAgain,
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
import { tellLeftOut } from "../../core/solvable";
import { backUpNext, beginSweep, endState, newSweep, type Sweep } from "../../core/sweep";
import type { ValueIterationParams } from "./spec";

/** Value iteration on Q: Q_{i+1}(s,a) = E[r + γ max Q_i(s',a')] (Sutton & Barto, eq. 4.10). V(s) is max Q(s,a). */
export const start: StartRun<ValueIterationParams, PlanningMemory> = (context, kept) => {
  const mdp = modelOf(context.env);
  const memory = fits(mdp, kept) ? kept : emptyPlanningMemory(mdp);
  for (const s of mdp.decisionStates) memory.V[s] = maxQ(memory.Q, s, mdp.nActions);
  const sweep = newSweep(partInUse(mdp, memory, context.params.gamma), memory);
  return {
    memory,
    steps: sweeps(context, sweep),
    view: () => ({ Q: memory.Q, V: memory.V, policy: epsilonGreedyPolicy(sweep.mdp, memory.Q) }),
    explain: () => explainBackup(mdp, sweep.last, sweep.readV, sweep.readBest),
    disturb: () => disturb(memory),
  };
};

function* sweeps(context: RunContext<ValueIterationParams>, sweep: Sweep): Generator<string, Outcome> {
  const { clock, pace } = context;
  const { memory } = sweep;
  const model = modelOf(context.env);
  if (model.decisionStates.length === 0) return nothingToDecide;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (pace.fine && clock.sweeps > 0) yield "check";
    if (memory.disturbed) sweep.mdp = partToSolve(model, memory, context.params.gamma);
    const end = verdict(context.params, sweep);
    if (end) return tellLeftOut(end, model, sweep.mdp);
    beginAgain(sweep.mdp, memory, context.params.gamma);
    beginSweep(sweep);
    const states = sweep.mdp.decisionStates.length;
    while (sweep.place < states) {
      if (pace.fine) yield "choose";
      backUp(context, sweep);
      if (sweep.place === states || clock.ticks >= pace.until) yield "backup";
    }
  }
}

// #region update
/** One tick: a backup and, after a state's last, its new value; after the sweep's last, the books. */
function backUp({ params, clock, log }: RunContext<ValueIterationParams>, sweep: Sweep): void {
  const stateDone = backUpNext(sweep, params.gamma, params.inPlace);
  clock.ticks++;
  if (!stateDone) return;
  clock.states++;
  const { mdp, memory, last } = sweep;
  const best = argmaxQ(memory.Q, last.state, mdp.nActions);
  if (!endState(sweep, memory.Q[last.state * mdp.nActions + best], best)) return;
  clock.sweeps++;
  endSweep(memory, sweep.residual, params.gamma, log);
}
// #endregion

/** Whether the run ends before another sweep, and how. */
function verdict({ gamma, theta }: Readonly<ValueIterationParams>, { mdp, memory }: Sweep): Outcome | null {
  if (memory.disturbed) return hopeless(mdp, gamma);
  return memory.residual <= theta ? convergedBelow(theta) : stuck(mdp, memory, gamma);
}
