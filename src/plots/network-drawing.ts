import type { NetworkPicture } from "../core/sight";
import { networkDrawing as words } from "../messages/network-drawing";
import { plots } from "../messages/plots";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";
import { networkEdges } from "./network-drawing-edges";
import { headingOf, networkColumns, strideOf } from "./network-drawing-layout";
import { layerExtents, networkKey, sideLabels, unitShapes, widthBeside } from "./network-drawing-parts";
import { bestOutput, describeNetwork, networkTable, omissions } from "./network-drawing-words";
import "./network-drawing.css";
import { PlotFrame, type Plot } from "./plot-frame";
import { KEY_ROW } from "./plot-key";
import { append, drawLabels, drawShapes, type Label } from "./plot-parts";
import { charactersIn, LINE, wrapped } from "./plot-text";

/** Narrower drawings write the number of an input or output under its name. */
const WIDE = 460;

/** A network with its weights, and what flows through it in the present state; for up to four updates a second. */
export function createNetworkDrawing(host: HTMLElement, actions: readonly string[]): Plot<NetworkPicture> {
  let picture: NetworkPicture | null = null;
  /** Of the colours of each layer's activations. */
  let extents: number[] = [];

  const frame = new PlotFrame(host, "network-drawing", (size) => draw(size));
  const lines = append(frame.svg, "g", "edges");
  const units = append(frame.svg, "g", "units");
  const labels = append(frame.svg, "g", "labels");

  const draw = (size: Size) => {
    if (!picture) {
      for (const group of [lines, units]) drawShapes(group, []);
      const text = plots.nothing;
      drawLabels(labels, [{ x: size.width / 2, y: size.height / 2, text, kind: "middle" }]);
      return;
    }
    const { sizes, inputs, outputs, activations, weights, title } = picture;
    const last = sizes.length - 1;
    const isWide = size.width >= WIDE;
    const omitted = omissions(sizes);
    const notes = omitted ? wrapped(omitted, charactersIn(size.width - 16)) : [];
    const left = 16 + widthBeside(inputs, isWide);
    const right = 16 + widthBeside(outputs, isWide);
    const headings = sizes.some((count) => strideOf(count) > 1) ? 2 : 1;
    const top = 17 + 8 + LINE * headings + 8;
    const notesTop = size.height - 8 - LINE * notes.length;
    const bottom = notesTop - networkKey(picture, size.width - 8, 8.88).height - 6;
    const columns = networkColumns(
      sizes,
      { left, top },
      { width: Math.max(40, size.width - left - right), height: Math.max(20, bottom - top) },
    );
    const { paths, strongest } = networkEdges(sizes, weights, columns);
    drawShapes(
      lines,
      paths.map(({ sign, level, d }) => ({
        kind: `edge level-${level} ${sign > 0 ? "positive" : "negative"}`,
        d,
      })),
    );
    const best = bestOutput(picture);
    const keyParts = networkKey(picture, size.width - 8, strongest).at(bottom + 6 + KEY_ROW / 2);
    drawShapes(units, [
      ...unitShapes(columns, activations, extents, best, frame.colours.diverging),
      ...keyParts.shapes,
    ]);
    drawLabels(labels, [
      { x: 8, y: 17, text: title, kind: "title" },
      ...columns.flatMap(({ x }, l) =>
        headingOf(sizes, l).map((text, i): Label => {
          const y = 17 + 8 + LINE * (i + 1);
          if (l === 0) return { x: 8, y, text, kind: "" };
          return l === last ? { x: size.width - 8, y, text, kind: "end" } : { x, y, text, kind: "middle" };
        }),
      ),
      ...sideLabels(inputs, activations[0], columns[0], "left", isWide, -1),
      ...sideLabels(outputs, activations[last], columns[last], "right", isWide, best),
      ...keyParts.labels,
      ...notes.map((text, i): Label => ({ x: 8, y: notesTop + LINE * (i + 1) - 2, text, kind: "" })),
    ]);
  };
  const text = () => (picture ? describeNetwork(picture) : fill(plots.nothingOf, { title: words.name }));
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      picture = data && named(data, actions);
      extents = data ? layerExtents(extents, data.activations) : [];
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => (picture ? networkTable(picture) : { columns: [], rows: [] }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

/** With the outputs called by the actions, where there is one for each. */
function named(picture: NetworkPicture, actions: readonly string[]): NetworkPicture {
  return actions.length > 1 && actions.length === picture.outputs.length
    ? { ...picture, outputs: actions }
    : picture;
}
