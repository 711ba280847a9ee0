import { anyPlace, type Gaze, type Place } from "../../core/glimpse";
import { normalPair } from "../../core/gaussian";
import type { Rng } from "../../core/rng";

const MIDDLE: Place = { x: 0, y: 0 };

/** Where the eye of every image starts: anywhere, unless the gaze is one that is fixed. */
export function firstPlace(gaze: Gaze, glimpses: number, drawn: Place): Place {
  return gaze === "learned" || gaze === "random" ? drawn : fixedPlace(gaze, 0, glimpses);
}

/** The place of glimpse `t`, from 0, of a gaze that does not depend on the image: the middle, or lines from the top left. */
function fixedPlace(gaze: "centre" | "scan", t: number, glimpses: number): Place {
  if (gaze === "centre") return MIDDLE;
  const columns = Math.ceil(Math.sqrt(glimpses));
  const rows = Math.ceil(glimpses / columns);
  const middleOf = (cell: number, cells: number) => Math.fround((2 * cell + 1) / cells - 1);
  return { x: middleOf(t % columns, columns), y: middleOf(Math.floor(t / columns), rows) };
}

// #region draw
/** A place drawn from the policy N(μ, σ²): what counts in log π, unclamped and rounded to float32. Two draws. */
export function drawAround(mean: Place, sigma: number, rng: Rng): Place {
  const [dx, dy] = normalPair(rng);
  return { x: Math.fround(mean.x + sigma * dx), y: Math.fround(mean.y + sigma * dy) };
}
// #endregion

/** The place of glimpse `t`, from 1: the one drawn from the policy, or what the control says. */
export function nextPlace(gaze: Gaze, t: number, glimpses: number, drawn: Place, rng: Rng): Place {
  if (gaze === "learned") return drawn;
  return gaze === "random" ? anyPlace(rng) : fixedPlace(gaze, t, glimpses);
}
