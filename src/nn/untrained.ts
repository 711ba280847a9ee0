import type { LearnerState } from "./learner";
import { ADAM, slotCount } from "./optimizers";

/** Weights with a target network, or none, and with an optimizer (Adam, as all have here) that has made no step yet. */
export function untrained(weights: Float32Array, target: Float32Array | null = null): LearnerState {
  return { weights, slots: new Float32Array(weights.length * slotCount(ADAM)), target, updates: 0 };
}
