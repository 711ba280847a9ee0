/** Which numbers of the observation run along x and y. */
export interface Axes {
  x: number;
  y: number;
}

/** The axes a map starts with: the last two numbers, for a cart-pole the pole's angle and how fast it turns. */
export function firstAxes(dimensions: number): Axes {
  return { x: Math.max(0, dimensions - 2), y: Math.max(0, dimensions - 1) };
}

/** Another number along one axis; one that runs along the other axis changes places with it. */
export function withAxis(axes: Axes, along: keyof Axes, dimension: number): Axes {
  const other = along === "x" ? "y" : "x";
  if (axes[other] !== dimension) return { ...axes, [along]: dimension };
  return { x: axes.y, y: axes.x };
}

/** The last of a list of observations of `inputs` numbers each, row after row; null of none. */
export function lastObservation(trail: Float32Array, inputs: number): Float32Array | null {
  return inputs > 0 && trail.length >= inputs ? trail.subarray(trail.length - inputs) : null;
}
