import type { LabelledBatch } from "../class-learner";
import type { GlimpseOptions, GlimpseTraining } from "../glimpse-learner";
import type { MlpTraining } from "../learner";
import type { MlpOptions } from "../mlp-learner";
import type { AdvantageBatch } from "../policy-learner";
import type { QOptions, QTraining } from "../q-learner";
import type { ReturnBatch } from "../value-learner";

/** How to get networks in training on our own WebGPU kernels. */
export interface GpuLearners {
  q(options: QOptions): QTraining;
  policy(options: MlpOptions): MlpTraining<AdvantageBatch>;
  value(options: MlpOptions): MlpTraining<ReturnBatch>;
  classes(options: MlpOptions): MlpTraining<LabelledBatch>;
  glimpse(options: GlimpseOptions): GlimpseTraining;
}

let provided: GpuLearners | null = null;

/** Once WebGPU is open, says how; null once it is closed. */
export function provideGpuLearners(learners: GpuLearners | null): void {
  provided = learners;
}

/** Null while WebGPU is not open. */
export function gpuLearners(): GpuLearners | null {
  return provided;
}
