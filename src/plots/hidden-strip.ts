import type { GlimpsePicture } from "../core/glimpse";
import { glimpsePlots as words } from "../messages/glimpse-plots";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";
import { niceCeiling } from "./colour";
import { drawRasters, paletteImage } from "./glimpse-raster";
import "./hidden-strip.css";
import { formatNumber } from "./number";
import { colourBar } from "./plot-colour-bar";
import { sequentialIndex } from "./plot-colours";
import { PlotFrame, type Plot, type PlotTable } from "./plot-frame";
import { append, boxPath, drawLabels, drawShapes, type Label } from "./plot-parts";
import { charactersIn, LINE, wrapped } from "./plot-text";

const ROOMY = { width: 340, height: 130 };
/** Heights of the legend above the strip and of a row, at most. */
const TOP = 28;
const HIGHEST = 22;
const LEFT = 24;
/** Between the numbers of two rows. */
const LEAST_APART = 12;

/** The hidden state h_t after every glimpse: a row a glimpse, a column a unit. */
export function createHiddenStrip(host: HTMLElement): Plot<GlimpsePicture> {
  let picture: GlimpsePicture | null = null;

  const frame = new PlotFrame(host, "hidden-strip", (size) => draw(size), ROOMY);
  const cells = append(frame.svg, "g", "pixels");
  const shapes = append(frame.svg, "g", "shapes");
  const labels = append(frame.svg, "g", "labels");

  const draw = (size: Size) => {
    const units = unitsOf(picture);
    if (!picture || units === 0) {
      drawRasters(cells, []);
      drawShapes(shapes, []);
      drawLabels(labels, picture ? awaited(size) : []);
      return;
    }
    const { glimpses, planned } = picture;
    const [low, high] = hiddenDomain(picture);
    const { counts } = frame.colours;
    const indices = Array.from({ length: planned * units }, (_, k) => {
      const hidden = glimpses.at(Math.floor(k / units))?.hidden;
      return hidden ? sequentialIndex(hidden[k % units], low, high) : -1;
    });
    const pitch = Math.min(HIGHEST, (size.height - TOP - 4) / planned);
    const [width, height] = [size.width - LEFT - 6, pitch * planned];
    // Where rows are low, only every second is numbered, or third.
    const numbered = Math.ceil(LEAST_APART / pitch);
    const measures = fill(words.hidden, { count: units });
    const bar = colourBar(counts, [formatNumber(low), formatNumber(high)], measures, 6, 16, size.width - 12);
    drawRasters(cells, [{ href: paletteImage(indices, units, counts), x: LEFT, y: TOP, width, height }]);
    drawShapes(shapes, [...bar.shapes, { kind: "frame", d: boxPath(LEFT, TOP, width, height) }]);
    drawLabels(labels, [
      ...bar.labels,
      ...Array.from({ length: Math.floor(planned / numbered) }, (_, i): Label => {
        const row = (i + 1) * numbered;
        return {
          x: LEFT - 6,
          y: TOP + (row - 0.5) * pitch + 4,
          text: String(row),
          kind: row <= glimpses.length ? "number ink end" : "number end",
        };
      }),
    ]);
  };
  const text = () => describeHidden(picture);
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      picture = data;
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => hiddenTable(picture),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

/** In place of the strip, while no glimpse has been taken. */
function awaited(size: Size): Label[] {
  const lines = wrapped(words.hiddenAwaited, charactersIn(size.width - 12));
  return lines.map((text, i) => ({ x: size.width / 2, y: TOP + i * LINE, text, kind: "middle" }));
}

function unitsOf(picture: GlimpsePicture | null): number {
  return picture?.glimpses.at(0)?.hidden.length ?? 0;
}

/** From 0, or from the lowest where units can be negative, to a round number that all values are within. */
export function hiddenDomain({ glimpses }: GlimpsePicture): [number, number] {
  let [low, high] = [0, 0];
  for (const { hidden } of glimpses) {
    for (const value of hidden) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low < 0 ? -niceCeiling(-low) : 0, high > 0 ? niceCeiling(high) : 1];
}

/** How many units are awake after each glimpse. */
export function describeHidden(picture: GlimpsePicture | null): string {
  const units = unitsOf(picture);
  if (!picture || units === 0) return words.noHidden;
  const awake = picture.glimpses.map(({ hidden }, t) => {
    const count = hidden.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
    return fill(words.awake, { count, number: t + 1 });
  });
  return fill(words.hiddenInWords, { count: units, awake: awake.join(", ") });
}

/** A row a unit: there are many units and few glimpses. */
export function hiddenTable(picture: GlimpsePicture | null): PlotTable {
  const glimpses = picture?.glimpses ?? [];
  return {
    columns: [words.unit, ...glimpses.map((_, t) => fill(words.hiddenAfter, { number: t + 1 }))],
    rows: Array.from({ length: unitsOf(picture) }, (_, unit) => [
      unit + 1,
      ...glimpses.map(({ hidden }) => hidden[unit]),
    ]),
  };
}
