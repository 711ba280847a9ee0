import type { TrajectoryPicture } from "../core/sight";
import { plots } from "../messages/plots";
import { fill } from "../messages/section";
import { trajectoryPlot as words } from "../messages/trajectory-plot";
import type { Size } from "./chart-layout";
import { linePath } from "./chart-path";
import { formatNumber } from "./number";
import { axisUnder, gridAcross, labelsLeft, labelsUnder, valueAxis, widthOf } from "./plot-axis";
import { PlotFrame, type Plot } from "./plot-frame";
import { keyOf, type Key } from "./plot-key";
import { append, drawLabels, drawShapes, tenth, type Label, type Shape } from "./plot-parts";
import { Picker } from "./plot-picker";
import { CHARACTER, charactersIn, LINE, wrapped } from "./plot-text";
import {
  HEADING,
  logScale,
  panelScale,
  policyChanges,
  stepAxis,
  trajectoryPanels,
  upAndDown,
  type Panel,
  type StepAxis,
} from "./trajectory-plot-layout";
import {
  describeTrajectory,
  pushText,
  stepText,
  trajectoryTable,
  trajectoryTitle,
  type TrajectoryWords,
} from "./trajectory-plot-words";
import "./trajectory-plot.css";

export interface TrajectoryPlotOptions extends TrajectoryWords {
  /** Step t was picked. */
  onPick?: (t: number) => void;
}

/** A live picture of a trajectory and of what the update made of it. */
export interface TrajectoryPlot extends Plot<TrajectoryPicture> {
  /** Marks a step as picked, without `onPick`; −1 for none. */
  pick(t: number): void;
}

/** With all panels. */
const ROOMY = { width: 600, height: 460 };
/** Lower pictures leave the words about the picked step to the equation. */
const LOW = 340;
/** Characters of the longest line about a step. */
const STEP_LINE = 132;

