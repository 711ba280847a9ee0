import { Rng } from "../core/rng";
import { ADAM } from "./optimizers";
import { initialParameters, type MlpSpec } from "./params";
import { QLearner, type Transitions } from "./q-learner";

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

/** What the self-test found; `passed`, or `reason` says what was wrong. */
export interface SelfTestResult {
  readonly passed: boolean;
  readonly reason: string;
  readonly losses: readonly number[];
  readonly gradientNorms: readonly number[];
  /** What they should be, and by what part of it they may differ. */
  readonly expected: typeof EXPECTED;
  readonly tolerance: number;
  /** A NaN put into a batch was seen in the loss and in the gradient norm. */
  readonly nanSeen: boolean;
}

/** The learner and the batch that the stored numbers belong to. */
export function selfTestCase(): {
  options: ConstructorParameters<typeof QLearner>[0];
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

/** Trains a small network on the open backend and compares with the stored numbers. Takes well under a second on a GPU. */
export async function selfTest(): Promise<SelfTestResult> {
  const { options, batch, learningRate } = selfTestCase();
  const learner = new QLearner(options);
  const losses: number[] = [];
  const gradientNorms: number[] = [];
  try {
    learner.syncTarget();
    for (const _ of EXPECTED.losses) {
      learner.update(batch, learningRate);
      const { loss, gradientNorm } = await learner.readForActing();
      losses.push(loss);
      gradientNorms.push(gradientNorm);
    }
    learner.update({ ...batch, rewards: batch.rewards.slice().fill(Number.NaN, 0, 1) }, learningRate);
    const poisoned = await learner.readForActing();
    const nanSeen = !Number.isFinite(poisoned.loss) && !Number.isFinite(poisoned.gradientNorm);
    const reason =
      firstDifference("loss", losses, EXPECTED.losses) ??
      firstDifference("gradient norm", gradientNorms, EXPECTED.gradientNorms) ??
      (nanSeen ? undefined : "a NaN in the data was not seen in the loss");
    const found = { losses, gradientNorms, nanSeen };
    const wanted = { expected: EXPECTED, tolerance: TOLERANCE };
    return { passed: reason === undefined, reason: reason ?? "as expected", ...found, ...wanted };
  } finally {
    learner.dispose();
  }
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
