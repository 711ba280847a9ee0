import { modelOf, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { backup, explainBackup, noBackup, type LastBackup } from "../../core/backup";
import { hopeless, stuck } from "../../core/divergence";
import type { FiniteMdp } from "../../core/finite-mdp";
import { argmaxQ, epsilonGreedyPolicy, maxQ } from "../../core/greedy";
import {
  beginAgain,
  convergedBelow,
  disturb,
  emptyPlanningMemory,
  endSweep,
  fits,
  nothingToDecide,
  type PlanningMemory,
} from "../../core/planning";
import type { ValueIterationParams } from "./spec";

/** What the running sweep reads: copies of Q_i and V_i when synchronous, the tables themselves in place. */
interface Source {
  Q: Float64Array;
  V: Float64Array;
}

/** Value iteration on Q: Q_{i+1}(s,a) = E[r + γ max Q_i(s',a')] (Sutton & Barto, eq. 4.10). V(s) is max Q(s,a). */
export const start: StartRun<ValueIterationParams, PlanningMemory> = (context, kept) => {
  const mdp = modelOf(context.env);
  const memory = fits(mdp, kept) ? kept : emptyPlanningMemory(mdp);
  for (const s of mdp.decisionStates) memory.V[s] = maxQ(memory.Q, s, mdp.nActions);
  const source: Source = { Q: memory.Q, V: memory.V };
  const last = noBackup();
  return {
    memory,
    steps: sweeps(context, mdp, memory, source, last),
    view: () => ({ Q: memory.Q, V: memory.V, policy: epsilonGreedyPolicy(mdp, memory.Q) }),
    explain: () => explainBackup(mdp, source, last),
    disturb: () => disturb(memory),
  };
};

function* sweeps(
  { params, clock, pace, log }: RunContext<ValueIterationParams>,
  mdp: FiniteMdp,
  memory: PlanningMemory,
  source: Source,
  last: LastBackup,
): Generator<string, Outcome> {
  const { Q, V } = memory;
  const { nActions, decisionStates } = mdp;
  const sweep = { residual: 0 };
  if (decisionStates.length === 0) return nothingToDecide;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    if (pace.fine && clock.sweeps > 0) yield "check";
    const end = verdict(params, mdp, memory);
    if (end) return end;
    if (memory.disturbed) beginAgain(mdp, memory, params.gamma);
    sweep.residual = 0;
    for (let i = 0; i < decisionStates.length; i++) {
      const s = decisionStates[i];
      for (let a = 0; a < nActions; a++) {
        if (pace.fine) yield "choose";
        if (i === 0 && a === 0) setSource(source, memory, params.inPlace);
        if (a === 0) {
          last.ownValue = source.V[s];
          last.ownAction = argmaxQ(source.Q, s, nActions);
        }
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
        clock.ticks++;
        if (a === nActions - 1) {
          const value = maxQ(Q, s, nActions);
          const change = Math.abs(value - V[s]);
          if (change > sweep.residual) sweep.residual = change;
          V[s] = value;
          clock.states++;
          if (i === decisionStates.length - 1) {
            clock.sweeps++;
            endSweep(memory, sweep.residual, gamma, log);
          }
        }
        yield "backup";
      }
    }
  }
}

/** Whether the run ends before another sweep, and how. */
function verdict(
  { gamma, theta }: Readonly<ValueIterationParams>,
  mdp: FiniteMdp,
  memory: PlanningMemory,
): Outcome | null {
  if (memory.disturbed) return hopeless(mdp, gamma);
  return memory.residual <= theta ? convergedBelow(theta) : stuck(mdp, memory, gamma);
}

/** Called before the first backup of a sweep and not earlier: until then the source explains the last one. */
function setSource(source: Source, { Q, V }: PlanningMemory, inPlace: boolean): void {
  if (inPlace) {
    source.Q = Q;
    source.V = V;
    return;
  }
  if (source.V === V) {
    source.Q = new Float64Array(Q.length);
    source.V = new Float64Array(V.length);
  }
  source.Q.set(Q);
  source.V.set(V);
}
