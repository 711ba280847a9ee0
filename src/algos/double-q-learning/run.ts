import { tabularOf, type Explanation, type RunContext, type StartRun } from "../../core/algo";
import { epsilonGreedyAction, greedyAction } from "../../core/greedy";
import { alphaAt, epsilonAt } from "../../core/schedule";
import { decisionsOf, fitTable, learnerView, zeroTable } from "../../core/tables";
import { explainTd, noUpdate, type TdUpdate } from "../../core/td-update";
import { emptyTrail, extendTrail, restartTrail, type Trail } from "../../core/trail";
import type { DoubleQLearningParams } from "./spec";

export interface DoubleQLearningMemory {
  Q1: Float64Array;
  Q2: Float64Array;
  /** (Q1 + Q2) / 2, kept up to date. */
  Q: Float64Array;
  /** Updates of each table's entries so far, nStates × nActions. */
  visits1: Float64Array;
  visits2: Float64Array;
  /** Their sum. */
  visits: Float64Array;
  trail: Trail;
  last: TdUpdate;
  /** The table that moved last: 1 or 2. */
  table: number;
}

/** Double Q-learning (Sutton & Barto, section 6.7): acts on (Q1 + Q2) / 2, and moves one of the two by the toss of a coin. */
export const start: StartRun<DoubleQLearningParams, DoubleQLearningMemory> = (context, kept) => {
  const { env, params, clock } = context;
  const decisions = decisionsOf(env);
  const memory: DoubleQLearningMemory = kept ?? {
    Q1: zeroTable(decisions),
    Q2: zeroTable(decisions),
    Q: zeroTable(decisions),
    visits1: zeroTable(decisions),
    visits2: zeroTable(decisions),
    visits: zeroTable(decisions),
    trail: emptyTrail(),
    last: noUpdate(),
    table: 1,
  };
  fitTable(decisions, memory.Q1, memory.visits1, params.initialQ);
  fitTable(decisions, memory.Q2, memory.visits2, params.initialQ);
  fitTable(decisions, memory.Q, memory.visits, params.initialQ);
  return {
    memory,
    steps: episodes(context, memory),
    view: () => learnerView(decisions, memory, epsilonAt(params, clock.episodes)),
    explain: () => explainLast(memory),
  };
};

/** The last update of the table that moved; null before the first. */
function explainLast({ last, table }: DoubleQLearningMemory): Explanation | null {
  const explanation = explainTd(last);
  return explanation && { ...explanation, numbers: { ...explanation.numbers, table } };
}

function* episodes(
  { env, params, streams, clock, pace, log }: RunContext<DoubleQLearningParams>,
  memory: DoubleQLearningMemory,
): Generator<string, void> {
  const { Q1, Q2, Q, visits1, visits2, visits, trail, last } = memory;
  const { nActions } = env;
  const tabular = tabularOf(env);
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    let state = env.reset(streams.world);
    let s = tabular.indexOf(state);
    let rewards = 0;
    let length = 0;
    restartTrail(trail, s);
    if (pace.fine) yield "start";
    for (let over = false; !over;) {
      const a = epsilonGreedyAction(Q, s, nActions, epsilonAt(params, clock.episodes), streams.explore);
      if (pace.fine) yield "act";

      const step = env.step(state, a, streams.world);
      const next = tabular.indexOf(step.state);
      extendTrail(trail, next);
      if (pace.fine) yield "observe";

      // #region update
      const first = streams.explore.uniform() < 0.5;
      const moved = first ? Q1 : Q2;
      const other = first ? Q2 : Q1;
      const count = first ? visits1 : visits2;
      const pair = s * nActions + a;
      const best = step.terminated ? 0 : greedyAction(moved, next, nActions, streams.explore);
      memory.table = first ? 1 : 2;
      last.state = s;
      last.action = a;
      last.reward = step.reward;
      last.next = next;
      last.nextAction = best;
      last.nextValue = step.terminated ? 0 : other[next * nActions + best];
      last.ends = step.terminated;
      last.before = moved[pair];
      last.alpha = alphaAt(params, ++count[pair]);
      last.gamma = params.gamma;
      const tdTarget = last.reward + last.gamma * last.nextValue;
      moved[pair] += last.alpha * (tdTarget - moved[pair]);
      Q[pair] = (Q1[pair] + Q2[pair]) / 2;
      // #endregion
      visits[pair]++;

      rewards += step.reward;
      length++;
      over = step.terminated || step.truncated;
      state = step.state;
      s = next;
      clock.ticks++;
      clock.steps++;
      if (over) {
        clock.episodes++;
        log("return", rewards);
        log("length", length);
      }
      if (over || clock.ticks >= pace.until) yield first ? "updateFirst" : "updateSecond";
    }
  }
}
