import { useMemo } from "react";
import { envSpec } from "../../envs";
import { useLab } from "../store";

/**
 * The mean return from which on the world on screen counts as solved; null where that is not defined, and where it is
 * not `asked`: to know it the world is built.
 */
export function useGoal(asked = true): number | null {
  const env = useLab((lab) => lab.scenario.env);
  return useMemo(
    () => (asked ? (envSpec(env.id)?.create(env.params).goal?.mean ?? null) : null),
    [asked, env],
  );
}
