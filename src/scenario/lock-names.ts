import { algoSpecs } from "../algos/index";
import { envSpecs } from "../envs/index";

/**
 * What an author can lock besides single parameters, which are named like `algo.gamma` and `env.noise`: everything, all
 * parameters, which algorithm runs, the map with all that is drawn on it, the seed, when the run stops, and pushes.
 */
export const GROUPS = ["all", "parameters", "algo", "editor", "seed", "stop", "push"] as const;
export type LockGroup = (typeof GROUPS)[number];

/** Words for locks that are easier to remember than their names in a scenario. */
const WORDS = new Map<string, LockGroup>([
  ["algorithm", "algo"],
  ["map", "editor"],
]);

/** The locks that a word in an address means: a group, `map`, `algorithm`, or a parameter of whatever has one. */
export function locksNamed(word: string): string[] {
  const group = WORDS.get(word) ?? GROUPS.find((known) => known === word);
  if (group !== undefined) return [group];
  const parts = [
    { part: "algo", specs: Object.values(algoSpecs) },
    { part: "env", specs: Object.values(envSpecs) },
  ] as const;
  return parts.flatMap(({ part, specs }) => {
    const name = word.startsWith(`${part}.`) ? word.slice(part.length + 1) : word;
    const isKnown = specs.some(({ params }: { params: object }) => Object.hasOwn(params, name));
    return isKnown ? [`${part}.${name}`] : [];
  });
}
