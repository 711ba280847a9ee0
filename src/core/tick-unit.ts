import type { AlgoSpec } from "./algo";

/** The sizes of a step that can be one tick, by their ids. */
const TICKS = ["backup", "step", "update", "glimpse"] as const;

/** What one tick of an algorithm is called, and what it is where the name does not say it all. */
export interface TickUnit {
  one: (typeof TICKS)[number] | "round";
  /** undefined: one step of one environment, or one backup. */
  means?: string;
}

/**
 * Where a tick moves several environments or looks at a whole batch, the clock's steps grow by many of them a tick, so
 * it must not be called a step. Else it is what the transport calls its step of that size.
 */
export function tickUnit(
  spec: Pick<AlgoSpec<never>, "granularities" | "network"> | undefined,
  params: Readonly<Record<string, unknown>>,
): TickUnit {
  const size = spec?.granularities.find(({ until }) => until === "ticks")?.id;
  const one = TICKS.find((name) => name === size) ?? "step";
  if (one === "glimpse") return { one, means: "one glimpse of every image of the batch" };
  const environments = spec?.network?.environments;
  if (environments === undefined || Number(params[environments]) === 1) return { one };
  return { one: "round", means: "one step of every environment at once" };
}
