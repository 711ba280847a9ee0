import { getBackend } from "@tensorflow/tfjs-core";
import { ClassLearner, type LabelledBatch } from "./class-learner";
import { GlimpseLearner, type GlimpseOptions, type GlimpseTraining } from "./glimpse-learner";
import type { MlpTraining } from "./learner";
import type { MlpOptions } from "./mlp-learner";
import { PolicyLearner, type AdvantageBatch } from "./policy-learner";
import { QLearner, type QOptions, type QTraining } from "./q-learner";
import { haveKernels } from "./simd/kernels";
import { SimdClassLearner, SimdPolicyLearner, SimdQLearner, SimdValueLearner } from "./simd/learners";
import { gpuLearners } from "./webgpu/provided";
import { ValueLearner, type ReturnBatch } from "./value-learner";

/*
 * Networks in training on the backend that is open. On WebGPU, and where WebAssembly has SIMD for fully connected ones,
 * our own kernels make a whole update in a few calls; elsewhere it is made of operations of tfjs.
 */

export function qLearner(options: QOptions): QTraining {
  return gpuLearners()?.q(options) ?? (usesKernels() ? new SimdQLearner(options) : new QLearner(options));
}

export function policyLearner(options: MlpOptions): MlpTraining<AdvantageBatch> {
  const onGpu = gpuLearners()?.policy(options);
  return onGpu ?? (usesKernels() ? new SimdPolicyLearner(options) : new PolicyLearner(options));
}

export function valueLearner(options: MlpOptions): MlpTraining<ReturnBatch> {
  const onGpu = gpuLearners()?.value(options);
  return onGpu ?? (usesKernels() ? new SimdValueLearner(options) : new ValueLearner(options));
}

export function classLearner(options: MlpOptions): MlpTraining<LabelledBatch> {
  const onGpu = gpuLearners()?.classes(options);
  return onGpu ?? (usesKernels() ? new SimdClassLearner(options) : new ClassLearner(options));
}

export function glimpseLearner(options: GlimpseOptions): GlimpseTraining {
  return gpuLearners()?.glimpse(options) ?? new GlimpseLearner(options);
}

function usesKernels(): boolean {
  return getBackend() === "wasm" && haveKernels();
}
