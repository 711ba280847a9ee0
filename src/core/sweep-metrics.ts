import type { MetricDef, RunContext } from "./algo";

/** The bound before the first sweep. */
export const NO_BOUND = -1;

/** What every planning algorithm logs once a sweep. */
export const sweepMetrics: readonly MetricDef[] = [
  { id: "residual", label: "Largest change of V in a sweep", unit: "", per: "sweep", scale: "log" },
  { id: "bound", label: "Contraction bound γᵏ", unit: "", per: "sweep", scale: "log", with: "residual" },
];

/**
 * Logs the largest change of V in sweep k and its bound γ^(k−1) × the first sweep's change
 * (Banach: a sweep is a γ-contraction in the maximum norm, synchronous or in place).
 * `bound` is the last sweep's, or NO_BOUND; returns this sweep's.
 */
export function logSweep(
  log: RunContext<unknown>["log"],
  { residual, bound, gamma }: { residual: number; bound: number; gamma: number },
): number {
  const next = bound === NO_BOUND ? residual : bound * gamma;
  log("residual", residual);
  log("bound", next);
  return next;
}
