import type { Outcome, RunContext } from "../core/algo";
import type { Env } from "../core/env";
import type {
  GreedyTest,
  Look,
  NetworkExplanation,
  NetworkRun,
  NetworkView,
  Sight,
} from "../core/network-run";
import { inputsOf } from "../core/observation";
import type { PolicyGradientParams } from "../core/policy-gradient-params";
import {
  agentsOf,
  copyRollout,
  isOver,
  longestOf,
  observationAt,
  pushAll,
  rewardsOf,
  startRollout,
  stepsIn,
  takeStep,
  trailOf,
  type Rollout,
} from "../core/rollout";
import { testWhenDue } from "../core/test-when-due";
import type { VarianceReport } from "../core/variance";
import type { Wait } from "../core/wait";
import { affordable } from "./affordable";
import { parameterCount } from "./params";
import { PolicyNetworks, type Choice, type PolicyNetworksState } from "./policy-networks";
import { policyMap, policyPictures } from "./policy-sight";
import { varianceOf } from "./policy-variance";
import { copyUpdate, explainUpdate, newUpdate, pictureOf, type PolicyUpdate } from "./policy-update";
import { badValues, earnable, isBelievable, type Experience } from "./value-bounds";

/** Multiplications that showing a trajectory may cost, and how many steps that is at least and at most. */
const SHOWN_WORK = 2e7;
const FEWEST_SHOWN = 100;
const MOST_SHOWN = 2000;

/** All that a policy gradient keeps besides its networks. Plain data. */
interface Progress extends Experience {
  rollout: Rollout;
  update: PolicyUpdate | null;
  /** The moving average of returns, where that is the baseline; null before the first. */
  average: number | null;
  test: GreedyTest | null;
  /** Updates that the policy had when it was tested; −1 where it has not been, or in another world. */
  testedAt: number;
  solvedAt: number | null;
  /** The most that a policy could earn, at the largest γ so far: a V learnt with that one stays for a while. */
  earnable: number;
}

export interface PolicyMemory extends Progress {
  readonly networks: PolicyNetworksState;
}

/**
 * What REINFORCE and actor-critic have in common: an agent that lives through m episodes side by side with a policy
 * network, is tested after every update, and shows what it does. How it learns from the episodes is theirs.
 */
export class PolicyAgent {
  readonly networks: PolicyNetworks;
  /** Numbers of an observation. */
  readonly inputs: number;
  readonly progress: Progress;
  private choices: (Choice | null)[] = [];
  /** Episodes that have ended in this tick. */
  private ended = 0;
  /** Episodes played so far of the test that is under way. */
  private testing: number | null = null;
  /** The world that the policy was tested in. */
  private testedIn: Env;
  /** Whether V of the trajectories that are learned from can be trusted. */
  private isSane = true;
  /** The trajectory that is looked at. */
  private picked = 0;
  private explained: { of: PolicyUpdate["numbers"]; index: number; by: NetworkExplanation } | null = null;

  constructor(
    private readonly context: RunContext<PolicyGradientParams>,
    withValue: boolean,
    memory?: PolicyMemory,
  ) {
    const { env, params, streams } = context;
    this.inputs = inputsOf(env);
    this.networks = new PolicyNetworks(env, params, withValue, streams.init, memory?.networks);
    this.progress = memory ? copyProgress(memory) : this.firstProgress();
    this.testedIn = env;
  }

  private firstProgress(): Progress {
    return {
      rollout: this.newRollout(0),
      update: null,
      average: null,
      test: null,
      testedAt: -1,
      solvedAt: null,
      largestReward: 0,
      longestEpisode: 0,
      earnable: 0,
    };
  }

  private newRollout(index: number): Rollout {
    const { env, params, streams } = this.context;
    const longest = longestOf(params.trajectories, parameterCount(this.networks.policySpec.sizes));
    return startRollout(env, params.trajectories, longest, index, streams.world);
  }

  /** Tests a policy that has not been tested yet in this world. Draws from none of the run's streams. */
  testWhenDue(): Generator<Wait, void> {
    const { context, progress } = this;
    const { clock } = context;
    return testWhenDue({
      context,
      books: progress,
      isDue: () => this.testedAt !== clock.updates,
      number: () => clock.updates,
      act: (observation) => this.networks.best(observation),
      tell: (episodes) => (this.testing = episodes),
      note: (test) => {
        progress.test = test;
        progress.testedAt = clock.updates;
        this.testedIn = context.env;
      },
    });
  }

