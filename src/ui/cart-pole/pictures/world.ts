import { useMemo } from "react";
import type { Dimension } from "../../../core/env";
import { envSpec } from "../../../envs";
import { useLab } from "../../store";

/** What a network sees of the environment on screen, and what it can do there. */
export interface World {
  dimensions: readonly Dimension[];
  actions: readonly string[];
}

/** Stays the same object while the environment's parameters do. */
export function useWorld(): World {
  const env = useLab((lab) => lab.scenario.env);
  return useMemo(() => {
    const spec = envSpec(env.id);
    return { dimensions: spec?.create(env.params).dimensions ?? [], actions: spec?.actionNames ?? [] };
  }, [env]);
}
