import type { MemoryPicture, TrajectoryPicture } from "../../../core/sight";
import { formatNumber } from "../../../plots/number";
import { formatCount } from "../../../plots/plot-text";

/** What to notice in a map of values, and how exact it is. */
export function mapCaption(isPolicy: boolean, layer: "value" | "policy", dimensions: number): string {
  const exact = `Exact for the network as it is now: a flat cut, at the present state, through the space of its ${dimensions} inputs.`;
  if (layer === "value") {
    const what = isPolicy
      ? "What the critic expects from each state"
      : "What the network expects from each state";
    return `${what}; the thick line is where the chosen action changes. ${exact}`;
  }
  if (isPolicy) {
    return `Where the colour is pale the policy still tosses a coin; as it learns, the border gets sharp. ${exact}`;
  }
  return `Which action the network prefers. A good policy pushes towards the side to which the pole falls. ${exact}`;
}

/** What to notice in a replay memory. */
export function memoryCaption({ batch, ages, capacity, correlation }: MemoryPicture): string {
  const each = Math.ceil(capacity / Math.max(1, ages.length));
  const pieces =
    each > 1 ? `Each piece averages ${formatCount(each)} transitions; ` : "Each piece is one transition; ";
  const drawn =
    batch.length > 0
      ? `the dots are the ${batch.length} that the last minibatch drew.`
      : "no minibatch was drawn yet.";
  if (!correlation || correlation.consecutive <= correlation.random) return pieces + drawn;
  return `${pieces}${drawn} Neighbours in time are alike; drawing at random breaks that up, so that one episode does not pull all weights its way.`;
}

/** What to notice where replay is off. */
export const NEWEST_CAPTION =
  "Each piece is one of the transitions that the last gradient step learned from; what is older is not learned from again. Neighbours in time are alike, so one stretch of an episode pulls all weights its way.";

/** What to notice in the histogram of TD errors. */
export const ERRORS_CAPTION =
  "The network learns by shrinking these. A narrow heap around 0 means that its values agree with one another, not yet that they are right.";

/** What to notice in a trajectory; its numbers are exact. */
export const TRAJECTORY_CAPTION =
  "A positive advantage pushes an action up, a negative one down. All steps of all trajectories share the weights, so some actions move against their own push.";

/** How well a baseline knows what it is fitted to: its mean distance from what the actions were credited with. */
export function criticCaption({ baselines, returns, returnsToGo, ended }: TrajectoryPicture): string {
  if (!baselines || baselines.length === 0) return "";
  let sum = 0;
  for (const [t, baseline] of baselines.entries()) sum += Math.abs(returns[t] - baseline);
  const off = `Along this episode the baseline is ${formatNumber(sum / baselines.length)} off the return credited on average.`;
  const fallsAtCutOff = ended === "truncated" && returns.every((G, t) => G === returnsToGo[t]);
  if (!fallsAtCutOff) return off;
  return `${off} The episode was cut off, and its return falls towards 0 there as if the pole had fallen: near the end the baseline is held against too little.`;
}

/** What of a trajectory is left out of the picture and of the equation; nothing mostly. */
export function leftOutCaption({ actions, steps }: TrajectoryPicture): string {
  if (actions.length >= steps) return "";
  return `Only the first ${formatCount(actions.length)} of its ${formatCount(steps)} steps are shown, so that a long episode and a large network do not stop the page; the update used all of them.`;
}

/** Why there is no result of a measurement that was begun. */
export const BROKEN_OFF =
  "The measurement was broken off before it was done, because the run was changed, moved or paused. Measure again to see the scatter.";

/** What to notice in a measurement of variances, which is sampled. */
export const VARIANCE_CAPTION =
  "Of estimates that aim at the same gradient and point there, those that scatter less need fewer episodes for an equally good gradient. Norm: the length of the mean estimate. V(s) is fitted to the returns of the reference trajectories; V(s) learned so far is the run’s own value network. Sampled: on other episodes the numbers would be a little different.";

/** Whether a measurement is still about the policy on screen. */
export function measuredAt(updates: number, now: number): string {
  const at = `Measured at gradient step ${formatCount(updates)}.`;
  if (now === updates) return at;
  return `${at} The policy has changed since: it is at step ${formatCount(now)} now. Measure again to see its scatter.`;
}
