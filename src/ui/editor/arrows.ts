import type { Arrows } from "../../algos/policy-evaluation/arrows";

/**
 * Adds an action to a state's arrows or takes it away. A state that is not edited acts at random, so its first
 * arrow stands alone, and without its last one it acts at random again.
 */
export function toggleArrow(arrows: Arrows, state: number, action: number): Arrows {
  const before = arrows[state] ?? [];
  const after = before.includes(action)
    ? before.filter((other) => other !== action)
    : [...before, action].toSorted((a, b) => a - b);
  const { [String(state)]: _old, ...others } = arrows;
  return after.length > 0 ? { ...others, [String(state)]: after } : others;
}
