import { tabularOf, type Outcome, type RunContext, type StartRun } from "../../core/algo";
import { argmaxQ, epsilonGreedyAction } from "../../core/greedy";
import { alphaAt, epsilonAt } from "../../core/schedule";
import { decisionsOf, fitTable, learnerView, zeroTable } from "../../core/tables";
import { divergence, explainTraced, noTracedUpdate, type TracedUpdate } from "../../core/td-update";
import { emptyTrail, extendTrail, restartTrail, type Trail } from "../../core/trail";
import { Traces } from "../../core/traces";
import type { WatkinsQLambdaParams } from "./spec";

export interface WatkinsQLambdaMemory {
  Q: Float64Array;
  /** How often each entry was used, nStates × nActions. */
  visits: Float64Array;
  /** e(s, a) in the running episode. */
  traces: Float64Array;
  trail: Trail;
  last: TracedUpdate;
}

/** Watkins's Q(λ) on a table (Sutton & Barto, section 12.10). */
export const start: StartRun<WatkinsQLambdaParams, WatkinsQLambdaMemory> = (context, kept) => {
  const { env, params, clock } = context;
  const decisions = decisionsOf(env);
  const memory: WatkinsQLambdaMemory = kept ?? {
    Q: zeroTable(decisions),
    visits: zeroTable(decisions),
    traces: zeroTable(decisions),
    trail: emptyTrail(),
    last: noTracedUpdate(),
  };
  fitTable(decisions, memory.Q, memory.visits, params.initialQ);
  return {
    memory,
    steps: episodes(context, memory),
    view: () => ({
      ...learnerView(decisions, memory, epsilonAt(params, clock.episodes)),
      traces: memory.traces,
    }),
    explain: () => explainTraced(memory.last),
  };
};

function* episodes(
  { env, params, streams, clock, pace, log }: RunContext<WatkinsQLambdaParams>,
  memory: WatkinsQLambdaMemory,
): Generator<string, Outcome> {
  const { Q, visits, trail, last } = memory;
  const traces = new Traces(memory.traces);
  const { nActions } = env;
  const tabular = tabularOf(env);
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    let state = env.reset(streams.world);
    let s = tabular.indexOf(state);
    let rewards = 0;
    let length = 0;
    traces.restart();
    restartTrail(trail, s);
    if (pace.fine) yield "start";
    let a = epsilonGreedyAction(Q, s, nActions, epsilonAt(params, clock.episodes), streams.explore);
    if (pace.fine) yield "act";
    for (let over = false; !over;) {
      const outcome = divergence(last);
      if (outcome) return outcome;
      const step = env.step(state, a, streams.world);
      const next = tabular.indexOf(step.state);
      extendTrail(trail, next);
      if (pace.fine) yield "observe";

      let best = argmaxQ(Q, next, nActions);
      let nextAction = best;
      if (!step.terminated) {
        nextAction = epsilonGreedyAction(
          Q,
          next,
          nActions,
          epsilonAt(params, clock.episodes),
          streams.explore,
        );
        if (Q[next * nActions + nextAction] === Q[next * nActions + best]) best = nextAction;
        if (pace.fine) yield "choose";
      }

      // #region update
      const pair = s * nActions + a;
      const nextValue = step.terminated ? 0 : Q[next * nActions + best];
      const delta = step.reward + params.gamma * nextValue - Q[pair];
      const alpha = alphaAt(params, ++visits[pair]);
      traces.mark(pair, params.traces);
      if (pace.fine) yield "mark";

      last.state = s;
      last.action = a;
      last.reward = step.reward;
      last.next = next;
      last.nextAction = best;
      last.nextValue = nextValue;
      last.ends = step.terminated;
      last.before = Q[pair];
      last.alpha = alpha;
      last.gamma = params.gamma;
      last.trace = traces.e[pair];
      last.traced = traces.size;
      traces.move(Q, delta, visits, params);
      if (pace.fine) yield "update";

      const goesOn = !step.terminated && nextAction === best;
      if (goesOn) traces.decay(params.gamma * params.lambda);
      else traces.cut();
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
      if (over || clock.ticks >= pace.until) yield goesOn ? "decay" : "cut";
    }
  }
}
