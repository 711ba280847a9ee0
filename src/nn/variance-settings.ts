import { creditedReturns, meanAndSpread, normalise, rewardsToGo, tdTargets } from "../core/returns";
import { quadratic, quadraticCount, ridgeFit } from "../core/ridge";
import { rewardsOf, type Trajectory } from "../core/rollout";
import { dot } from "../core/scatter";
import { BREATH, type Wait } from "../core/wait";
import { everyStep, nextValuesOf, type StepRows } from "./policy-batch";

/** The trajectories of one estimate, ready for the learner. */
export interface Sample {
  readonly trajectories: readonly Trajectory[];
  readonly rows: StepRows;
  /** V_φ of every row, where there is a value network. */
  readonly values: Float32Array | null;
}

/** A way to weigh the steps. */
export interface Setting {
  readonly id: string;
  readonly label: string;
  /** Which of the two gradients it aims at … */
  readonly discounted: boolean;
  /** … and whether it hits it on average. */
  readonly isUnbiased: boolean;
  advantages(sample: Sample): Float32Array;
}

export interface Settings {
  readonly settings: readonly Setting[];
  readonly referenceOf: { readonly undiscounted: Setting; readonly discounted: Setting };
}

type Returns = (sample: Sample) => Float32Array;

const toGo =
  (gamma: number): Returns =>
  ({ trajectories }) =>
    everyStep(trajectories, (trajectory) => rewardsToGo(rewardsOf(trajectory), gamma));

const minus =
  (returns: Returns, baseline: Returns): Returns =>
  (sample) => {
    const subtracted = baseline(sample);
    return returns(sample).map((G, i) => G - subtracted[i]);
  };

/**
 * The lecture's ways to reduce variance, one after the other, and what the references are made with. Averages and
 * fitted baselines come from the reference trajectories alone, so they are constants to the estimates.
 */
export function* microscopeSettings(
  { gamma, oneStep }: { readonly gamma: number; readonly oneStep: boolean },
  reference: readonly Sample[],
): Generator<Wait, Settings> {
  const discounted = toGo(gamma);
  const { mean } = meanAndSpread((yield* thinned(reference, discounted)).targets);
  const make = (id: string, label: string, advantages: Returns, rest: Partial<Setting> = {}): Setting => ({
    id,
    label,
    discounted: true,
    isUnbiased: true,
    advantages,
    ...rest,
  });
  const plain = { discounted: false };
  const biased = { isUnbiased: false };
  const lessV = minus(toGo(1), yield* fittedV(reference, toGo(1)));
  const discountedLessV = minus(discounted, yield* fittedV(reference, discounted));
  const settings = [
    make("whole", "whole return", wholeReturns, plain),
    make("to-go", "reward-to-go", toGo(1), plain),
    make("to-go-fitted", "reward-to-go − V(s)", lessV, plain),
    make("discounted", "discounted", discounted),
    make("average", "discounted − average", (sample) => discounted(sample).map((G) => G - mean)),
    make("fitted", "discounted − V(s)", discountedLessV),
  ];
  if (reference[0].values) {
    settings.push(make("value", "discounted − V(s) learned so far", minus(discounted, learnedV)));
    if (oneStep) settings.push(make("td", "one-step, V(s) learned so far", oneStepErrors(gamma), biased));
  }
  settings.push(
    make("normalised", "discounted, normalised", (sample) => normalised(discounted(sample)), biased),
  );
  const referenceOf = {
    undiscounted: make("undiscounted", "", lessV, plain),
    discounted: make("reference", "", discountedLessV),
  };
  return { settings, referenceOf };
}

const wholeReturns: Returns = ({ trajectories }) =>
  everyStep(trajectories, (trajectory) => creditedReturns("whole", rewardsOf(trajectory), 1));

const learnedV: Returns = ({ values, rows }) =>
  (values ?? new Float32Array(rows.steps)).subarray(0, rows.steps);

const oneStepErrors = (gamma: number): Returns =>
  minus(({ trajectories, values }) => {
    const rewards = everyStep(trajectories, rewardsOf);
    return tdTargets(rewards, values ? nextValuesOf(trajectories, values) : rewards.map(() => 0), gamma);
  }, learnedV);

function normalised(advantages: Float32Array): Float32Array {
  normalise(advantages);
  return advantages;
}

interface Thinned {
  readonly observations: readonly Float32Array[];
  readonly targets: readonly number[];
}

/** Rows that a fit of a few weights is made from at most: evenly spread over all. */
const FITTED_ROWS = 10_000;

/**
 * V(s) as a quadratic function of the observation, fitted to the returns of these samples and kept within their range:
 * where few of them have been, such a function runs away.
 */
function* fittedV(samples: readonly Sample[], returns: Returns): Generator<Wait, Returns> {
  const { observations, targets } = yield* thinned(samples, returns);
  const inputs = observations[0].length;
  const scales = Array.from({ length: inputs }, (_, j) => {
    const square = observations.reduce((sum, row) => sum + row[j] * row[j], 0) / observations.length;
    return square > 0 ? Math.sqrt(square) : 1;
  });
  const scaled = new Float64Array(inputs);
  const phi = new Float64Array(quadraticCount(inputs));
  const features = (observation: Float32Array): Float64Array => {
    for (let j = 0; j < inputs; j++) scaled[j] = observation[j] / scales[j];
    return quadratic(scaled, phi);
  };
  const least = targets.reduce((a, b) => Math.min(a, b));
  const most = targets.reduce((a, b) => Math.max(a, b));
  const weights = ridgeFit(observations.length, phi.length, (i) => features(observations[i]), targets);
  return ({ rows }) =>
    Float32Array.from({ length: rows.steps }, (_, i) =>
      Math.min(most, Math.max(least, dot(features(rowAt(rows, i, inputs)), weights))),
    );
}

function* thinned(samples: readonly Sample[], returns: Returns): Generator<Wait, Thinned> {
  const inputs = samples[0].rows.observations.length / samples[0].rows.actions.length;
  const stride = Math.ceil(samples.reduce((sum, { rows }) => sum + rows.steps, 0) / FITTED_ROWS);
  const observations: Float32Array[] = [];
  const targets: number[] = [];
  for (const sample of samples) {
    const all = returns(sample);
    for (let i = 0; i < all.length; i += stride) {
      observations.push(rowAt(sample.rows, i, inputs));
      targets.push(all[i]);
    }
    yield BREATH;
  }
  return { observations, targets };
}

const rowAt = ({ observations }: StepRows, i: number, inputs: number): Float32Array =>
  observations.subarray(i * inputs, (i + 1) * inputs);