/** Creates the picture. The pointer, or arrow keys while it has the focus, pick a step. */
export function createTrajectoryPlot(host: HTMLElement, options: TrajectoryPlotOptions): TrajectoryPlot {
  let picture: TrajectoryPicture | null = null;
  let picked = -1;
  let axis: StepAxis | null = null;
  let panels: readonly Panel[] = [];

  const frame = new PlotFrame(host, "trajectory-plot", (size) => draw(size), ROOMY);
  const shapes = append(frame.svg, "g", "shapes");
  const labels = append(frame.svg, "g", "labels");
  const cursor = append(frame.svg, "g", "cursors");
  const says = append(frame.svg, "g", "says");
  const choose = (t: number) => {
    if (t === picked) return;
    picked = t;
    drawPicked();
    options.onPick?.(t);
  };
  const picker = new Picker(words.pick, choose);
  frame.root.append(picker.node);
  for (const kind of ["pointermove", "pointerdown"] as const) {
    picker.node.addEventListener(kind, (event) => {
      if (axis && axis.count > 0) choose(axis.stepAt(frame.locate(event).x));
    });
  }

  const draw = (size: Size) => {
    if (!picture || picture.actions.length === 0) {
      axis = null;
      drawShapes(shapes, []);
      const text = plots.nothing;
      drawLabels(labels, [{ x: size.width / 2, y: size.height / 2, text, kind: "middle" }]);
      drawPicked();
      return;
    }
    const right = size.width - 14;
    characters = charactersIn(right - 8);
    const isLow = size.height < LOW;
    const lines = isLow ? 0 : Math.ceil(STEP_LINE / characters);
    const titles = wrapped(trajectoryTitle(picture), Math.floor((right - 8) / 7.6));
    const bottom = size.height - 8 - LINE * lines - LINE - (isLow ? 20 : 24);
    const key = returnsKey(picture, options, right);
    const top = 17 + LINE * (titles.length - 1) + 6 + key.height - HEADING + 8;
    const panelOf = trajectoryPanels(top, bottom);
    const { returns, advantages, logProbabilities, changes } = panelOf;
    panels = Object.values(panelOf);
    const curves = [picture.returns, picture.returnsToGo, ...(picture.baselines ? [picture.baselines] : [])];
    const yReturns = panelScale(curves, returns);
    const yAdvantages = panelScale([picture.advantages], advantages);
    const yLog = logScale(picture.logProbabilities, logProbabilities);
    const names = CHARACTER * Math.max(...options.actions.map(({ length }) => length)) + 8;
    const ticks = [...yReturns.ticks, ...yAdvantages.ticks, ...yLog.ticks];
    const left = 8 + Math.max(widthOf(ticks), names);
    const steps = stepAxis(picture.actions.length, left, right);
    axis = steps;
    const t = valueAxis([0, steps.count - 1], steps.of(0), steps.of(steps.count - 1), 70);
    const stepTicks = t.ticks.filter(({ label }) => !label.includes("."));
    const line = (values: ArrayLike<number>, kind: string): Shape => ({
      kind,
      d: linePath({ x: Array.from(values, (_, i) => i), y: values }, steps.of, yReturns.of),
    });
    const push = upAndDown(picture.advantages, steps, yAdvantages.of);
    const keyParts = key.at(17 + LINE * (titles.length - 1) + 18);
    const lanes = laneParts(picture, steps, changes, options.actions);
    drawShapes(shapes, [
      { kind: "grid", d: gridAcross(ticks, left, right) },
      line(picture.returns, "credited"),
      ...(picture.baselines ? [line(picture.baselines, "baseline")] : []),
      line(picture.returnsToGo, "to-go"),
      { kind: "up", d: push.up },
      { kind: "down", d: push.down },
      { kind: "axis", d: `M${left},${tenth(yAdvantages.of(0))}H${right}` },
      { kind: "log", d: upAndDown(picture.logProbabilities, steps, yLog.of).down },
      { kind: "axis", d: `M${left},${tenth(yLog.of(0))}H${right}` },
      ...lanes.shapes,
      { kind: "axis", d: axisUnder(stepTicks, left, right, Math.round(changes.bottom) + 4) },
      ...keyParts.shapes,
    ]);
    const isNarrow = size.width < 440;
    drawLabels(labels, [
      ...titles.map((text, i): Label => ({ x: 8, y: 17 + LINE * i, text, kind: "title" })),
      ...keyParts.labels,
      ...labelsLeft(ticks, left),
      {
        x: 8,
        y: advantages.top - 11,
        text: isNarrow ? words.advantagesShort : words.advantages,
        kind: "ink",
      },
      {
        x: 8,
        y: logProbabilities.top - 11,
        text: isNarrow ? words.chancesShort : words.chances,
        kind: "ink",
      },
      {
        x: 8,
        y: changes.top - 11,
        text: fill(isNarrow ? words.changesShort : words.changes, { reach: formatNumber(lanes.reach) }),
        kind: "ink",
      },
      ...lanes.labels,
      ...labelsUnder(stepTicks, changes.bottom + 4),
      { x: right, y: changes.bottom + 20 + LINE, text: words.stepAxis, kind: "end" },
    ]);
    saysSteps = !isLow;
    foot = changes.bottom + 20 + 2 * LINE + 4;
    drawPicked();
  };
  let characters = 80;
  let saysSteps = true;
  let foot = 0;
  const pickedText = () =>
    picture && picked >= 0 && picked < picture.actions.length ? stepText(picture, picked, options) : "";
  const drawPicked = () => {
    const count = axis?.count ?? 0;
    const chosen = pickedText();
    picker.tell(count, picked < count ? picked : -1, chosen);
    const at = axis && chosen ? tenth(axis.of(picked)) : null;
    const line = (x: number) =>
      panels.map(({ top, bottom }) => `M${x},${tenth(top)}V${tenth(bottom)}`).join("");
    drawShapes(cursor, at === null ? [] : [{ kind: "cursor", d: line(at) }]);
    const lines = picture && axis && saysSteps ? wrapped(chosen || pushText(picture), characters) : [];
    drawLabels(
      says,
      lines.map((text, i) => ({ x: 8, y: foot + LINE * i, text, kind: "ink" })),
    );
  };
  const text = () => (picture ? describeTrajectory(picture, options) : words.nothing);
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      picture = data;
      frame.redraw();
    },
    pick(t) {
      picked = t;
      drawPicked();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => (picture ? trajectoryTable(picture, options) : { columns: [], rows: [] }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

function returnsKey({ baselines }: TrajectoryPicture, { baseline }: TrajectoryWords, right: number): Key {
  const line = (text: string, kind: string) => ({
    text,
    width: 26,
    sample: (x: number, y: number) => [{ kind, d: `M${x},${y}h26` }],
  });
  return keyOf(
    [
      line(words.credited, "credited"),
      line(words.toGo, "to-go"),
      ...(baselines ? [line(baseline, "baseline")] : []),
    ],
    8,
    right,
  );
}

/** A row for each action, with the change of its probability at the steps that took it. */
function laneParts(picture: TrajectoryPicture, axis: StepAxis, panel: Panel, actions: readonly string[]) {
  const { changes, reach } = policyChanges(picture.before, picture.after);
  const height = (panel.bottom - panel.top) / actions.length;
  const shapes: Shape[] = [];
  const labels: Label[] = [];
  for (const [action, name] of actions.entries()) {
    const middle = panel.top + (action + 0.5) * height;
    const y = (change: number) => middle - (change / reach) * (height / 2 - 2);
    const { up, down } = upAndDown(changes, axis, y, (t) => picture.actions[t] === action);
    shapes.push(
      { kind: "grid", d: `M${axis.left},${Math.round(middle)}H${axis.right}` },
      { kind: "up", d: up },
      { kind: "down", d: down },
    );
    labels.push({ x: axis.left - 7, y: middle + 4, text: name, kind: "ink end" });
  }
  return { shapes, labels, reach };
}
