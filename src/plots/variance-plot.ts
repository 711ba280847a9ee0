import type { SettingVariance, VarianceReport } from "../core/variance";
import { fill } from "../messages/section";
import { variancePlot as words } from "../messages/variance-plot";
import type { Size } from "./chart-layout";
import { formatFixed, formatNumber } from "./number";
import { axisUnder, labelsUnder, valueAxis } from "./plot-axis";
import { PlotFrame, type Plot } from "./plot-frame";
import {
  append,
  diamondPath,
  drawLabels,
  drawShapes,
  circlePath,
  tenth,
  type Label,
  type Shape,
} from "./plot-parts";
import { CHARACTER, charactersIn, LINE, wrapped } from "./plot-text";
import {
  cosineDomain,
  isStacked,
  LEAST_BESIDE,
  LEAST_STACKED,
  stripPath,
  varianceAxis,
  varianceLayout,
} from "./variance-plot-layout";
import {
  describeVariance,
  shortSentence,
  varianceSentence,
  varianceTable,
  varianceText,
} from "./variance-plot-words";
import "./variance-plot.css";

/** With eight settings and their sentences. */
const ROOMY = { width: 620, height: 540 };
/** The axis with its labels. */
const AXIS = 30;

/** How much the gradient estimates of each setting scatter: variance, length, and cosines to a reference. */
export function createVariancePlot(host: HTMLElement): Plot<VarianceReport> {
  let report: VarianceReport | null = null;

  const frame = new PlotFrame(host, "variance-plot", (size) => draw(size), ROOMY);
  const shapes = append(frame.svg, "g", "shapes");
  const labels = append(frame.svg, "g", "labels");

  const draw = (size: Size) => {
    if (!report || report.settings.length === 0) {
      drawShapes(shapes, []);
      drawLabels(labels, [
        { x: 8, y: 17, text: words.title, kind: "title" },
        { x: size.width / 2, y: size.height / 2, text: words.nothing, kind: "middle" },
      ]);
      return;
    }
    const { settings } = report;
    const most = charactersIn(size.width - 16);
    const top = 17 + 10 + LINE + 6;
    const names = CHARACTER * Math.max(...settings.map(({ label }) => label.length));
    const room = size.height - top - AXIS - 12;
    const stacked = isStacked(size.width, room / settings.length, names);
    const rows = (stacked ? LEAST_STACKED : LEAST_BESIDE) * settings.length;
    const sentence = notesFor(report, most, Math.floor((room - rows) / LINE));
    const notesTop = size.height - 12 - LINE * sentence.length;
    const bottom = notesTop - AXIS;
    const layout = varianceLayout(size.width, bottom - top, names, settings.length, stacked);
    const { variance, cosine, rowHeight } = layout;
    const end = top + rowHeight * settings.length;
    const spread = varianceAxis(settings, variance.left, variance.right);
    const towards = valueAxis(cosineDomain(settings), cosine.left, cosine.right, 56);
    const drawn: Shape[] = [
      { kind: "axis", d: axisUnder(spread.ticks, variance.left, variance.right, Math.round(end)) },
      { kind: "axis", d: axisUnder(towards.ticks, cosine.left, cosine.right, Math.round(end)) },
      {
        kind: "grid",
        d: [...spread.ticks, ...towards.ticks].map(({ at }) => `M${Math.round(at)},${top}V${end}`).join(""),
      },
    ];
    const heading = top - 8;
    const noiseNames = [words.noise, words.noiseShort, words.noiseShortest];
    const cosineNames = [words.cosine, words.cosineShort, words.cosineShortest];
    const texts: Label[] = [
      { x: 8, y: 17, text: words.title, kind: "title" },
      { x: variance.left, y: heading, text: widest(noiseNames, variance), kind: "" },
      { x: cosine.left, y: heading, text: widest(cosineNames, cosine), kind: "" },
      ...(stacked ? [] : [{ x: layout.norm, y: heading, text: words.norm, kind: "end" }]),
      ...labelsUnder(spread.ticks, end),
      ...labelsUnder(towards.ticks, end),
    ];
    for (const [i, setting] of settings.entries()) {
      const from = top + i * rowHeight + (stacked ? 18 : 0);
      const height = rowHeight - (stacked ? 18 : 0);
      const middle = from + height / 2;
      const at = spread.of(setting.variance);
      const strip = Math.max(6, Math.min(30, height - 6));
      drawn.push(
        { kind: "stem", d: `M${variance.left},${tenth(middle)}H${tenth(at)}` },
        { kind: "dot", d: circlePath(at, middle, 5.5) },
        { kind: "cosines", d: stripPath(setting.cosines, towards.of, middle, strip, 2.6) },
        {
          kind: "mean",
          d: Number.isFinite(setting.cosine) ? diamondPath(towards.of(setting.cosine), middle, 7) : "",
        },
      );
      const norm = formatNumber(setting.norm);
      texts.push(
        stacked
          ? { x: 8, y: from - 5, text: setting.label, kind: "strong" }
          : { x: 8, y: middle + 4, text: setting.label, kind: "strong" },
        { x: at + 11, y: middle + 4, text: varianceText(setting.variance), kind: "number ink halo" },
        stacked
          ? {
              x: layout.norm,
              y: from - 5,
              text: besideName(setting, size.width),
              kind: "end",
            }
          : { x: layout.norm, y: middle + 4, text: norm, kind: "number ink end" },
      );
    }
    drawShapes(shapes, drawn);
    drawLabels(labels, [
      ...texts,
      ...sentence.map((text, i): Label => ({ x: 8, y: notesTop + LINE * (i + 1), text, kind: "ink" })),
    ]);
  };
  const text = () => (report ? describeVariance(report) : fill(words.nothingOf, { title: words.title }));
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      report = data;
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => (report ? varianceTable(report) : { columns: [], rows: [] }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

/** The sentences under the picture that say what was found, as far as `most` lines reach. */
function notesFor(report: VarianceReport, width: number, most: number): string[] {
  const sentences = [varianceSentence(report), shortSentence(report)].map((text) => wrapped(text, width));
  return sentences.find((lines) => lines.length <= most) ?? [];
}

/** The longest of some names that fits into a column and the margin beside it. */
function widest(names: readonly string[], { left, right }: { left: number; right: number }): string {
  return names.find((name) => charactersIn(right - left + 14) >= name.length) ?? names[names.length - 1];
}

/** What stands right of a setting's name: norm and mean cosine, or less where the name is long. */
function besideName({ label, norm, cosine }: SettingVariance, width: number): string {
  const fits = (text: string) => CHARACTER * (label.length + text.length) + 22 <= width;
  const numbers = { norm: formatNumber(norm), cosine: formatFixed(cosine, 2) };
  const texts = [words.normAndCosine, words.normAndCosineShort, words.normOnly];
  return texts.map((text) => fill(text, numbers)).find(fits) ?? "";
}
