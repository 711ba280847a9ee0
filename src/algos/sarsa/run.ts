import { tabularOf, type RunContext, type StartRun } from "../../core/algo";
import { epsilonGreedyAction } from "../../core/greedy";
import { alphaAt, epsilonAt } from "../../core/schedule";
import { decisionsOf, fitTable, learnerView, zeroTable } from "../../core/tables";
import { explainTd, noUpdate, type TdUpdate } from "../../core/td-update";
import { emptyTrail, extendTrail, restartTrail, type Trail } from "../../core/trail";
import type { SarsaParams } from "./spec";

export interface SarsaMemory {
  Q: Float64Array;
  /** Updates of each entry so far, nStates × nActions. */
  visits: Float64Array;
  trail: Trail;
  last: TdUpdate;
}

/** SARSA (Sutton & Barto, section 6.4): on-policy temporal-difference control. */
export const start: StartRun<SarsaParams, SarsaMemory> = (context, kept) => {
  const { env, params, clock } = context;
  const decisions = decisionsOf(env);
  const memory: SarsaMemory = kept ?? {
    Q: zeroTable(decisions),
    visits: zeroTable(decisions),
    trail: emptyTrail(),
    last: noUpdate(),
  };
  fitTable(decisions, memory.Q, memory.visits, params.initialQ);
  return {
    memory,
    steps: episodes(context, memory),
    view: () => learnerView(decisions, memory, epsilonAt(params, clock.episodes)),
    explain: () => explainTd(memory.last),
  };
};

function* episodes(
  { env, params, streams, clock, pace, log }: RunContext<SarsaParams>,
  { Q, visits, trail, last }: SarsaMemory,
): Generator<string, void> {
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
    let a = epsilonGreedyAction(Q, s, nActions, epsilonAt(params, clock.episodes), streams.explore);
    if (pace.fine) yield "act";
    for (let over = false; !over;) {
      const step = env.step(state, a, streams.world);
      const next = tabular.indexOf(step.state);
      extendTrail(trail, next);
      if (pace.fine) yield "observe";

      let nextAction = 0;
      if (!step.terminated) {
        nextAction = epsilonGreedyAction(
          Q,
          next,
          nActions,
          epsilonAt(params, clock.episodes),
          streams.explore,
        );
        if (pace.fine) yield "choose";
      }

      // #region update
      const pair = s * nActions + a;
      last.state = s;
      last.action = a;
      last.reward = step.reward;
      last.next = next;
      last.nextAction = nextAction;
      last.nextValue = step.terminated ? 0 : Q[next * nActions + nextAction];
      last.ends = step.terminated;
      last.before = Q[pair];
      last.alpha = alphaAt(params, ++visits[pair]);
      last.gamma = params.gamma;
      const tdTarget = last.reward + last.gamma * last.nextValue;
      Q[pair] += last.alpha * (tdTarget - Q[pair]);
      // #endregion

      rewards += step.reward;
      length++;
      over = step.terminated || step.truncated;
      state = step.state;
      s = next;
      a = nextAction;
      clock.ticks++;
      clock.steps++;
      if (over) {
        clock.episodes++;
        log("return", rewards);
        log("length", length);
      }
      if (over || clock.ticks >= pace.until) yield "update";
    }
  }
}
