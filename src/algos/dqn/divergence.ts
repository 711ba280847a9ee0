import type { Outcome } from "../../core/outcome";
import type { DqnParams } from "./params";

/** Action values are hopeless beyond this many times what any policy could earn … */
const HOPELESS = 100;
/** … and believable up to this many times: bootstrapping overestimates in good runs too. */
const BELIEVABLE = 2;
/** A learning rate from which on Adam's steps are large for any network. */
const LARGE_RATE = 0.01;

/** What decides how large a return can be. Plain data. */
export interface Experience {
  /** The largest |r| so far. */
  largestReward: number;
  /** Steps of the longest episode so far, for γ = 1. */
  longestEpisode: number;
}

/** What no policy's |Q| can exceed: rewards as large as the largest one so far, in every step. 0 while there is none. */
export function earnable({ largestReward, longestEpisode }: Experience, gamma: number): number {
  return largestReward * (gamma < 1 ? 1 / (1 - gamma) : Math.max(1, longestEpisode));
}

/** Whether action values of this size can be trusted so far. */
export function isBelievable(largest: number, most: number): boolean {
  return most === 0 ? Number.isFinite(largest) : largest <= BELIEVABLE * most;
}

/** Whether action values of this size show that learning has failed. */
function isHopeless(largest: number, most: number): boolean {
  return !Number.isFinite(largest) || (most > 0 && largest > HOPELESS * most);
}

/** What went wrong in the update, as part of a sentence; null if nothing did. */
export function badUpdate({ loss, gradientNorm }: { loss: number; gradientNorm: number }): string | null {
  if (!Number.isFinite(loss)) return "the loss is no longer a number";
  return Number.isFinite(gradientNorm) ? null : "the gradient is no longer a number";
}

/** The same for action values. */
export function badValues(largest: number, most: number): string | null {
  if (!isHopeless(largest, most)) return null;
  if (!Number.isFinite(largest)) return "the network’s action values are no longer numbers";
  return `the network’s action values have reached ${round(largest)}, though no policy can earn more than ${round(most)}`;
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
  const back = restored === 0 ? "the first weights" : `the weights after gradient step ${restored}`;
  return {
    reason: "diverges",
    says: `Learning has diverged: after gradient step ${update} ${fault}. ${cause} ${remedy} The network has ${back} again.`,
  };
}

function reason(params: Readonly<DqnParams>, learningRate: number): { cause: string; remedy: string } {
  if (learningRate >= LARGE_RATE) {
    return {
      cause: `With the learning rate ${round(learningRate)} every step overshoots, and the next targets are computed from what it broke.`,
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

function round(x: number): string {
  return Math.abs(x) >= 1e6 ? x.toExponential(1) : String(Number(x.toPrecision(3)));
}
