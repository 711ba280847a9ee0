import type { Evaluation } from "../../../core/glimpse";
import { glimpseTest as words } from "../../../messages/glimpse-test";
import { plural } from "../../../messages/plural";
import { fill } from "../../../messages/section";
import { formatFixed } from "../../../plots/number";
import { formatCount } from "../../../plots/plot-text";
import type { Published } from "./published";
import { wilsonInterval } from "../../../core/wilson";

/** “2.00 %” */
export function errorText({ wrong, count }: Pick<Evaluation, "wrong" | "count">): string {
  return fill(words.percent, { percent: formatFixed((100 * wrong) / count, 2) });
}

/** “95 % interval 0.78 to 5.03 %; 4 of 200 wrong” */
export function intervalText({ wrong, count }: Pick<Evaluation, "wrong" | "count">): string {
  const [low, high] = wilsonInterval(wrong, count).map((share) => formatFixed(100 * share, 2));
  return fill(words.interval, { low, high, wrong: formatCount(wrong), count: formatCount(count) });
}

/** Which network was tested how; and whether it is still the one on screen. */
export function testedText(
  { updates, gaze }: Pick<Evaluation, "updates" | "gaze">,
  weights: string,
  now: number,
): string {
  const how = fill(words.tested, { gaze: words[gaze] });
  const which =
    updates === 0
      ? fill(words.untrained, { weights, how })
      : fill(plural(updates, words.updateOne, words.updateMany), {
          count: formatCount(updates),
          weights,
          how,
        });
  return now === updates ? which : `${which} ${fill(words.stale, { step: formatCount(now) })}`;
}

/** The paper's figures for the task, those for as many glimpses as here first. */
export function paperText(published: Published, glimpses: number): string {
  const { glimpses: figures, random, fullyConnected, convolutional } = published;
  const figure = ([count, error]: readonly [number, number]) =>
    fill(words.paperGlimpses, { count, error: formatFixed(error, 2) });
  const all = [...figures];
  const sorted = [
    ...all.filter(([count]) => count === glimpses),
    ...all.filter(([count]) => count !== glimpses),
  ];
  const nets = {
    figures: sorted.map(figure).join(", "),
    fullyConnected: formatFixed(fullyConnected, 2),
    convolutional: formatFixed(convolutional, 2),
  };
  if (!random) return fill(words.paperFigures, nets);
  const { glimpses: count, error } = random;
  return fill(words.paperFiguresRandom, { ...nets, count, error: formatFixed(error, 1) });
}
