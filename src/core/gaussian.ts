import { cos, log, sin } from "./det-math";
import type { Rng } from "./rng";

/** Two independent draws from the standard normal distribution, by two uniform ones (Box & Muller, 1958). */
export function normalPair(rng: Rng): [number, number] {
  const radius = Math.sqrt(-2 * log(1 - rng.uniform())); // 1 − u is never 0
  const angle = 2 * Math.PI * rng.uniform();
  return [radius * cos(angle), radius * sin(angle)];
}
