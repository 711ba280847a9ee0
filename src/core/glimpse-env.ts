import type { Env } from "./env";
import type { GlimpseAction, GlimpseFacts, GlimpseState } from "./glimpse";

export type GlimpseEnv = Env<GlimpseState, GlimpseAction> & { readonly glimpse: GlimpseFacts };

/** The environment as one with an eye. Throws if it has none: the registry checks `needs` before a start. */
export function glimpseEnvOf(env: Env): GlimpseEnv {
  if (!env.glimpse) throw new Error("This algorithm needs an environment with an eye that can be moved.");
  return env as unknown as GlimpseEnv;
}
