import { chart as words } from "../messages/chart";
import { fill } from "../messages/section";
import { valueAt, type ChartData, type ChartOptions } from "./chart-data";
import { formatExact } from "./number";

/**
 * What the cursor reads: “episode 312: return −27 (−113 to −13), mean −31.25”, where a decimated point says
 * which range it stands for. Says less where only `most` characters fit.
 */
export function readoutOf(
  { x, series }: Pick<ChartOptions, "x" | "series">,
  data: ChartData,
  at: number,
  most: number,
): string {
  const values = series.flatMap(({ id, label }) => {
    const value = valueAt(data[id], at);
    return value ? [{ label, ...value }] : [];
  });
  const place = `${x.label} ${formatExact(at)}`;
  if (values.length === 0) return fill(words.noValue, { place });
  const full = values.map(({ label, y, min, max }) => {
    const value = formatExact(y, 5);
    if (min === undefined || max === undefined || !(min < max)) return `${label} ${value}`;
    const [low, high] = [formatExact(min, 4), formatExact(max, 4)];
    return fill(words.valueInRange, { label, value, low, high });
  });
  const labelled = (digits: number) =>
    values.map(({ label, y }) => `${label} ${formatExact(y, digits)}`).join(", ");
  const texts = [
    `${place}: ${full.join(", ")}`,
    `${place}: ${labelled(5)}`,
    `${formatExact(at)}: ${labelled(4)}`,
    `${formatExact(at)}: ${values.map(({ y }) => formatExact(y, 4)).join(", ")}`,
  ];
  return texts.find((text) => text.length <= most) ?? texts[texts.length - 1];
}
