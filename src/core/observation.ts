import type { Env } from "./env";

/** Numbers of an observation. */
export const inputsOf = ({ obsShape }: Pick<Env, "obsShape">): number =>
  obsShape.reduce((product, side) => product * side, 1);
