import type { Evaluation, Gaze } from "../../../core/glimpse";
import { formatFixed } from "../../../plots/number";
import { formatCount } from "../../../plots/plot-text";
import type { Published } from "./published";
import { wilsonInterval } from "../../../core/wilson";

export const GAZES: readonly { id: Gaze; label: string }[] = [
  { id: "learned", label: "learned gaze" },
  { id: "random", label: "random places" },
  { id: "centre", label: "always the middle" },
  { id: "scan", label: "fixed scan" },
];

const gazeName = (gaze: Gaze) => GAZES.find(({ id }) => id === gaze)?.label ?? gaze;

/** “2.00 %” */
export function errorText({ wrong, count }: Pick<Evaluation, "wrong" | "count">): string {
  return `${formatFixed((100 * wrong) / count, 2)} %`;
}

/** “95 % interval 0.78 to 5.03 %; 4 of 200 wrong” */
export function intervalText({ wrong, count }: Pick<Evaluation, "wrong" | "count">): string {
  const [low, high] = wilsonInterval(wrong, count).map((share) => formatFixed(100 * share, 2));
  return `95 % interval ${low} to ${high} %; ${formatCount(wrong)} of ${formatCount(count)} wrong`;
}

/** Which network was tested how; and whether it is still the one on screen. */
export function testedText(
  { updates, gaze }: Pick<Evaluation, "updates" | "gaze">,
  weights: string,
  now: number,
): string {
  const since = updates === 1 ? "1 update" : `${formatCount(updates)} updates`;
  const which =
    updates === 0
      ? `The network as it began (${weights})`
      : `The network after ${since} (first weights: ${weights})`;
  const how = `${gazeName(gaze)}, each image looked at once (M = 1), nothing averaged.`;
  const stale = now === updates ? "" : ` It has learned since: it is at update ${formatCount(now)} now.`;
  return `${which}; ${how}${stale}`;
}

/** The paper's figures for the task, those for as many glimpses as here first. */
export function paperText(published: Published, glimpses: number): string {
  const { glimpses: figures, random, fullyConnected, convolutional } = published;
  const figure = ([count, error]: readonly [number, number]) => `${count} glimpses ${formatFixed(error, 2)}`;
  const all = [...figures];
  const sorted = [
    ...all.filter(([count]) => count === glimpses),
    ...all.filter(([count]) => count !== glimpses),
  ];
  const atRandom = random ? `; ${random.glimpses} random glimpses ${formatFixed(random.error, 1)}` : "";
  return `${sorted.map(figure).join(", ")}${atRandom}; nets that see the whole image: fully connected ${formatFixed(fullyConnected, 2)}, convolutional ${formatFixed(convolutional, 2)}`;
}
