import type { Env } from "../core/env";
import { inputsOf } from "../core/observation";
import type { Rng } from "../core/rng";
import { isOver, longestOf, observationAt, startRollout, takeStep } from "../core/rollout";
import { cosine, covarianceTrace, dot, length, meanVector } from "../core/scatter";
import type { SettingVariance, VarianceReport } from "../core/variance";
import { BREATH, waitFor, type Wait } from "../core/wait";
import { parameterCount } from "./params";
import { advantageBatch, stepRows } from "./policy-batch";
import type { PolicyNetworks } from "./policy-networks";
import { microscopeSettings, type Sample, type Setting } from "./variance-settings";

/** What is looked at: a policy that does not change meanwhile. */
export interface Subject {
  readonly env: Env;
  /** Its own copies. */
  readonly networks: PolicyNetworks;
  readonly gamma: number;
  /** m: trajectories in an estimate. */
  readonly trajectories: number;
  /** Whether its algorithm knows one-step advantages. */
  readonly oneStep: boolean;
  /** The microscope's own chance. */
  readonly chance: Rng;
}

const ESTIMATES = 50;
const REFERENCE = 400;
/** Environment steps in all: they are kept until the end, each in about 100 bytes. */
const MOST_STEPS = 1_100_000;
/** Two estimates, whose scatter can be told, and a reference. */
const FEWEST_SAMPLES = 3;
const STEPS_AT_ONCE = 256;

/**
 * How much gradient estimates scatter under each setting: 50 estimates from the same 50 × m trajectories for every one,
 * against references from 400 others. (Of 20 estimates the variances would be uncertain by half.) Where episodes are so
 * long that this would be more than 1.1 million steps, both are fewer, in proportion. Yields the share that is done.
 *
 * The whole return and the reward-to-go estimate ∇J of the undiscounted return; discounting aims at another gradient,
 * and a baseline moves neither. So there are two references, both with a fitted V(s) as baseline, and each setting is
 * held against its own. Its noise is given relative to that gradient's squared length; a biased setting (normalised or
 * one-step advantages), whose scale is its own, relative to the squared length of its mean along the reference.
 */
export function* varianceOf(
  subject: Subject,
  mostSteps = MOST_STEPS,
): Generator<Wait | number, VarianceReport> {
  const m = subject.trajectories;
  const wanted = ESTIMATES + Math.ceil(REFERENCE / m);
  const world = subject.chance.split("world");
  const explore = subject.chance.split("explore");
  const samples: Sample[] = [];
  let steps = 0;
  while (samples.length < wanted && (steps < mostSteps || samples.length < FEWEST_SAMPLES)) {
    const sample = yield* live(subject, world, explore);
    samples.push(sample);
    steps += sample.rows.steps;
    yield Math.max(samples.length / wanted, Math.min(1, steps / mostSteps)) / 2;
  }
  const isShort = samples.length < wanted;
  const estimated = samples.slice(0, Math.max(2, Math.floor((samples.length * ESTIMATES) / wanted)));
  const reference = samples.slice(estimated.length);
  const { settings, referenceOf } = yield* microscopeSettings(subject, reference);

  const work = 2 * reference.length + settings.length * estimated.length;
  let done = 0;
  function* gradients(setting: Setting, of: readonly Sample[], take: (gradient: Float32Array) => void) {
    for (const sample of of) {
      const batch = advantageBatch(sample.rows, setting.advantages(sample), m);
      take((yield* waitFor(subject.networks.policy.gradient(batch))).gradient);
      yield 0.5 + ++done / work / 2;
    }
  }
  function* meanGradient(setting: Setting): Generator<Wait | number, Float64Array> {
    const mean = new Float64Array(parameterCount(subject.networks.policySpec.sizes));
    yield* gradients(setting, reference, (gradient) => {
      for (let i = 0; i < mean.length; i++) mean[i] += gradient[i] / reference.length;
    });
    return mean;
  }
  const plain = yield* meanGradient(referenceOf.undiscounted);
  const discounted = yield* meanGradient(referenceOf.discounted);
  const results: SettingVariance[] = [];
  for (const setting of settings) {
    const estimates: Float32Array[] = [];
    yield* gradients(setting, estimated, (gradient) => estimates.push(gradient));
    results.push(scatterOf(setting, estimates, setting.discounted ? discounted : plain));
  }
  return {
    estimates: estimated.length,
    trajectories: m,
    reference: reference.length * m,
    referenceIs: `${isShort ? "with fewer episodes and estimates than usual, because these episodes are long, " : ""}the undiscounted gradient for the first three settings, the discounted one for the others (cosine between them ${cosine(plain, discounted).toFixed(2)}), and variances are relative to its squared length; it and V(s) come from other episodes`,
    steps,
    settings: results,
  };
}

function scatterOf(
  { id, label, discounted, isUnbiased }: Setting,
  estimates: readonly Float32Array[],
  reference: Float64Array,
): SettingVariance {
  const mean = meanVector(estimates);
  const trace = covarianceTrace(estimates);
  const signal = isUnbiased ? length(reference) : dot(mean, reference) / length(reference);
  const cosines = estimates.map((estimate) => cosine(estimate, reference));
  return {
    id,
    label,
    discounted,
    isUnbiased,
    variance: trace / (signal * signal),
    norm: length(mean),
    cosine: cosines.reduce((sum, each) => sum + each, 0) / cosines.length,
    cosines,
  };
}

/** m trajectories under the policy. */
function* live(
  { env, networks, trajectories: m }: Subject,
  world: Rng,
  explore: Rng,
): Generator<Wait, Sample> {
  const inputs = inputsOf(env);
  const longest = longestOf(m, parameterCount(networks.policySpec.sizes));
  const rollout = startRollout(env, m, longest, 0, world);
  const { trajectories } = rollout;
  let steps = 0;
  while (!isOver(rollout)) {
    for (let i = 0; i < m; i++) {
      if (trajectories[i].ended) continue;
      const here = observationAt(trajectories[i], trajectories[i].length, inputs);
      const choice = networks.choose(here, explore);
      if (!choice) throw new Error("The policy's probabilities are not numbers.");
      takeStep(env, rollout, i, choice.action, choice.logProbability, world);
      if (++steps % STEPS_AT_ONCE === 0) yield BREATH;
    }
  }
  const rows = stepRows(trajectories, inputs);
  const values = networks.value && (yield* waitFor(networks.value.forward(rows.observations)));
  return { trajectories, rows, values };
}
