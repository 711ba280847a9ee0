import type { SeriesPoints } from "./chart-data";

/**
 * Path of a line through points in pixels; NaN breaks it, and a point alone becomes a dot (round line ends).
 * There are as many points as `x` has: `y` may have grown or shrunk since, with the run.
 */
export function linePath(
  { x, y }: SeriesPoints,
  xOf: (x: number) => number,
  yOf: (y: number) => number,
): string {
  let path = "";
  let run = 0;
  for (let i = 0; i <= x.length; i++) {
    const py = i < Math.min(x.length, y.length) ? yOf(y[i]) : NaN;
    if (Number.isNaN(py)) {
      if (run === 1) path += "h0";
      run = 0;
      continue;
    }
    path += `${run === 0 ? "M" : "L"}${tenths(xOf(x[i]))},${tenths(py)}`;
    run++;
  }
  return path;
}

/** Path of the band between minima and maxima; empty where there are none or they are all the same. */
export function bandPath(
  { x, min, max }: SeriesPoints,
  xOf: (x: number) => number,
  yOf: (y: number) => number,
): string {
  if (!min || !max) return "";
  let path = "";
  let there = "";
  let back = "";
  let wide = false;
  for (let i = 0; i <= x.length; i++) {
    const top = i < x.length ? tenths(yOf(max[i])) : NaN;
    const bottom = i < x.length ? tenths(yOf(min[i])) : NaN;
    if (Number.isNaN(top) || Number.isNaN(bottom)) {
      if (wide) path += `${there}${back}Z`;
      there = back = "";
      wide = false;
      continue;
    }
    const px = tenths(xOf(x[i]));
    there += `${there === "" ? "M" : "L"}${px},${top}`;
    back = `L${px},${bottom}${back}`;
    wide ||= top !== bottom;
  }
  return path;
}

function tenths(x: number): number {
  return Math.round(x * 10) / 10;
}
