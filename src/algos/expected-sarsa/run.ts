import { tabularOf, type Explanation, type RunContext, type StartRun } from "../../core/algo";
import { epsilonGreedyAction, epsilonGreedyProbabilities } from "../../core/greedy";
import { alphaAt, epsilonAt } from "../../core/schedule";
import { decisionsOf, fitTable, learnerView, zeroTable } from "../../core/tables";
import { explainTd, noUpdate, type TdUpdate } from "../../core/td-update";
import { emptyTrail, extendTrail, restartTrail, type Trail } from "../../core/trail";
import type { ExpectedSarsaParams } from "./spec";

export interface ExpectedSarsaMemory {
  Q: Float64Array;
  /** Updates of each entry so far, nStates × nActions. */
  visits: Float64Array;
  trail: Trail;
  last: TdUpdate;
  /** π(a'|s') and Q(s',a') as the last update used them, one per action. */
  probabilities: Float64Array;
  nextValues: Float64Array;
}

/** Expected SARSA (Sutton & Barto, section 6.6), on-policy: the target averages over the ε-greedy next action. */
export const start: StartRun<ExpectedSarsaParams, ExpectedSarsaMemory> = (context, kept) => {
  const { env, params, clock } = context;
  const decisions = decisionsOf(env);
  const memory: ExpectedSarsaMemory = kept ?? {
    Q: zeroTable(decisions),
    visits: zeroTable(decisions),
    trail: emptyTrail(),
    last: noUpdate(),
    probabilities: new Float64Array(env.nActions),
    nextValues: new Float64Array(env.nActions),
  };
  fitTable(decisions, memory.Q, memory.visits, params.initialQ);
  return {
    memory,
    steps: episodes(context, memory),
    view: () => learnerView(decisions, memory, epsilonAt(params, clock.episodes)),
    explain: () => explainLast(memory),
  };
};

/** The last update with one term per next action; null before the first. */
function explainLast({ last, probabilities, nextValues }: ExpectedSarsaMemory): Explanation | null {
  const explanation = explainTd(last);
  if (!explanation || last.ends) return explanation;
  const { reward, next } = last;
  const terms = Array.from(probabilities, (probability, nextAction) => {
    return { probability, reward, next, nextAction, nextValue: nextValues[nextAction], ends: false };
  });
  return { ...explanation, terms };
}

function* episodes(
  { env, params, streams, clock, pace, log }: RunContext<ExpectedSarsaParams>,
  { Q, visits, trail, last, probabilities, nextValues }: ExpectedSarsaMemory,
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
    for (let over = false; !over;) {
      const a = epsilonGreedyAction(Q, s, nActions, epsilonAt(params, clock.episodes), streams.explore);
      if (pace.fine) yield "act";

      const step = env.step(state, a, streams.world);
      const next = tabular.indexOf(step.state);
      extendTrail(trail, next);
      if (pace.fine) yield "observe";

      // #region update
      const pair = s * nActions + a;
      const epsilon = epsilonAt(params, clock.episodes);
      let average = 0;
      epsilonGreedyProbabilities(Q, next, nActions, epsilon, probabilities);
      for (let b = 0; b < nActions; b++) {
        nextValues[b] = Q[next * nActions + b];
        average += probabilities[b] * nextValues[b];
      }
      last.state = s;
      last.action = a;
      last.reward = step.reward;
      last.next = next;
      last.nextValue = step.terminated ? 0 : average;
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
