import { tabularOf, type Explanation, type RunContext, type StartRun } from "../../core/algo";
import { epsilonGreedyAction } from "../../core/greedy";
import { alphaAt, epsilonAt } from "../../core/schedule";
import { decisionsOf, fitTable, learnerView, zeroTable } from "../../core/tables";
import { explainTd, noUpdate, type TdUpdate } from "../../core/td-update";
import { emptyTrail, extendTrail, restartTrail, type Trail } from "../../core/trail";
import type { MonteCarloParams } from "./spec";

/** `nextValue` is the return from the next step on. */
interface ReturnUpdate extends TdUpdate {
  /** When in its episode the pair was visited, from 0. */
  time: number;
  /** Whether the episode was cut off. */
  cut: boolean;
}

export interface MonteCarloMemory {
  Q: Float64Array;
  /** Updates of each entry so far, nStates × nActions. */
  visits: Float64Array;
  trail: Trail;
  last: ReturnUpdate;
}

/**
 * On-policy first-visit Monte Carlo control for ε-greedy policies (Sutton & Barto, section 5.4).
 * The return of an episode that was cut off leaves out what would have come later.
 */
export const start: StartRun<MonteCarloParams, MonteCarloMemory> = (context, kept) => {
  const { env, params, clock } = context;
  const decisions = decisionsOf(env);
  const memory: MonteCarloMemory = kept ?? {
    Q: zeroTable(decisions),
    visits: zeroTable(decisions),
    trail: emptyTrail(),
    last: { ...noUpdate(), time: 0, cut: false },
  };
  fitTable(decisions, memory.Q, memory.visits, params.initialQ);
  return {
    memory,
    steps: episodes(context, memory),
    view: () => learnerView(decisions, memory, epsilonAt(params, clock.episodes)),
    explain: () => explainLast(memory.last),
  };
};

function explainLast(last: ReturnUpdate): Explanation | null {
  const explanation = explainTd(last);
  if (!explanation) return null;
  const { reward, next, nextValue, ends, time, cut } = last;
  return {
    ...explanation,
    terms: [{ probability: 1, reward, next, nextValue, ends }],
    numbers: { ...explanation.numbers, time, cut: Number(cut) },
  };
}

function* episodes(
  { env, params, streams, clock, pace, log }: RunContext<MonteCarloParams>,
  { Q, visits, trail, last }: MonteCarloMemory,
): Generator<string, void> {
  const { nActions } = env;
  const tabular = tabularOf(env);
  /** The episode so far: the pair used, the reward and the next state of each step. */
  const pairs: number[] = [];
  const rewards: number[] = [];
  const nexts: number[] = [];
  /** When each pair was first used in this episode; −1: not yet. */
  const firstUse = new Int32Array(Q.length).fill(-1);
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    let state = env.reset(streams.world);
    let s = tabular.indexOf(state);
    let length = 0;
    let sum = 0;
    restartTrail(trail, s);
    if (pace.fine) yield "start";
    for (let over = false; !over;) {
      const a = epsilonGreedyAction(Q, s, nActions, epsilonAt(params, clock.episodes), streams.explore);
      if (pace.fine) yield "act";

      const step = env.step(state, a, streams.world);
      const next = tabular.indexOf(step.state);
      extendTrail(trail, next);
      const pair = s * nActions + a;
      pairs[length] = pair;
      rewards[length] = step.reward;
      nexts[length] = next;
      if (firstUse[pair] < 0) firstUse[pair] = length;
      length++;
      sum += step.reward;
      state = step.state;
      s = next;
      over = step.terminated || step.truncated;
      if (over) {
        if (pace.fine) yield "observe";
        // #region update
        let G = 0;
        for (let t = length - 1; t >= 0; t--) {
          const nextReturn = G;
          G = rewards[t] + params.gamma * nextReturn;
          const used = pairs[t];
          if (firstUse[used] !== t) continue;
          firstUse[used] = -1;
          last.state = Math.floor(used / nActions);
          last.action = used % nActions;
          last.reward = rewards[t];
          last.next = nexts[t];
          last.nextValue = nextReturn;
          last.ends = step.terminated && t === length - 1;
          last.before = Q[used];
          last.alpha = alphaAt(params, ++visits[used]);
          last.gamma = params.gamma;
          last.time = t;
          last.cut = !step.terminated;
          Q[used] += last.alpha * (G - Q[used]);
          if (pace.fine) yield "update";
        }
        // #endregion
        clock.episodes++;
        log("return", sum);
        log("length", length);
      }
      clock.ticks++;
      clock.steps++;
      if (over || clock.ticks >= pace.until) yield over ? "improve" : "observe";
    }
  }
}
