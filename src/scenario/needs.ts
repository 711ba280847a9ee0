import type { AlgoSpec, Capability } from "../core/algo";
import type { Env } from "../core/env";

/** Of an environment all that its capabilities are told by. */
type Offered = Pick<Env, "dimensions" | "tabular" | "model" | "glimpse">;

/** What a capability is called in “it needs …”. */
export const NEEDS: Readonly<Record<Capability, string>> = {
  tabular: "an environment whose states are numbered",
  model: "an environment whose model P(s′, r | s, a) is known",
  vector: "an environment whose observations a network can read",
  glimpse: "an environment with images and an eye that can be moved",
};

/** The first thing that an algorithm needs and the environment does not have; undefined where it can run there. */
export function unmetNeed({ needs }: Pick<AlgoSpec<never>, "needs">, env: Offered): Capability | undefined {
  return needs.find((need) => !offers(env, need));
}

/** Asks without building the model, which is slow for a large map. */
function offers(env: Offered, need: Capability): boolean {
  if (need === "vector") return env.dimensions !== undefined;
  if (need === "glimpse") return env.glimpse !== undefined;
  return need === "model" ? "model" in env : env.tabular !== undefined;
}
