import type { Dimension } from "../core/env";
import type { ValueMap } from "../core/sight";

/** What a picture of value and policy is of. */
export interface MapRequest {
  readonly dimensions: readonly Dimension[];
  /** Which numbers of the observation run along x and y. */
  readonly x: number;
  readonly y: number;
  /** Cells along each side. */
  readonly side: number;
  /** The observation whose other numbers are held. */
  readonly at: Float32Array;
}

/** What an algorithm says of one observation; `value` and `probability` must be null for all or for none. */
export interface Evaluation {
  readonly value: number | null;
  readonly action: number;
  readonly probability: number | null;
}

/** Evaluates the centre of every cell over the ranges of two dimensions. The observation is overwritten by the next. */
export function valueMap(
  { dimensions, x, y, side, at }: MapRequest,
  evaluate: (observation: Float32Array) => Evaluation,
): ValueMap {
  const cells = side * side;
  const values = new Float32Array(cells);
  const actions = new Uint8Array(cells);
  const probabilities = new Float32Array(cells);
  let valued = true;
  let probable = true;
  const xRange = dimensions[x].range;
  const yRange = dimensions[y].range;
  const observation = at.slice();
  for (let cell = 0; cell < cells; cell++) {
    observation[x] = centre(xRange, cell % side, side);
    observation[y] = centre(yRange, Math.floor(cell / side), side);
    const { value, action, probability } = evaluate(observation);
    if (value === null) valued = false;
    else values[cell] = value;
    if (probability === null) probable = false;
    else probabilities[cell] = probability;
    actions[cell] = action;
  }
  return {
    x,
    y,
    xRange,
    yRange,
    side,
    at: Array.from(at),
    values: valued ? values : null,
    actions,
    probabilities: probable ? probabilities : null,
  };
}

function centre([low, high]: readonly [number, number], index: number, count: number): number {
  return low + ((index + 0.5) / count) * (high - low);
}
