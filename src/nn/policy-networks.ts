import { argmax } from "../core/argmax";
import { log } from "../core/det-math";
import type { Env } from "../core/env";
import { layerSizes } from "../core/network-params";
import type { PolicyGradientParams } from "../core/policy-gradient-params";
import { inputsOf } from "../core/observation";
import type { Rng } from "../core/rng";
import type { Wait } from "../core/wait";
import { Actor } from "./actor";
import type { LearnerState, MlpTraining, Reading } from "./learner";
import { policyLearner, valueLearner } from "./learners";
import { ADAM } from "./optimizers";
import { initialParameters, type MlpSpec } from "./params";
import type { AdvantageBatch } from "./policy-learner";
import { logSoftmaxAt, softmax } from "./softmax";
import { untrained } from "./untrained";
import type { ReturnBatch } from "./value-learner";

/** A chance for whoever drives the run to look at the time between two gradient steps of one update. */
export const BETWEEN_STEPS: Wait = { until: Promise.resolve(), atRest: false };

/** Both networks as they stand. Plain data. */
export interface PolicyNetworksState {
  readonly policy: LearnerState;
  readonly value: LearnerState | null;
  /** The last weights whose losses were numbers: of the policy and, where there is one, of V. */
  readonly good: readonly Float32Array[];
}

/** An action drawn from the policy, or the most probable one. */
export interface Choice {
  readonly action: number;
  readonly logProbability: number;
  /** −Σ_a π(a|s) log π(a|s), in nats. */
  readonly entropy: number;
}

/** The policy π(a|s; θ) and, if wanted, V(s; φ): in training on the backend, with copies that act on the CPU. */
export class PolicyNetworks {
  readonly policySpec: MlpSpec;
  readonly valueSpec: MlpSpec;
  readonly policy: MlpTraining<AdvantageBatch>;
  readonly value: MlpTraining<ReturnBatch> | null;
  readonly actor: Actor;
  readonly critic: Actor | null;
  private good: readonly Float32Array[];
  private readonly probabilities: Float64Array;

  /** First weights come from splits of `init`, which is not drawn from. The limit of the gradient is read at use. */
  constructor(
    env: Env,
    params: Readonly<PolicyGradientParams>,
    withValue: boolean,
    init: Rng,
    state?: PolicyNetworksState,
  ) {
    const { activation } = params;
    this.policySpec = { sizes: layerSizes(inputsOf(env), params, env.nActions), activation };
    this.valueSpec = { sizes: layerSizes(inputsOf(env), params, 1), activation };
    const weights = state?.policy.weights ?? initialParameters(this.policySpec.sizes, init.split("policy"));
    this.policy = policyLearner({
      network: this.policySpec,
      optimizer: ADAM,
      weights,
      get maxGradientNorm() {
        return params.clipGradient ? params.maxGradientNorm : null;
      },
    });
    this.actor = new Actor(this.policySpec, weights);
    const phi = withValue
      ? (state?.value?.weights ?? initialParameters(this.valueSpec.sizes, init.split("value")))
      : null;
    this.value =
      phi && valueLearner({ network: this.valueSpec, optimizer: ADAM, weights: phi, maxGradientNorm: null });
    this.critic = phi && new Actor(this.valueSpec, phi);
    if (state) this.policy.restore(state.policy);
    if (state?.value) this.value?.restore(state.value);
    this.good = state?.good ?? this.weights();
    this.probabilities = new Float64Array(env.nActions);
  }

  /** The weights that act: of the policy and, where there is one, of V. They are replaced, never written to. */
  weights(): readonly Float32Array[] {
    return this.critic ? [this.actor.weights, this.critic.weights] : [this.actor.weights];
  }

  /** π(·|s), in an array that the next call overwrites; NaN where the network's outputs have left all bounds. */
  policyAt(observation: Float32Array): Float64Array {
    softmax(this.actor.outputs(observation), this.probabilities);
    return this.probabilities;
  }

  valueAt(observation: Float32Array): number | null {
    return this.critic && this.critic.outputs(observation)[0];
  }

  /** Throws if there is no value network. */
  valueLearner(): MlpTraining<ReturnBatch> {
    if (!this.value) throw new Error("This agent has no value network.");
    return this.value;
  }

  /** Draws an action, one draw of `chance`; without it takes the most probable. Null if π(·|s) is not numbers. */
  choose(observation: Float32Array, chance: Rng | null): Choice | null {
    const logits = this.actor.outputs(observation);
    softmax(logits, this.probabilities);
    if (!Number.isFinite(this.probabilities[0])) return null;
    const action = chance ? draw(this.probabilities, chance) : argmax(logits);
    return {
      action,
      logProbability: logSoftmaxAt(logits, action),
      entropy: entropyOf(this.probabilities),
    };
  }

  /** The most probable action. */
  best(observation: Float32Array): number {
    return argmax(this.actor.outputs(observation));
  }

  /** Acts with these weights from now on. */
  load([policy, value]: readonly Float32Array[]): void {
    this.actor.load(policy);
    if (value) this.critic?.load(value);
  }

  /** The weights that acted when a whole update went well are what `recover` goes back to. */
  keep(weights: readonly Float32Array[]): void {
    this.good = weights;
  }

  /** Goes back to the last good weights. Adam starts anew: its averages may hold what is not a number. */
  recover(): void {
    const [policy, value] = this.good;
    this.policy.restore(untrained(policy));
    if (value) this.value?.restore(untrained(value));
    this.load(this.good);
  }

  /** Networks of their own that act as these do now; their optimizers have not begun. */
  copy(env: Env, params: Readonly<PolicyGradientParams>, init: Rng): PolicyNetworks {
    const good = this.weights();
    const [policy, value] = good.map((weights) => untrained(weights));
    return new PolicyNetworks(env, params, value !== undefined, init, { policy, value: value ?? null, good });
  }

  /** One read-back a network, of the moment of the call. */
  async save(): Promise<PolicyNetworksState> {
    const { good } = this;
    const [policy, value] = await Promise.all([this.policy.save(), this.value?.save() ?? null]);
    return { policy, value, good: good.map((weights) => weights.slice()) };
  }

  dispose(): void {
    this.policy.dispose();
    this.value?.dispose();
  }
}

/** Whether an update left nothing but numbers. */
export function isSound({ loss, gradientNorm, weights }: Reading): boolean {
  return Number.isFinite(loss) && Number.isFinite(gradientNorm) && weights.every(Number.isFinite);
}

function draw(probabilities: Float64Array, chance: Rng): number {
  let rest = chance.uniform();
  const last = probabilities.length - 1;
  for (let action = 0; action < last; action++) {
    rest -= probabilities[action];
    if (rest < 0) return action;
  }
  return last;
}

function entropyOf(probabilities: Float64Array): number {
  let entropy = 0;
  for (const p of probabilities) if (p > 0) entropy -= p * log(p);
  return entropy;
}
