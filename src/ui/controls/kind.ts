import type { AlgoSpec } from "../../core/algo";

/** How the page speaks of an algorithm: what it does, and whether it does it with networks. */
export type Kind = AlgoSpec<unknown>["family"] | "network";

export function kindOf(spec: Pick<AlgoSpec<never>, "family" | "network"> | undefined): Kind {
  if (spec?.network) return "network";
  return spec?.family ?? "planning";
}
