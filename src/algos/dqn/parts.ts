import type { RunContext } from "../../core/algo";
import { layerSizes } from "../../core/network-params";
import type { GreedyTest } from "../../core/network-run";
import { inputsOf } from "../../core/observation";
import type { Outcome } from "../../core/outcome";
import { copyMemory, emptyMemory, type ReplayMemory } from "../../core/replay-memory";
import type { LearnerState } from "../../nn/learner";
import { initialParameters } from "../../nn/params";
import type { Experience } from "../../nn/value-bounds";
import { Agents, type AgentsMemory } from "./agents";
import { untrained } from "../../nn/untrained";
import { QNetwork } from "./network";
import type { DqnParams } from "./params";
import type { Step } from "./step";
import type { Update } from "./update";

/** What a run notes down. Plain data; the arrays in it are never changed. */
export interface Books extends Experience {
  test: GreedyTest | null;
  solvedAt: number | null;
  /** max Q(s,·) where the agent was since the last tick with updates: sum and count. Each update of a tick logs their mean. */
  valueSum: number;
  valueCount: number;
  /** After how many updates values or errors were last beyond belief. */
  wildAt: number;
  /** The most that a policy could earn, at the largest γ so far: values learnt with that one stay for a while. */
  earnable: number;
  /** What to go back to should learning diverge, and after how many updates these were the weights. */
  good: { readonly weights: Float32Array; readonly updates: number };
  /** Learning has diverged in this tick: the run ends with the next. */
  outcome: Outcome | null;
}

/** All that outlives the end of a tick. */
export interface DqnMemory {
  readonly learner: LearnerState;
  readonly agents: AgentsMemory;
  readonly memory: ReplayMemory;
  readonly books: Books;
}

/** What a run consists of. */
export interface Parts {
  readonly context: RunContext<DqnParams>;
  readonly agents: Agents;
  readonly network: QNetwork;
  readonly memory: ReplayMemory;
  readonly books: Books;
  /** The step in the world, until an update follows it. */
  step: Step | null;
  /** The last update, or the one under way. */
  update: Update | null;
  /** Episodes played so far of the test that is under way; null between tests. */
  testing: number | null;
}

/** The parts of a new run, or of one that goes on. A new one draws first weights and first states. */
export function partsOf(context: RunContext<DqnParams>, kept?: DqnMemory): Parts {
  const { env, params, streams } = context;
  const inputs = inputsOf(env);
  const sizes = layerSizes(inputs, params, env.nActions);
  const learner = kept?.learner ?? firstState(initialParameters(sizes, streams.init), params);
  return {
    context,
    agents: kept
      ? Agents.goOn(context, kept.agents)
      : Agents.begin(context, params.environments, streams.world),
    network: new QNetwork({ sizes, activation: params.activation }, params, learner),
    memory: kept?.memory ?? emptyMemory(params.capacity, inputs),
    books: kept?.books ?? emptyBooks(learner),
    step: null,
    update: null,
    testing: null,
  };
}

/** A copy of all that outlives the end of a tick. Everything but the device's part is as of now. */
export async function saveParts({ agents, network, memory, books }: Parts): Promise<DqnMemory> {
  const rest = { agents: agents.save(), memory: copyMemory(memory), books: { ...books } };
  return { ...rest, learner: await network.save() };
}

/** The target of a network that has never learnt is, where there is one, the network itself. */
function firstState(weights: Float32Array, { target }: Readonly<DqnParams>): LearnerState {
  return untrained(weights, target === "none" ? null : weights);
}

function emptyBooks({ weights }: LearnerState): Books {
  return {
    test: null,
    solvedAt: null,
    valueSum: 0,
    valueCount: 0,
    wildAt: -Infinity,
    earnable: 0,
    largestReward: 0,
    longestEpisode: 0,
    good: { weights, updates: 0 },
    outcome: null,
  };
}
