import type { LabelledBatch } from "../class-learner";
import type { MlpOptions } from "../mlp-learner";
import type { AdvantageBatch } from "../policy-learner";
import type { QOptions, QTraining, Transitions } from "../q-learner";
import type { ReturnBatch } from "../value-learner";
import { GpuGlimpseLearner } from "./glimpse-learner";
import type { StepNumbers } from "./learner";
import { GpuMlpLearner } from "./mlp-learner";
import { blendRecord, mlpRecord, type MlpRecord } from "./mlp-record";
import { WIDE } from "./optimizer";
import type { GpuLearners } from "./provided";

/** Learners on our own kernels, on the device that tfjs computes on too. */
export function learnersOn(device: GPUDevice): GpuLearners {
  return {
    q: (options) => new GpuQLearner(device, options),
    policy: (options) => new GpuPolicyLearner(device, options),
    value: (options) => new GpuValueLearner(device, options),
    classes: (options) => new GpuClassLearner(device, options),
    glimpse: (options) => new GpuGlimpseLearner(device, options),
  };
}

/** As `QLearner`. */
class GpuQLearner extends GpuMlpLearner<Transitions> implements QTraining {
  constructor(
    device: GPUDevice,
    private readonly q: QOptions,
  ) {
    super(device, q, { loss: "regression", keepsTarget: true });
  }

  syncTarget(): void {
    this.moveTarget(1);
  }

  blendTarget(tau: number): void {
    this.moveTarget(this.hasTarget ? tau : 1);
  }

  dropTarget(): void {
    this.hasTarget = false;
  }

  protected override recordOf(batch: Transitions, step?: StepNumbers): MlpRecord {
    const { hasTarget, inputs } = this;
    const { double, gamma, loss } = this.q.rule;
    const { actions: columns, rewards: values } = batch;
    const discounts = Float32Array.from(batch.terminated, (ended) => (ended ? 0 : gamma));
    const rule = { scale: 1 / values.length, huber: loss === "huber", double, hasTarget };
    const terms = { columns, values, discounts };
    return mlpRecord(inputs, batch.observations, { step, rule, terms }, batch.nextObservations);
  }

  private moveTarget(tau: number): void {
    this.hasTarget = true;
    this.network.run(blendRecord(tau), [["blend", Math.ceil(this.layout.parameters / WIDE)]]);
  }
}

/** As `PolicyLearner`. */
class GpuPolicyLearner extends GpuMlpLearner<AdvantageBatch> {
  constructor(device: GPUDevice, options: MlpOptions) {
    super(device, options, { loss: "crossEntropy" });
  }

  protected override recordOf(batch: AdvantageBatch, step?: StepNumbers): MlpRecord {
    const values = batch.advantages.map((advantage) => batch.scale * advantage);
    return mlpRecord(this.inputs, batch.observations, { step, terms: { columns: batch.actions, values } });
  }
}

/** As `ClassLearner`. */
class GpuClassLearner extends GpuMlpLearner<LabelledBatch> {
  constructor(device: GPUDevice, options: MlpOptions) {
    super(device, options, { loss: "crossEntropy" });
  }

  protected override recordOf({ labels, observations }: LabelledBatch, step?: StepNumbers): MlpRecord {
    const values = new Float32Array(labels.length).fill(1 / labels.length);
    return mlpRecord(this.inputs, observations, { step, terms: { columns: labels, values } });
  }
}

/** As `ValueLearner`. */
class GpuValueLearner extends GpuMlpLearner<ReturnBatch> {
  constructor(device: GPUDevice, options: MlpOptions) {
    super(device, options, { loss: "regression" });
  }

  protected override recordOf(batch: ReturnBatch, step?: StepNumbers): MlpRecord {
    const { observations, returns: values, used } = batch;
    const columns = new Float32Array(values.length).fill(-1, used);
    return mlpRecord(this.inputs, observations, {
      step,
      rule: { scale: 1 / used },
      terms: { columns, values },
    });
  }
}