  /** Updates of the policy when it was tested in this world; −1 where it has not been. */
  private get testedAt(): number {
    return this.testedIn === this.context.env ? this.progress.testedAt : -1;
  }

  /** Whether new trajectories start here; the old ones make room. */
  startsTrajectories(): boolean {
    const { progress } = this;
    if (isOver(progress.rollout)) progress.rollout = this.newRollout(progress.rollout.index + 1);
    return stepsIn(progress.rollout.trajectories) === 0;
  }

  /** Chooses an action in every running environment; false if the policy is no longer numbers. */
  act(): boolean {
    const { rollout } = this.progress;
    const { params, streams } = this.context;
    const chance = params.learning ? streams.explore : null;
    if (!chance) rollout.sampled = false;
    this.choices = rollout.trajectories.map((trajectory) =>
      trajectory.ended
        ? null
        : this.networks.choose(observationAt(trajectory, trajectory.length, this.inputs), chance),
    );
    return rollout.trajectories.every(({ ended }, i) => ended || this.choices[i]);
  }

  /**
   * Takes the chosen actions. An update to be filled when that ended the last trajectory and there is one to be made;
   * `gamma` is the discount of its returns, 1 for none.
   */
  observe(gamma: number): PolicyUpdate | null {
    const { choices, context, progress } = this;
    const { rollout } = progress;
    const { clock, env, params, streams } = context;
    choices.forEach((choice, i) => {
      if (!choice) return;
      takeStep(env, rollout, i, choice.action, choice.logProbability, streams.world);
      rollout.entropy += choice.entropy;
      clock.steps++;
      if (rollout.trajectories[i].ended) this.endEpisode(i);
    });
    if (!isOver(rollout) || !params.learning || !rollout.sampled) return null;
    return (progress.update = newUpdate(rollout.trajectories, gamma));
  }

  /** What is wrong with `values`, V of the trajectories about to be learned from; null if nothing. */
  badValues(values: Float32Array): string | null {
    const { progress } = this;
    if (!progress.update) return null;
    const { trajectories, numbers } = progress.update;
    for (const trajectory of trajectories) {
      const largest = largestOf(rewardsOf(trajectory));
      progress.largestReward = Math.max(progress.largestReward, largest);
      progress.longestEpisode = Math.max(progress.longestEpisode, trajectory.length);
    }
    progress.earnable = Math.max(progress.earnable, earnable(progress, numbers.gamma));
    const largest = largestOf(values);
    this.isSane = isBelievable(largest, progress.earnable);
    return badValues("the values V(s)", largest, progress.earnable);
  }

  private endEpisode(i: number): void {
    const { context, progress } = this;
    const { returns, trajectories } = progress.rollout;
    this.ended++;
    context.log("return", returns[i]);
    context.log("length", trajectories[i].length);
    context.log("greedy", progress.test?.mean ?? NaN);
  }

  /** The tick is over, and what has happened in it counts: a stop that is reached here has its update behind it. */
  endTick(): void {
    const { clock } = this.context;
    clock.ticks++;
    this.countEpisodes();
  }

  private countEpisodes(): void {
    this.context.clock.episodes += this.ended;
    this.ended = 0;
  }

  /** Counts and logs an update that went well; `before` are the weights it began with. */
  finishUpdate(before: readonly Float32Array[], logged: Readonly<Record<string, number>>): void {
    const { clock, log } = this.context;
    const { rollout } = this.progress;
    if (this.isSane) this.networks.keep(before);
    clock.updates++;
    for (const [metric, value] of Object.entries(logged)) log(metric, value);
    log("entropy", rollout.entropy / stepsIn(rollout.trajectories));
  }

  /** The end of a run in which `fault` shows that learning has failed: back to the last good weights. */
  diverge(fault: string): Outcome {
    this.countEpisodes();
    this.networks.recover();
    this.progress.testedAt = -1;
    this.progress.rollout = this.newRollout(this.progress.rollout.index + 1);
    this.progress.update = null;
    return {
      reason: "diverges",
      says: `Learning has diverged: after update ${this.context.clock.updates} ${fault}. Steps that are too large do that. The last good weights are back: lower the learning rates, or limit the gradient, and go on.`,
    };
  }

