import { format } from "d3";
import type { SettingVariance, VarianceReport } from "../core/variance";
import { fill } from "../messages/section";
import { variancePlot as words } from "../messages/variance-plot";
import { formatFixed, formatNumber } from "./number";
import type { PlotTable } from "./plot-frame";
import { formatCount } from "./plot-text";

/** A biased setting points elsewhere if its mean cosine is less than this, and than this share of what its noise explains. */
const LEAST_COSINE = 0.5;
const LEAST_SHARE = 0.75;

/** Ratios nearer to 1 than this are "about as large". */
const SAME = 1.05;
const twoDigits = format(".2~r");

/** A variance, with its thousands apart where it is large. */
export function varianceText(variance: number): string {
  return variance >= 1000 && variance < 1e6 ? formatCount(variance) : formatNumber(variance);
}

/** “2.4 times smaller”, “1.3 times larger”, “about as large”; for variances of 0 in words. */
export function ratioText(base: number, other: number): string {
  if (!(base > 0) || !Number.isFinite(base) || !Number.isFinite(other)) return words.notComparable;
  if (other === 0) return "0";
  const ratio = base / other;
  if (ratio >= SAME) return fill(words.smaller, { ratio: twoDigits(ratio) });
  if (ratio <= 1 / SAME) return fill(words.larger, { ratio: twoDigits(1 / ratio) });
  return words.same;
}

/** Whether a setting that need not aim at its gradient does not: a low cosine may also come from noise alone. */
function pointsElsewhere({ isUnbiased, cosine, variance }: SettingVariance): boolean {
  // An estimate g + noise in many dimensions has about the cosine |g| / √(|g|² + |noise|²) to g.
  const explained = 1 / Math.sqrt(1 + variance);
  return !isUnbiased && !(cosine >= Math.min(LEAST_COSINE, LEAST_SHARE * explained));
}

/** What was measured, from the data: each setting's noise against that of the first one that aims at the same gradient. */
export function varianceSentence({ settings }: VarianceReport): string {
  const comparisons = comparable(settings).map(([first, ...others]) => {
    if (others.length === 0) {
      return fill(words.noiseOfOne, { setting: quoted(first), noise: varianceText(first.variance) });
    }
    const ratios = others.map((other) =>
      fill(words.ratioOf, { setting: quoted(other), ratio: ratioText(first.variance, other.variance) }),
    );
    return fill(words.compared, { first: quoted(first), ratios: ratios.join(", ") });
  });
  return [...comparisons, ...warnings(settings)].join(" ");
}

/** Of each gradient, the first setting against the one with the least noise: where there is no room for all. */
export function shortSentence({ settings }: VarianceReport): string {
  const comparisons = comparable(settings).flatMap(([first, ...others]) => {
    if (others.length === 0) return [];
    const least = others.reduce((best, other) => (other.variance < best.variance ? other : best));
    const ratio = ratioText(first.variance, least.variance);
    return [fill(words.comparedShort, { least: quoted(least), first: quoted(first), ratio })];
  });
  return [...comparisons, ...warnings(settings)].join(" ");
}

/** The settings that aim at the same gradient and do not miss it. */
function comparable(settings: readonly SettingVariance[]): SettingVariance[][] {
  const good = settings.filter((setting) => !pointsElsewhere(setting));
  return [false, true]
    .map((discounted) => good.filter((setting) => setting.discounted === discounted))
    .filter((group) => group.length > 0);
}

function warnings(settings: readonly SettingVariance[]): string[] {
  return settings
    .filter(pointsElsewhere)
    .map((setting) =>
      fill(words.biased, { setting: quoted(setting), cosine: formatFixed(setting.cosine, 2) }),
    );
}

/** What it was measured on. */
export function sampleText({
  estimates,
  trajectories,
  reference,
  referenceIs,
  steps,
}: VarianceReport): string {
  return fill(words.sample, {
    estimates: formatCount(estimates),
    trajectories: formatCount(trajectories),
    steps: formatCount(steps),
    reference: formatCount(reference),
    referenceIs,
  });
}

export function describeVariance(report: VarianceReport): string {
  const each = report.settings.map(({ label, variance, norm, cosine }) =>
    fill(words.setting, {
      label,
      noise: varianceText(variance),
      norm: formatNumber(norm),
      cosine: formatFixed(cosine, 2),
    }),
  );
  return [words.about, ...each, varianceSentence(report), sampleText(report)].join(" ");
}

export function varianceTable({ settings }: VarianceReport): PlotTable {
  return {
    columns: [
      words.settingColumn,
      words.varianceColumn,
      words.normColumn,
      words.meanCosine,
      words.smallestCosine,
      words.largestCosine,
    ],
    rows: settings.map(({ label, variance, norm, cosine, cosines }) => [
      label,
      variance,
      norm,
      cosine,
      cosines.length > 0 ? Math.min(...cosines) : null,
      cosines.length > 0 ? Math.max(...cosines) : null,
    ]),
  };
}

function quoted({ label }: SettingVariance): string {
  return fill(words.quoted, { label });
}
