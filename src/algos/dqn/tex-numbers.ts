import { number } from "../../core/equations";

/** At most this many numbers of an observation are written out. */
const WRITTEN = 6;

export function listed(values: readonly number[]): string {
  return values.map(number).join(",\\;");
}

/** Numbers as a vector: of a long one the first. */
export function vector(values: ArrayLike<number>): string {
  const all = Array.from(values, number);
  const written = all.length > WRITTEN ? [...all.slice(0, WRITTEN), "\\dots"] : all;
  return `(${written.join(",\\,")})`;
}
