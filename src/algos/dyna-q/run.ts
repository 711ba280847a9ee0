import { tabularOf, type Explanation, type RunContext, type StartRun } from "../../core/algo";
import { argmaxQ, epsilonGreedyAction } from "../../core/greedy";
import { alphaAt, epsilonAt } from "../../core/schedule";
import { decisionsOf, fitTable, learnerView, zeroTable } from "../../core/tables";
import { explainTd, noUpdate, type TdUpdate } from "../../core/td-update";
import { emptyTrail, extendTrail, restartTrail, type Trail } from "../../core/trail";
import { emptyModel, outcomeAt, remember, withoutLostStates, type LearnedModel } from "./learned-model";
import { packOutcomes } from "../../core/learned-outcomes";
import type { DynaQParams } from "./spec";

export interface DynaQMemory {
  Q: Float64Array;
  /** Updates of each entry so far, planned ones included, nStates × nActions: the N of α = 1/N. */
  updates: Float64Array;
  model: LearnedModel;
  trail: Trail;
  last: TdUpdate;
  /** Whether the last update came from the model. */
  planned: boolean;
}

/**
 * Dyna-Q (Sutton & Barto, section 8.2). The book's model keeps the last outcome of each pair; this one counts them
 * all and draws by count, which is the same in a deterministic world. It draws among the pairs tried so far with
 * equal chance, where the book draws a state first and then an action.
 */
export const start: StartRun<DynaQParams, DynaQMemory> = (context, kept) => {
  const { env, params, clock } = context;
  const decisions = decisionsOf(env);
  const memory: DynaQMemory = kept ?? {
    Q: zeroTable(decisions),
    updates: zeroTable(decisions),
    model: emptyModel(decisions.nStates * decisions.nActions),
    trail: emptyTrail(),
    last: noUpdate(),
    planned: false,
  };
  fitTable(decisions, memory.Q, memory.updates, params.initialQ);
  memory.model = withoutLostStates(memory.model, decisions);
  return {
    memory,
    steps: episodes(context, memory),
    view: () => ({
      ...learnerView(
        decisions,
        { Q: memory.Q, visits: memory.model.tried, trail: memory.trail },
        epsilonAt(params, clock.episodes),
      ),
      learnedModel: packOutcomes(memory.model.outcomes),
    }),
    explain: () => explainLast(memory),
  };
};

function explainLast({ last, planned }: DynaQMemory): Explanation | null {
  const explanation = explainTd(last);
  return explanation && { ...explanation, numbers: { ...explanation.numbers, planned: Number(planned) } };
}

/** One step of experience, real or remembered. */
interface Experience {
  state: number;
  action: number;
  reward: number;
  next: number;
  ends: boolean;
}

// #region learn
/** The update of Q-learning for one experience. */
function learn(
  { Q, updates, last }: DynaQMemory,
  nActions: number,
  seen: Experience,
  params: DynaQParams,
): void {
  const pair = seen.state * nActions + seen.action;
  const best = argmaxQ(Q, seen.next, nActions);
  last.state = seen.state;
  last.action = seen.action;
  last.reward = seen.reward;
  last.next = seen.next;
  last.nextAction = best;
  last.nextValue = seen.ends ? 0 : Q[seen.next * nActions + best];
  last.ends = seen.ends;
  last.before = Q[pair];
  last.alpha = alphaAt(params, ++updates[pair]);
  last.gamma = params.gamma;
  const tdTarget = last.reward + last.gamma * last.nextValue;
  Q[pair] += last.alpha * (tdTarget - Q[pair]);
}
// #endregion

function* episodes(
  { env, params, streams, clock, pace, log }: RunContext<DynaQParams>,
  memory: DynaQMemory,
): Generator<string, void> {
  const { Q, model, trail } = memory;
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

      const seen = { state: s, action: a, reward: step.reward, next, ends: step.terminated };
      learn(memory, nActions, seen, params);
      memory.planned = false;
      if (pace.fine) yield "update";

      // #region plan
      remember(model, s * nActions + a, seen);
      const { planningSteps } = params;
      for (let i = 0; i < planningSteps; i++) {
        if (pace.fine) yield i === 0 ? "remember" : "plan";
        const pair = model.pairs[streams.replay.int(model.pairs.length)];
        learn(memory, nActions, outcomeAt(model, pair, streams.replay.int(model.tried[pair])), params);
        memory.planned = true;
      }
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
      if (over || clock.ticks >= pace.until) yield planningSteps > 0 ? "plan" : "remember";
    }
  }
}
