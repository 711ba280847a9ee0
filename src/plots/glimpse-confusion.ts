import { glimpseTestPlots as words } from "../messages/glimpse-test-plots";
import type { Size } from "./chart-layout";
import { countIndex } from "./colour";
import {
  cellMove,
  cellText,
  CLASSES,
  confusionTable,
  describeConfusion,
  type Confusion,
} from "./glimpse-confusion-words";
import "./glimpse-confusion.css";
import { PlotFrame, type Plot } from "./plot-frame";
import { append, boxPath, drawLabels, drawShapes, tenth, type Label, type Shape } from "./plot-parts";
import { Picker } from "./plot-picker";
import { charactersIn, formatCount, LINE } from "./plot-text";

const ROOMY = { width: 600, height: 360 };
const LEFT = 34;
const TOP = 40;
/** Below: the cell that is picked, in words. */
const BELOW = 8 + LINE;
/** Wider cells would only spread the numbers. */
const WIDEST = 60;

/** How often each digit was answered what. Pointer, or arrow keys while it has the focus, pick a cell to read. */
export function createConfusion(host: HTMLElement): Plot<Confusion> {
  let matrix: Confusion | null = null;
  let picked = -1;
  let cell = { width: 1, height: 1 };

  const frame = new PlotFrame(host, "confusion", (size) => draw(size), ROOMY);
  const shapes = append(frame.svg, "g", "shapes");
  const labels = append(frame.svg, "g", "labels");
  const choose = (k: number) => {
    if (k === picked) return;
    picked = k;
    frame.redraw();
  };
  const picker = new Picker(words.pick, choose, cellMove);
  frame.root.append(picker.node);
  for (const kind of ["pointermove", "pointerdown"] as const) {
    picker.node.addEventListener(kind, (event) => {
      const { x, y } = frame.locate(event);
      const [row, column] = [Math.floor((y - TOP) / cell.height), Math.floor((x - LEFT) / cell.width)];
      const isInside = row >= 0 && row < CLASSES && column >= 0 && column < CLASSES;
      if (isInside) choose(row * CLASSES + column);
    });
  }

  const draw = (size: Size) => {
    picker.tell(
      matrix ? CLASSES * CLASSES : 0,
      picked,
      matrix && picked >= 0 ? cellText(matrix, picked) : "",
    );
    if (!matrix) {
      drawShapes(shapes, []);
      drawLabels(labels, []);
      return;
    }
    cell = {
      width: Math.min(WIDEST, (size.width - LEFT - 8) / CLASSES),
      height: (size.height - TOP - BELOW) / CLASSES,
    };
    const { confusion } = matrix;
    const most = confusion.reduce((high, count, k) => (isRight(k) ? high : Math.max(high, count)), 0);
    const { counts } = frame.colours;
    const paintOf = (k: number) => counts[countIndex(confusion[k], most)];
    const cells = Array.from(confusion, (count, k): Shape => {
      const d = boxPath(...cornerOf(k, cell), cell.width - 1, cell.height - 1);
      if (isRight(k)) return { kind: "cell is-right", d };
      return count === 0 ? { kind: "cell is-none", d } : { kind: "cell", d, fill: paintOf(k).fill };
    });
    const numbers = Array.from(confusion, (count, k): Label => {
      const [x, y] = cornerOf(k, cell);
      const onData = paintOf(k).text === "#ffffff" ? "count on-dark" : "count";
      return {
        x: x + cell.width / 2,
        y: y + cell.height / 2 + 4,
        text: count === 0 ? "" : formatCount(count),
        kind: `number middle ${isRight(k) ? "strong" : onData}`,
      };
    });
    const ring =
      picked < 0 ? "" : boxPath(...cornerOf(picked, cell), tenth(cell.width - 1), tenth(cell.height - 1));
    drawShapes(shapes, [...cells, { kind: "picked under", d: ring }, { kind: "picked", d: ring }]);
    drawLabels(labels, [...namesOf(cell), ...numbers, ...reading(matrix, picked, size)]);
  };
  const text = () => describeConfusion(matrix);
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      matrix = data;
      picked = -1;
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => confusionTable(matrix),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

const isRight = (k: number) => Math.floor(k / CLASSES) === k % CLASSES;

function cornerOf(k: number, { width, height }: Size): [x: number, y: number] {
  return [LEFT + (k % CLASSES) * width, TOP + Math.floor(k / CLASSES) * height];
}

/** The digits along both sides, and which side is which. */
function namesOf({ width, height }: Size): Label[] {
  const digits = Array.from({ length: CLASSES }, (_, digit) => digit);
  return [
    { x: LEFT, y: 16, text: words.answeredAcross, kind: "ink" },
    { x: 6, y: TOP - 8, text: words.isDown, kind: "ink" },
    ...digits.flatMap((digit): Label[] => [
      { x: LEFT + (digit + 0.5) * width, y: TOP - 8, text: String(digit), kind: "number strong middle" },
      {
        x: LEFT - 12,
        y: TOP + (digit + 0.5) * height + 4,
        text: String(digit),
        kind: "number strong middle",
      },
    ]),
  ];
}

function reading(matrix: Confusion, picked: number, { width, height }: Size): Label[] {
  const fits = words.howToRead.length <= charactersIn(width - LEFT);
  const hint = fits ? words.howToRead : words.howToReadShort;
  const text = picked < 0 ? hint : cellText(matrix, picked);
  return [{ x: LEFT, y: height - 6, text, kind: picked < 0 ? "" : "ink" }];
}
