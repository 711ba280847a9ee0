import type { Evaluation, Mistake } from "../core/glimpse";
import { glimpseTestPlots as words } from "../messages/glimpse-test-plots";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";
import { galleryLayout } from "./glimpse-gallery-layout";
import { pathMarks } from "./glimpse-marks";
import { drawRasters, greyImage } from "./glimpse-raster";
import "./glimpse.css";
import { placeText } from "./glimpse-words";
import { PlotFrame, type Plot } from "./plot-frame";
import { append, boxPath, drawLabels, drawShapes, type Label } from "./plot-parts";
import { CHARACTER, LINE } from "./plot-text";

export type Mistakes = Pick<Evaluation, "mistakes" | "wrong" | "size">;

const ROOMY = { width: 640, height: 340 };
/** Narrower images would have no room for “answered 9”. */
const LEAST = CHARACTER * 10 - 2;
const TOP = 26;

/** Images that were answered wrongly, each with the way the eye went. */
export function createMistakes(host: HTMLElement): Plot<Mistakes> {
  let test: Mistakes | null = null;

  const frame = new PlotFrame(host, "glimpse", (size) => draw(size), ROOMY);
  const pixels = append(frame.svg, "g", "pixels");
  const shapes = append(frame.svg, "g", "shapes");
  const labels = append(frame.svg, "g", "labels");

  const draw = (size: Size) => {
    const { mistakes, size: side } = test ?? NONE;
    const gallery = galleryLayout(mistakes.length, size, TOP, LEAST, 2);
    const shown = mistakes.slice(0, gallery.shown);
    const boxes = shown.map((_, i) => {
      const { x, y } = gallery.cornerOf(i);
      return { left: x, top: y, side: gallery.side, pixels: side };
    });
    drawRasters(
      pixels,
      shown.map((mistake, i) => ({
        href: greyImage(mistake.pixels, side),
        x: boxes[i].left,
        y: boxes[i].top,
        width: gallery.side,
        height: gallery.side,
      })),
    );
    drawShapes(
      shapes,
      shown.flatMap(({ places }, i) => [
        { kind: "frame", d: boxPath(boxes[i].left, boxes[i].top, gallery.side, gallery.side) },
        ...pathMarks(boxes[i], places, 2),
      ]),
    );
    drawLabels(labels, [
      { x: 6, y: 17, text: titleOf(test, shown.length), kind: "title" },
      ...shown.flatMap(({ label, answer }, i): Label[] => {
        const [x, y] = [boxes[i].left + gallery.side / 2, boxes[i].top + gallery.side + 14];
        return [
          { x, y, text: fill(words.isLabel, { label }), kind: "ink middle" },
          { x, y: y + LINE, text: fill(words.answered, { answer }), kind: "ink middle" },
        ];
      }),
    ]);
  };
  const text = () => describeMistakes(test);
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      test = data;
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => ({
      columns: [words.isColumn, words.answerColumn, words.placesColumn],
      rows: (test?.mistakes ?? []).map(({ label, answer, places }) => [
        label,
        answer,
        places.map(placeText).join("; "),
      ]),
    }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

const NONE: Mistakes = { mistakes: [], wrong: 0, size: 1 };

function mistakeText({ label, answer }: Mistake): string {
  return fill(words.mistake, { label, answer });
}

function titleOf(test: Mistakes | null, shown: number): string {
  if (!test) return words.noMistakes;
  if (test.wrong === 0) return words.noMistake;
  const text = shown < test.wrong ? words.firstMistakes : words.allMistakes;
  return fill(text, { shown, count: test.wrong });
}

/** The gallery in words. */
export function describeMistakes(test: Mistakes | null): string {
  if (!test || test.wrong === 0) return fill(words.mistakesSentence, { title: titleOf(test, 0) });
  const title = titleOf(test, test.mistakes.length);
  return fill(words.mistakesList, { title, mistakes: test.mistakes.map(mistakeText).join("; ") });
}
