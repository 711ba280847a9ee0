import type { EnvSpec } from "../core/env";
import { cartPole } from "./cart-pole/env";
import { glimpse } from "./glimpse/env";
import { gridWorld } from "./grid-world/env";

/** Every environment, by id. A new one is one folder and one line here. */
export const envSpecs = {
  "grid-world": gridWorld,
  "cart-pole": cartPole,
  glimpse,
} satisfies Record<string, unknown>;

export type EnvId = keyof typeof envSpecs;

/** The entry of `id`, with its parameters' names erased; undefined if there is none. */
export function envSpec(id: string): EnvSpec<Record<string, unknown>> | undefined {
  return Object.hasOwn(envSpecs, id)
    ? (envSpecs[id as EnvId] as unknown as EnvSpec<Record<string, unknown>>)
    : undefined;
}
