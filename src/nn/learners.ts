import { getBackend } from "@tensorflow/tfjs-core";
import { ClassLearner, type LabelledBatch } from "./class-learner";
import type { MlpTraining } from "./learner";
import type { MlpOptions } from "./mlp-learner";
import { PolicyLearner, type AdvantageBatch } from "./policy-learner";
import { QLearner, type QOptions, type QTraining } from "./q-learner";
import { haveKernels } from "./simd/kernels";
import { SimdClassLearner, SimdPolicyLearner, SimdQLearner, SimdValueLearner } from "./simd/learners";
import { ValueLearner, type ReturnBatch } from "./value-learner";

/*
 * Fully connected networks in training on the backend that is open: on WebAssembly with SIMD our own kernels, a
 * whole update in a few calls; elsewhere operations of tfjs.
 */

export function qLearner(options: QOptions): QTraining {
  return usesKernels() ? new SimdQLearner(options) : new QLearner(options);
}

export function policyLearner(options: MlpOptions): MlpTraining<AdvantageBatch> {
  return usesKernels() ? new SimdPolicyLearner(options) : new PolicyLearner(options);
}

export function valueLearner(options: MlpOptions): MlpTraining<ReturnBatch> {
  return usesKernels() ? new SimdValueLearner(options) : new ValueLearner(options);
}

export function classLearner(options: MlpOptions): MlpTraining<LabelledBatch> {
  return usesKernels() ? new SimdClassLearner(options) : new ClassLearner(options);
}

function usesKernels(): boolean {
  return getBackend() === "wasm" && haveKernels();
}
