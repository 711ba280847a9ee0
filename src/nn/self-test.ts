import { Rng } from "../core/rng";
import type { Learner } from "./learner";
import { ADAM } from "./optimizers";
import { initialParameters, type MlpSpec } from "./params";
import { glimpseLearner, qLearner } from "./learners";
import type { QOptions, Transitions } from "./q-learner";
import { RECURRENT_EXPECTED, recurrentCase } from "./self-test-recurrent";

const NETWORK: MlpSpec = { sizes: [4, 64, 64, 2], activation: "relu" };
const BATCH = 64;
const TOLERANCE = 1e-3;

/**
 * Losses and gradient norms of four updates of the network below, computed in float64 (self-test.test.ts does it
 * again). The second loss and later ones are right only if back-propagation and Adam were.
 */
export const EXPECTED = {
  losses: [0.5944917189, 0.5527888122, 0.5336735543, 0.5212608403],
  gradientNorms: [0.237768122, 0.1224746205, 0.0973960022, 0.1541443439],
};

/** Of a few updates in a row. */
interface Course {
  readonly losses: readonly number[];
  readonly gradientNorms: readonly number[];
}

/** What updates gave, and what they should have given. */
interface Comparison extends Course {
  readonly expected: Course;
}

/** What the self-test found; `passed`, or `reason` says what was wrong. */
export interface SelfTestResult extends Comparison {
  readonly passed: boolean;
  readonly reason: string;
  /** The same of a recurrent network: back-propagation through time. */
  readonly recurrent: Comparison;
  /** By what part of what they should be the numbers may differ. */
  readonly tolerance: number;
  /** A NaN put into a batch was seen in the loss and in the gradient norm. */
  readonly nanSeen: boolean;
}

/** The learner and the batch that the stored numbers belong to. */
export function selfTestCase(): {
  options: QOptions;
  batch: Transitions;
  learningRate: number;
} {
  const rng = Rng.fromSeed(20_26);
  const draw = (length: number) => Float32Array.from({ length }, () => 2 * rng.uniform() - 1);
  const weights = initialParameters(NETWORK.sizes, rng.split("init"));
  const batch: Transitions = {
    observations: draw(BATCH * 4),
    actions: Int32Array.from({ length: BATCH }, () => rng.int(2)),
    rewards: draw(BATCH).map((value) => 2 * value),
    nextObservations: draw(BATCH * 4),
    terminated: Uint8Array.from({ length: BATCH }, () => rng.int(2)),
  };
  return {
    options: {
      network: NETWORK,
      optimizer: ADAM,
      maxGradientNorm: 0.15,
      weights,
      rule: { gamma: 0.99, loss: "huber", double: true },
    },
    batch,
    learningRate: 0.01,
  };
}

/** Trains two small networks on the open backend and compares with the stored numbers. About a second on a GPU. */
export async function selfTest(): Promise<SelfTestResult> {
  const { nanSeen, ...found } = await testDqn();
  const recurrent = await testRecurrent();
  const reason =
    firstDifference("loss", found.losses, EXPECTED.losses) ??
    firstDifference("gradient norm", found.gradientNorms, EXPECTED.gradientNorms) ??
    firstDifference("recurrent loss", recurrent.losses, RECURRENT_EXPECTED.losses) ??
    firstDifference("recurrent gradient norm", recurrent.gradientNorms, RECURRENT_EXPECTED.gradientNorms) ??
    (nanSeen ? undefined : "a NaN in the data was not seen in the loss");
  return {
    passed: reason === undefined,
    reason: reason ?? "as expected",
    ...found,
    expected: EXPECTED,
    recurrent: { ...recurrent, expected: RECURRENT_EXPECTED },
    tolerance: TOLERANCE,
    nanSeen,
  };
}

async function testDqn(): Promise<Course & { nanSeen: boolean }> {
  const { options, batch, learningRate } = selfTestCase();
  const learner = qLearner(options);
  try {
    learner.syncTarget();
    const course = await train(learner, batch, learningRate, EXPECTED.losses.length);
    learner.update({ ...batch, rewards: batch.rewards.slice().fill(Number.NaN, 0, 1) }, learningRate);
    const poisoned = await learner.readForActing();
    const nanSeen = !Number.isFinite(poisoned.loss) && !Number.isFinite(poisoned.gradientNorm);
    return { ...course, nanSeen };
  } finally {
    learner.dispose();
  }
}

async function testRecurrent(): Promise<Course> {
  const { options, batch, learningRate } = recurrentCase();
  const learner = glimpseLearner(options);
  try {
    return await train(learner, batch, learningRate, RECURRENT_EXPECTED.losses.length);
  } finally {
    learner.dispose();
  }
}

async function train<Batch>(
  learner: Learner<Batch>,
  batch: Batch,
  learningRate: number,
  updates: number,
): Promise<Course> {
  const losses: number[] = [];
  const gradientNorms: number[] = [];
  for (let update = 0; update < updates; update++) {
    learner.update(batch, learningRate);
    const { loss, gradientNorm } = await learner.readForActing();
    losses.push(loss);
    gradientNorms.push(gradientNorm);
  }
  return { losses, gradientNorms };
}

function firstDifference(
  what: string,
  found: readonly number[],
  expected: readonly number[],
): string | undefined {
  const at = expected.findIndex((value, i) => !(Math.abs(found[i] - value) <= TOLERANCE * Math.abs(value)));
  if (at < 0) return undefined;
  return `the ${what} of update ${at + 1} was ${found[at]} and should be ${expected[at]}`;
}
