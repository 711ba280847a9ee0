import { lazy, Suspense } from "react";

export { EquationPanel } from "./EquationPanel";
export { PseudoCode } from "./PseudoCode";

/** The parts that draw, with d3, are a chunk of their own: fetched at once, while the page around them appears. */
const drawing = import("./drawing");
const LazyFigure = lazy(async () => ({ default: (await drawing).FigurePanel }));
const LazyCharts = lazy(async () => ({ default: (await drawing).Charts }));

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
