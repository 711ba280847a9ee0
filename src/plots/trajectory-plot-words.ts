import { mean, minIndex } from "d3";
import type { TrajectoryPicture } from "../core/sight";
import { formatFixed, formatNumber, formatSigned } from "./number";
import type { PlotTable } from "./plot-frame";
import { formatCount } from "./plot-text";

export interface TrajectoryWords {
  actions: readonly string[];
  /** What the baseline is called: “V(s)”, “moving average”. */
  baseline: string;
}

/** “Trajectory 3 of 10: 212 steps, cut off”. */
export function trajectoryTitle({ index, count, steps, actions, ended }: TrajectoryPicture): string {
  const how = ended === "terminated" ? "ended in a terminal state" : "cut off at the longest episode";
  const shown = actions.length < steps ? `; the first ${formatCount(actions.length)} are shown` : "";
  return `Trajectory ${index + 1} of ${count}: ${formatCount(steps)} steps, ${how}${shown}`;
}

/** All of one step in one line. */
export function stepText(
  picture: TrajectoryPicture,
  t: number,
  { actions, baseline }: TrajectoryWords,
): string {
  const advantage = picture.advantages[t];
  const { baselines, before, after } = picture;
  const push = advantage > 0 ? "pushed up ▲" : advantage < 0 ? "pushed down ▼" : "not pushed";
  const parts = [
    `step ${t}: ${actions[picture.actions[t]] ?? picture.actions[t]}`,
    `log π ${formatFixed(picture.logProbabilities[t], 2)}`,
    `return ${formatNumber(picture.returns[t])}`,
    `reward-to-go ${formatNumber(picture.returnsToGo[t])}`,
    ...(baselines ? [`${baseline} ${formatNumber(baselines[t])}`] : []),
    `advantage ${formatSigned(advantage)}, ${push}`,
    `π(a|s) ${formatFixed(before[t], 3)} → ${formatFixed(after[t], 3)}`,
  ];
  return parts.join(", ");
}

/** How many actions the update pushes up and down, and how many became more probable. */
export function pushText({ advantages, before, after }: TrajectoryPicture): string {
  const up = advantages.reduce((sum, advantage) => sum + (advantage > 0 ? 1 : 0), 0);
  const down = advantages.reduce((sum, advantage) => sum + (advantage < 0 ? 1 : 0), 0);
  const risen = before.reduce((sum, p, t) => sum + (after[t] > p ? 1 : 0), 0);
  return (
    `${formatCount(up)} ${up === 1 ? "action is" : "actions are"} pushed up, ${formatCount(down)} down; ` +
    `${formatCount(risen)} of ${formatCount(before.length)} became more probable.`
  );
}

/** The trajectory in words. */
export function describeTrajectory(picture: TrajectoryPicture, words: TrajectoryWords): string {
  if (picture.actions.length === 0) return `${trajectoryTitle(picture)}.`;
  const { returns, returnsToGo, baselines } = picture;
  const credited = `Return credited: ${formatNumber(returns[0])} at the first step, mean ${formatNumber(mean(returns) ?? NaN)}.`;
  const real = `Reward-to-go at the first step: ${formatNumber(returnsToGo[0])}.`;
  const guess = baselines ? `${words.baseline} there: ${formatNumber(baselines[0])}.` : "No baseline.";
  return [`${trajectoryTitle(picture)}.`, credited, real, guess, chanceText(picture), pushText(picture)].join(
    " ",
  );
}

/** How probable the actions were when they were drawn. */
function chanceText({ logProbabilities }: TrajectoryPicture): string {
  const lowest = minIndex(logProbabilities);
  const at = `lowest ${formatFixed(logProbabilities[lowest], 2)} at step ${lowest}`;
  return `log π of the actions: mean ${formatFixed(mean(logProbabilities) ?? NaN, 2)}, ${at}.`;
}

/** All steps as a table. */
export function trajectoryTable(
  picture: TrajectoryPicture,
  { actions, baseline }: TrajectoryWords,
): PlotTable {
  const { baselines } = picture;
  return {
    columns: [
      "step",
      "action",
      "reward",
      "log π(a|s)",
      "return credited",
      "reward-to-go",
      ...(baselines ? [baseline] : []),
      "advantage",
      "π(a|s) before",
      "π(a|s) after",
    ],
    rows: Array.from(picture.actions, (action, t) => [
      t,
      actions[action] ?? action,
      picture.rewards[t],
      picture.logProbabilities[t],
      picture.returns[t],
      picture.returnsToGo[t],
      ...(baselines ? [baselines[t]] : []),
      picture.advantages[t],
      picture.before[t],
      picture.after[t],
    ]),
  };
}
