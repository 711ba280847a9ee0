import { lazy, Suspense, type ComponentType } from "react";

export { EquationPanel } from "./EquationPanel";
export { PseudoCode } from "./PseudoCode";

/** The parts that draw, with d3, are a chunk of their own: fetched at once, while the page around them appears. */
const drawing = import("./drawing");

function drawn(pick: (parts: Awaited<typeof drawing>) => ComponentType) {
  return lazy<ComponentType>(() =>
    drawing.then(
      (parts) => ({ default: pick(parts) }),
      () => ({ default: NotLoaded }),
    ),
  );
}

const LazyFigure = drawn((parts) => parts.FigurePanel);
const LazyCharts = drawn((parts) => parts.Charts);

function NotLoaded() {
  return <p>This part of the page could not be loaded. Check the connection and reload the page.</p>;
}

export function FigurePanel() {
  return (
    <Suspense fallback={<div />}>
      <LazyFigure />
    </Suspense>
  );
}

export function Charts() {
  return (
    <Suspense>
      <LazyCharts />
    </Suspense>
  );
}
