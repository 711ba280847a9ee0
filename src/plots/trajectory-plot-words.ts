import { mean, minIndex } from "d3";
import type { TrajectoryPicture } from "../core/sight";
import { plural } from "../messages/plural";
import { fill } from "../messages/section";
import { trajectoryPlot as words } from "../messages/trajectory-plot";
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
  return fill(actions.length < steps ? words.titleFirst : words.title, {
    number: index + 1,
    count,
    steps: formatCount(steps),
    ending: ended === "terminated" ? words.terminated : words.truncated,
    shown: formatCount(actions.length),
  });
}

/** All of one step in one line. */
export function stepText(
  picture: TrajectoryPicture,
  t: number,
  { actions, baseline }: TrajectoryWords,
): string {
  const advantage = picture.advantages[t];
  const { baselines, before, after } = picture;
  const push = advantage > 0 ? words.pushedUp : advantage < 0 ? words.pushedDown : words.notPushed;
  const parts = [
    fill(words.step, { step: t, action: actions[picture.actions[t]] ?? picture.actions[t] }),
    `log π ${formatFixed(picture.logProbabilities[t], 2)}`,
    fill(words.stepReturn, { value: formatNumber(picture.returns[t]) }),
    fill(words.stepToGo, { value: formatNumber(picture.returnsToGo[t]) }),
    ...(baselines ? [`${baseline} ${formatNumber(baselines[t])}`] : []),
    fill(push, { value: formatSigned(advantage) }),
    `π(a|s) ${formatFixed(before[t], 3)} → ${formatFixed(after[t], 3)}`,
  ];
  return parts.join(", ");
}

/** How many actions the update pushes up and down, and how many became more probable. */
export function pushText({ advantages, before, after }: TrajectoryPicture): string {
  const up = advantages.reduce((sum, advantage) => sum + (advantage > 0 ? 1 : 0), 0);
  const down = advantages.reduce((sum, advantage) => sum + (advantage < 0 ? 1 : 0), 0);
  const risen = before.reduce((sum, p, t) => sum + (after[t] > p ? 1 : 0), 0);
  return fill(plural(up, words.pushedOne, words.pushedMany), {
    up: formatCount(up),
    down: formatCount(down),
    risen: formatCount(risen),
    count: formatCount(before.length),
  });
}

/** The trajectory in words. */
export function describeTrajectory(picture: TrajectoryPicture, { baseline }: TrajectoryWords): string {
  if (picture.actions.length === 0) return `${trajectoryTitle(picture)}.`;
  const { returns, returnsToGo, baselines } = picture;
  const credited = fill(words.creditedSum, {
    first: formatNumber(returns[0]),
    mean: formatNumber(mean(returns) ?? NaN),
  });
  const real = fill(words.toGoSum, { first: formatNumber(returnsToGo[0]) });
  const guess = baselines
    ? fill(words.baseline, { name: baseline, value: formatNumber(baselines[0]) })
    : words.noBaseline;
  return [`${trajectoryTitle(picture)}.`, credited, real, guess, chanceText(picture), pushText(picture)].join(
    " ",
  );
}

/** How probable the actions were when they were drawn. */
function chanceText({ logProbabilities }: TrajectoryPicture): string {
  const lowest = minIndex(logProbabilities);
  return fill(words.chance, {
    mean: formatFixed(mean(logProbabilities) ?? NaN, 2),
    lowest: formatFixed(logProbabilities[lowest], 2),
    step: lowest,
  });
}

/** All steps as a table. */
export function trajectoryTable(
  picture: TrajectoryPicture,
  { actions, baseline }: TrajectoryWords,
): PlotTable {
  const { baselines } = picture;
  return {
    columns: [
      words.stepColumn,
      words.action,
      words.reward,
      "log π(a|s)",
      words.credited,
      words.toGo,
      ...(baselines ? [baseline] : []),
      words.advantage,
      words.before,
      words.after,
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
