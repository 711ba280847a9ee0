import type { MemoryPicture, TrajectoryPicture } from "../../../core/sight";
import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { plural } from "../../../messages/plural";
import { fill } from "../../../messages/section";
import { formatNumber } from "../../../plots/number";
import { formatCount } from "../../../plots/plot-text";

/** What to notice in a map of values, and how exact it is. */
export function mapCaption(isPolicy: boolean, layer: "value" | "policy", dimensions: number): string {
  const exact = fill(words.mapExact, { dimensions });
  if (layer === "value") return fill(isPolicy ? words.criticMap : words.valueMap, { exact });
  return fill(isPolicy ? words.policyMap : words.greedyMap, { exact });
}

/** What to notice in a replay memory. */
export function memoryCaption({ batch, ages, capacity, correlation }: MemoryPicture): string {
  const each = Math.ceil(capacity / Math.max(1, ages.length));
  const drawn = batch.length > 0 ? fill(words.drawn, { count: batch.length }) : words.notDrawn;
  const pieces = fill(plural(each, words.pieceOne, words.pieceMany), { count: formatCount(each), drawn });
  const isAlike = correlation && correlation.consecutive > correlation.random;
  return isAlike ? `${pieces} ${words.alike}` : pieces;
}

/** How well a baseline knows what it is fitted to: its mean distance from what the actions were credited with. */
export function criticCaption({ baselines, returns, returnsToGo, ended }: TrajectoryPicture): string {
  if (!baselines || baselines.length === 0) return "";
  let sum = 0;
  for (const [t, baseline] of baselines.entries()) sum += Math.abs(returns[t] - baseline);
  const off = fill(words.criticOff, { distance: formatNumber(sum / baselines.length) });
  const fallsAtCutOff = ended === "truncated" && returns.every((G, t) => G === returnsToGo[t]);
  return fallsAtCutOff ? `${off} ${words.cutOff}` : off;
}

/** What of a trajectory is left out of the picture and of the equation; nothing mostly. */
export function leftOutCaption({ actions, steps }: TrajectoryPicture): string {
  if (actions.length >= steps) return "";
  return fill(words.leftOut, { shown: formatCount(actions.length), count: formatCount(steps) });
}

/** Whether a measurement is still about the policy on screen. */
export function measuredAt(updates: number, now: number): string {
  const at = fill(words.measuredAt, { step: formatCount(updates) });
  return now === updates ? at : `${at} ${fill(words.staleMeasurement, { step: formatCount(now) })}`;
}