  /** The run of an algorithm whose iterations are these. */
  run(
    steps: Iterator<string | Wait, Outcome | void>,
    { oneStep }: { readonly oneStep: boolean },
  ): NetworkRun<PolicyMemory> {
    return {
      steps,
      view: () => this.view(),
      explain: () => this.progress.update && this.explain(this.progress.update),
      look: (at) => this.look(at),
      save: () => this.save(),
      weights: () => this.networks.weights(),
      push: (strength) => pushAll(this.context.env, this.progress.rollout, strength),
      variance: () => this.variance(oneStep),
      dispose: () => this.networks.dispose(),
    };
  }

  /** The policy is frozen when this is called: it works on a copy. */
  private variance(oneStep: boolean): Generator<Wait | number, VarianceReport> {
    const { env, params, clock, streams } = this.context;
    const { gamma, trajectories } = params;
    const chance = streams.init.split(`variance ${clock.updates}`);
    return withCopy(this.networks.copy(env, params, streams.init), (networks) =>
      varianceOf({ env, networks, gamma, trajectories, oneStep, chance }),
    );
  }

  private async save(): Promise<PolicyMemory> {
    const progress = { ...copyProgress(this.progress), testedAt: this.testedAt };
    return { ...progress, networks: await this.networks.save() };
  }

  /** What the first environment is seen to be in. */
  private here(): Float32Array {
    const [first] = this.progress.rollout.trajectories;
    return observationAt(first, first.length, this.inputs);
  }

  private view(): NetworkView {
    const { networks, progress } = this;
    return {
      agents: agentsOf(progress.rollout),
      trail: trailOf(progress.rollout, this.inputs),
      q: null,
      policy: Array.from(networks.policyAt(this.here())),
      value: networks.valueAt(this.here()),
      epsilon: null,
      test: progress.test,
      solvedAt: progress.solvedAt,
      testing: this.testing,
    };
  }

  private look({ map, networks, trajectory }: Look): Sight {
    const { env } = this.context;
    const { update } = this.progress;
    if (trajectory !== undefined) this.picked = trajectory;
    return {
      ...(map && { map: policyMap(env, this.networks, map, this.here()) }),
      ...(networks && { networks: policyPictures(env, this.networks, this.here()) }),
      ...(trajectory !== undefined && {
        trajectory: update && pictureOf(update, this.pickedOf(update), this.shownSteps, this.probability),
      }),
    };
  }

  /** Steps of a trajectory that are explained and drawn: each asks the policy, and travels to the page. */
  private get shownSteps(): number {
    return affordable(this.networks.policySpec, SHOWN_WORK, FEWEST_SHOWN, MOST_SHOWN);
  }

  private pickedOf({ trajectories }: PolicyUpdate): number {
    return Math.min(Math.max(this.picked, 0), trajectories.length - 1);
  }

  /** Asks the new policy about every step, so that is done once. */
  private explain(update: PolicyUpdate): NetworkExplanation {
    const index = this.pickedOf(update);
    const { explained } = this;
    if (explained?.of === update.numbers && explained.index === index) return explained.by;
    const by = explainUpdate(update, index, this.shownSteps, this.probability);
    if (update.applied) this.explained = { of: update.numbers, index, by };
    return by;
  }

  private readonly probability = (observation: Float32Array, action: number): number =>
    this.networks.policyAt(observation)[action];
}

/** Works on networks of its own, and frees them at the end, also when it is broken off. */
function* withCopy<T, R>(
  networks: PolicyNetworks,
  work: (networks: PolicyNetworks) => Generator<T, R>,
): Generator<T, R> {
  try {
    return yield* work(networks);
  } finally {
    networks.dispose();
  }
}

const largestOf = (values: Float32Array): number =>
  values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);

function copyProgress(progress: Progress): Progress {
  const { rollout, update, average, test, testedAt, solvedAt } = progress;
  const { largestReward, longestEpisode, earnable: most } = progress;
  return {
    rollout: copyRollout(rollout),
    update: update && copyUpdate(update),
    average,
    test,
    testedAt,
    solvedAt,
    largestReward,
    longestEpisode,
    earnable: most,
  };
}
