import { actionBars as words } from "../messages/action-bars";
import { barDomain, bestOf, type BarDomain } from "./action-bars-scale";
import "./action-bars.css";
import type { Size } from "./chart-layout";
import { describeBars, leadText, valueText, type ActionBarsOptions } from "./action-bars-words";
import { formatNumber } from "./number";
import { PlotFrame, type Plot } from "./plot-frame";
import { append, boxPath, drawLabels, setAttribute, setText, type Label } from "./plot-parts";
import { CHARACTER, DIGIT } from "./plot-text";

export type { ActionBarsOptions } from "./action-bars-words";

const TOP = 28;
const THICKEST = 44;
const NOTHING: readonly number[] = [];

/** One bar for each action, with its number and the best one marked; cheap enough for every frame. */
export function createActionBars(host: HTMLElement, options: ActionBarsOptions): Plot<readonly number[]> {
  const { actions, kind } = options;
  let values = NOTHING;
  let domain: BarDomain | null = kind === "probabilities" ? [0, 1] : null;
  let drawnFor: { size: Size; domain: BarDomain } | null = null;
  let x: (value: number) => number = () => 0;
  let rows: { top: number; height: number }[] = [];

  const frame = new PlotFrame(host, "action-bars", (size) => draw(size));
  const axis = append(frame.svg, "path", "axis");
  const labels = append(frame.svg, "g", "labels");
  const lead = append(frame.svg, "text", "end");
  const bars = actions.map(() => append(frame.svg, "path", "bar"));
  const marks = actions.map(() => append(frame.svg, "path", "mark"));
  const numbers = actions.map(() => append(frame.svg, "text", "number value"));

  const place = (size: Size, shown: BarDomain) => {
    const names = Math.min(size.width / 3, CHARACTER * Math.max(...actions.map(({ length }) => length)) + 28);
    const numbersWidth = DIGIT * 7 + 8;
    const [left, right] = [names, size.width - 8 - numbersWidth];
    const span = shown[1] - shown[0] || 1;
    x = (value) =>
      left + ((right - left) * (Math.max(shown[0], Math.min(shown[1], value)) - shown[0])) / span;
    const pitch = Math.min(THICKEST + 12, (size.height - TOP - 20) / actions.length);
    rows = actions.map((_, i) => ({ top: TOP + i * pitch, height: Math.max(6, pitch - 8) }));
    const bottom = TOP + actions.length * pitch;
    setAttribute(axis, "d", `M${x(0)},${TOP - 4}V${bottom}`);
    const ends = [...new Set([shown[0], 0, shown[1]])];
    drawLabels(labels, [
      { x: 8, y: 17, text: options.title, kind: "title" },
      ...actions.map((name, i): Label => ({ x: 24, y: middleOf(i) + 4, text: name, kind: "ink name" })),
      ...ends.map((end): Label => ({
        x: x(end),
        y: bottom + 13,
        text: formatNumber(end),
        kind: "number middle",
      })),
    ]);
    setAttribute(lead, "x", String(size.width - 8));
    setAttribute(lead, "y", "17");
    for (const [i, node] of numbers.entries()) {
      setAttribute(node, "x", String(size.width - 8));
      setAttribute(node, "y", String(middleOf(i) + 5));
    }
  };
  const middleOf = (i: number) => rows[i].top + rows[i].height / 2;
  const draw = (size: Size) => {
    if (kind === "values") domain = barDomain(domain, values);
    const shown = domain ?? [0, 1];
    if (
      drawnFor?.domain !== shown ||
      drawnFor.size.width !== size.width ||
      drawnFor.size.height !== size.height
    ) {
      drawnFor = { size, domain: shown };
      place(size, shown);
    }
    const best = bestOf(values);
    setText(lead, kind === "values" ? leadText(values) : "");
    for (let i = 0; i < actions.length; i++) {
      const value = values[i] ?? NaN;
      const [from, to] = [x(0), x(Number.isNaN(value) ? 0 : value)];
      const { top, height } = rows[i];
      setAttribute(bars[i], "d", boxPath(Math.min(from, to), top, Math.abs(to - from), height));
      setAttribute(bars[i], "class", barClass(value, i === best));
      setAttribute(marks[i], "d", i === best ? `M8,${middleOf(i) - 6}l10,6l-10,6Z` : "");
      setAttribute(numbers[i], "class", i === best ? "number value strong" : "number value");
      setText(numbers[i], i < values.length ? valueText(value, kind) : "");
    }
  };
  const text = () => describeBars(options, values);
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      values = data ?? NOTHING;
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => ({
      columns: [words.action, options.title],
      rows: actions.map((name, i) => [name, values[i] ?? null]),
    }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

function barClass(value: number, isBest: boolean): string {
  return `bar${value < 0 ? " is-negative" : ""}${isBest ? " is-best" : ""}`;
}
