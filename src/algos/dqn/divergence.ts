import type { Outcome } from "../../core/outcome";
import { roughly } from "../../nn/value-bounds";
import type { DqnParams } from "./params";

/** A learning rate from which on Adam's steps are large for any network. */
const LARGE_RATE = 0.01;

/** What went wrong in the update, as part of a sentence; null if nothing did. */
export function badUpdate({ loss, gradientNorm }: { loss: number; gradientNorm: number }): string | null {
  if (!Number.isFinite(loss)) return "the loss is no longer a number";
  return Number.isFinite(gradientNorm) ? null : "the gradient is no longer a number";
}

/** How large the TD errors of a minibatch were, by the loss that they make: about what |δ| is on the average. */
export function errorSize(loss: number, kind: DqnParams["loss"]): number {
  return kind === "squared" ? Math.sqrt(loss) : loss + 0.5;
}

/** What happened at gradient step `update`, the likely cause, what to do, and of when the weights are that are back. */
export function diverged(
  fault: string,
  params: Readonly<DqnParams>,
  learningRate: number,
  update: number,
  restored: number,
): Outcome {
  const { cause, remedy } = reason(params, learningRate);
  const back =
    restored === 0
      ? "The network has the first weights again: none after them were good."
      : `The network has the weights after gradient step ${restored} again, the last good ones: with values and errors within bounds.`;
  return {
    reason: "diverges",
    says: `Learning has diverged: after gradient step ${update} ${fault}. ${cause} ${remedy} ${back}`,
  };
}

function reason(params: Readonly<DqnParams>, learningRate: number): { cause: string; remedy: string } {
  if (learningRate >= LARGE_RATE) {
    return {
      cause: `With the learning rate ${roughly(learningRate)} every step overshoots, and the next targets are computed from what it broke.`,
      remedy: "Lower the learning rate: 0.002 is a good start.",
    };
  }
  if (params.target === "none") {
    return {
      cause: "Without a target network every step moves its own targets too, and errors feed themselves.",
      remedy: "Switch a target network on.",
    };
  }
  if (params.loss === "squared" && !params.clipGradient) {
    return {
      cause: "With squared errors and no limit on the gradient a single large error throws the weights far.",
      remedy: "Choose Huber’s loss or limit the gradient.",
    };
  }
  if (params.gamma === 1) {
    return {
      cause: "At γ = 1 nothing bounds the targets: they are computed from values that they raise.",
      remedy: "Lower γ below 1.",
    };
  }
  return {
    cause: "Targets computed from the network’s own values have fed its errors.",
    remedy: "Lower the learning rate, or let the target network follow more slowly.",
  };
}
