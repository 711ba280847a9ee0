import type { StartRun } from "../../core/algo";
import type { NetworkExplanation, NetworkRun, NetworkView } from "../../core/network-run";
import type { Outcome } from "../../core/outcome";
import type { Wait } from "../../core/wait";
import { chooseActions, storeAll } from "./act";
import { explainUpdate } from "./explain";
import { giveUp, learn, learnAtOnce } from "./learn";
import { lookAt } from "./look";
import { partsOf, saveParts, type DqnMemory, type Parts } from "./parts";
import { epsilonAt, updatesDue } from "./schedules";
import type { DqnParams } from "./spec";
import { explainStep, stageOf, type Step } from "./step";
import { testWhenDue } from "./test-policy";
import type { Update } from "./update";
import { epsilonGreedy } from "./values";

/**
 * DQN (Mnih et al., “Playing Atari with deep reinforcement learning”, 2013, and Nature 2015) with Adam, and with the
 * double targets of van Hasselt et al. (2016) as an option. A tick is one step of every environment and the gradient
 * steps that fall due with it.
 */
export const start: StartRun<DqnParams, DqnMemory, NetworkRun<DqnMemory>> = (context, kept) => {
  const parts = partsOf(context, kept);
  const { agents, network, memory } = parts;
  return {
    steps: ticks(parts),
    view: () => viewOf(parts),
    explain: explainer(parts),
    look: (at) =>
      lookAt(
        {
          env: context.env,
          params: context.params,
          network,
          memory,
          environments: agents.count,
          observation: agents.observe(0),
          update: parts.update,
          steps: context.clock.steps,
        },
        at,
      ),
    save: () => saveParts(parts),
    weights: () => [network.weights],
    push: (strength) => agents.push(strength),
    dispose: () => network.dispose(),
  };
};

function* ticks(parts: Parts): Generator<string | Wait, Outcome> {
  const { context, agents, books } = parts;
  const { clock, pace, params, streams } = context;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    const { outcome } = books;
    books.outcome = null;
    if (outcome) return outcome;
    yield* testWhenDue(parts);

    const isNew = agents.restart(streams.world) || clock.ticks === 0;
    if (pace.fine && isNew) {
      parts.step = { observation: agents.observe(0) };
      yield "start";
    }
    const actions = chooseActions(parts);
    if ("fault" in actions) return giveUp(parts, actions.fault);
    if (pace.fine) yield "act";

    let phase = "execute";
    const transitions = actions.map((action, i) => agents.step(i, action, streams.world));
    if (parts.step) parts.step.transition = transitions[0];
    if (params.learning) {
      if (pace.fine) yield phase;
      storeAll(parts, transitions);
      phase = "store";
      const due = updatesDueNow(parts);
      if (pace.fine) {
        for (let made = 0; made < due && !books.outcome; made++) {
          yield phase;
          phase = yield* learn(parts);
        }
      } else if (due > 0) phase = yield* learnAtOnce(parts, due);
      if (due > 0) books.valueSum = books.valueCount = 0;
    }
    endTick(parts);
    yield phase;
  }
}

/** None during the warm-up, nor while the memory holds less than a minibatch. */
function updatesDueNow({ context: { params, clock }, agents, memory }: Parts): number {
  const after = clock.steps + agents.count;
  if (after <= params.warmup || memory.size < params.batchSize) return 0;
  return updatesDue(params, clock.steps, after);
}

function endTick({ context: { clock, log }, agents, books }: Parts): void {
  clock.ticks++;
  clock.steps += agents.count;
  for (const episode of agents.over) {
    clock.episodes++;
    log("return", episode.return);
    log("greedy", books.test?.mean ?? NaN);
    log("length", episode.length);
  }
}

function viewOf({ context, agents, network, books, testing }: Parts): NetworkView {
  const epsilon = epsilonAt(context.params, context.clock.steps);
  const q = Array.from(network.actor.outputs(agents.observe(0)));
  return {
    agents: agents.shots,
    trail: agents.trail(),
    q,
    policy: epsilonGreedy(q, epsilon),
    value: Math.max(...q),
    epsilon,
    test: books.test,
    testing,
    solvedAt: books.solvedAt,
  };
}

/** The last step in the world, or the update that followed it, explained: computed when asked for, once a stage. */
function explainer(parts: Parts): () => NetworkExplanation | null {
  let of: { what: Step | Update | null; stage: string | number } = { what: null, stage: "" };
  let explanation: NetworkExplanation | null = null;
  return () => {
    const { step, update } = parts;
    const what = step ?? update;
    const stage = step ? stageOf(step) : (update?.stage ?? "");
    if (of.what !== what || of.stage !== stage) {
      if (step) explanation = explainStep(step, parts.agents.count);
      else explanation = update && explainUpdate(parts.network.spec, update);
      of = { what, stage };
    }
    return explanation;
  };
}
