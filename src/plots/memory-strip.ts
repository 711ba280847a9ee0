import type { MemoryPicture } from "../core/sight";
import { memoryStrip as words } from "../messages/memory-strip";
import { plots } from "../messages/plots";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";
import { cellShapes, headShapes, markShapes, paintField } from "./memory-strip-cells";
import { correlationParts } from "./memory-strip-correlation";
import { newestOnly, type ShownMemory } from "./memory-strip-newest";
import { cornerOf, nearestMark, placesPerPiece, stripLayout } from "./memory-strip-layout";
import {
  describeMemory,
  fieldTitle,
  memoryTitle,
  placesText,
  transitionText,
  type MemoryField,
} from "./memory-strip-words";
import "./memory-strip.css";
import { colourBar } from "./plot-colour-bar";
import { PlotFrame, type Plot } from "./plot-frame";
import { append, drawLabels, drawShapes, type Label } from "./plot-parts";
import { Picker } from "./plot-picker";
import { charactersIn, LINE, plainTex, wrapped } from "./plot-text";

export type { MemoryField } from "./memory-strip-words";

export interface MemoryStripOptions {
  actions: readonly string[];
  /** KaTeX symbols of the numbers of the observation. */
  symbols: readonly string[];
  /** Whether minibatches are drawn from the memory; else the strip shows only what is learned from. */
  replay: boolean;
  /** One of the transitions that the minibatch drew was picked: its index in the batch. */
  onPick?: (index: number) => void;
}

/** A live picture of a replay memory. */
export interface MemoryStrip extends Plot<MemoryPicture> {
  /** What the colours show; first the age. */
  show(field: MemoryField): void;
  /** Marks a transition of the batch as picked, without `onPick`; −1 for none. */
  pick(index: number): void;
}

/** Wider pictures have the correlations beside the strip, others under it; low ones sooner. */
const WIDE = 560;
const NARROW = 420;
const SIDE = 190;
/** Higher ones have what is picked beside the strip too. */
const TALL = 300;
/** Characters of a long line about a transition. */
const READING = 100;
/** How far from a mark a pointer picks it. */
const REACH = 24;

/** Creates the picture. Pointer, or arrow keys while it has the focus, pick one of the transitions that were drawn. */
export function createMemoryStrip(host: HTMLElement, options: MemoryStripOptions): MemoryStrip {
  let memory: ShownMemory | null = null;
  let field: MemoryField = "age";
  let picked = -1;
  let marks: { x: number; y: number }[] = [];

  const frame = new PlotFrame(host, "memory-strip", (size) => draw(size));
  const cells = append(frame.svg, "g", "cells");
  const overlays = append(frame.svg, "g", "overlays");
  const labels = append(frame.svg, "g", "labels");
  const choose = (index: number) => {
    picked = index;
    frame.redraw();
    options.onPick?.(index);
  };
  const picker = new Picker(words.pick, choose);
  frame.root.append(picker.node);
  picker.node.addEventListener("click", (event) => {
    const index = nearestMark(marks, frame.locate(event), REACH);
    if (index >= 0) choose(index);
  });
  const pickedText = () =>
    memory?.batch[picked] ? transitionText(memory, picked, options.actions, options.symbols) : "";

  const draw = (size: Size) => {
    picker.tell(memory?.batch.length ?? 0, picked, pickedText());
    if (!memory) {
      for (const group of [cells, overlays]) drawShapes(group, []);
      drawLabels(labels, [
        { x: 8, y: 17, text: words.name, kind: "title" },
        { x: size.width / 2, y: size.height / 2, text: plots.nothing, kind: "middle" },
      ]);
      marks = [];
      return;
    }
    const isWide = size.width >= (size.height < TALL ? NARROW : WIDE);
    const right = size.width - 14;
    const stripRight = isWide ? right - SIDE : right;
    const isBeside = isWide && size.height >= TALL;
    const most = charactersIn(isBeside ? SIDE - 16 : right - 8);
    const howToRead = memory.isNewest ? words.allPicked : words.dots;
    const reads = wrapped(pickedText() || howToRead, most);
    const reserved = Math.max(reads.length, isBeside ? 0 : Math.ceil(READING / most));
    const paint = paintField(memory, field, frame.colours);
    const bar = colourBar(paint.palette, paint.ends, fieldTitle(field), 8, 17 + LINE + 4, right - 8);
    const top = 17 + LINE + 4 + 24;
    const foot = size.height - 8 - (reserved - 1) * LINE;
    const under = isWide ? 0 : 2 * 22 + LINE + 24;
    const bottom = (isBeside ? size.height - 4 : foot - LINE) - under - LINE;
    const strip = stripLayout(memory.ages.length, 10, top, stripRight - 18, bottom - top);
    drawShapes(cells, cellShapes(paint, strip));
    const perPiece = placesPerPiece(memory.ages.length, memory.capacity);
    marks = memory.batch.map(({ place }) => {
      const corner = cornerOf(strip, Math.floor(place / perPiece));
      return { x: corner.x + strip.cellWidth / 2, y: corner.y + strip.cellHeight / 2 };
    });
    const head = Math.min(memory.head / perPiece, Math.max(0, memory.ages.length - 1e-6));
    const correlation = correlationParts(
      memory,
      isWide ? stripRight + 16 : 8,
      isWide ? top + 6 : bottom + LINE + 18,
      isWide ? SIDE - 16 : right - 8,
      isWide,
    );
    const readingAt = (i: number, text: string): Label =>
      isBeside
        ? { x: stripRight + 16, y: correlation.bottom + 28 + i * LINE, text, kind: "ink" }
        : { x: 8, y: foot + i * LINE, text, kind: "ink" };
    drawShapes(overlays, [
      ...bar.shapes,
      ...markShapes(marks, picked, strip),
      ...(memory.isNewest ? [] : headShapes(strip, head)),
      ...correlation.shapes,
    ]);
    const end = cornerOf(strip, strip.columns * strip.rows - strip.columns);
    drawLabels(labels, [
      { x: 8, y: 17, text: memoryTitle(memory), kind: "title" },
      ...bar.labels,
      {
        x: 8,
        y: end.y + strip.cellHeight + LINE,
        text: placesText(memory),
        kind: "",
      },
      ...correlation.labels,
      ...reads.map((text, i) => readingAt(i, text)),
    ]);
  };
  const text = () => (memory ? describeMemory(memory) : fill(plots.nothingOf, { title: words.name }));
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      memory = data && !options.replay ? newestOnly(data) : data;
      picked = Math.min(picked, (data?.batch.length ?? 0) - 1);
      frame.redraw();
    },
    show(next) {
      field = next;
      frame.redraw();
    },
    pick(index) {
      picked = index;
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => ({
      columns: [
        words.drawnColumn,
        words.placeColumn,
        words.ageColumn,
        words.actionColumn,
        words.rewardColumn,
        words.endedColumn,
        ...options.symbols.map(plainTex),
      ],
      rows: (memory?.batch ?? []).map(({ place, age, action, reward, terminated, observation }, i) => [
        i + 1,
        place,
        age,
        options.actions[action] ?? action,
        reward,
        terminated ? words.yes : words.no,
        ...observation,
      ]),
    }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}
