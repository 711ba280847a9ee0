import type { Scenario } from "../../core/scenario";
import type { MetricSeries } from "../../core/metric-series";
import { outcome as words } from "../../messages/outcome";
import { fill } from "../../messages/section";
import { numberText } from "./number-text";
import type { RunState } from "../store";

/**
 * What there is to say when a run rests after a sweep that changed next to nothing: the run ends only when it
 * looks at that, one line further on. Empty otherwise. `residual`: the largest change of each sweep.
 */
export function sweepRemark(
  params: Scenario["algo"]["params"],
  { status, outcome, clock }: Pick<RunState, "status" | "outcome" | "clock">,
  residual: MetricSeries | undefined,
): string {
  const { theta } = params;
  if (status !== "paused" || outcome || typeof theta !== "number" || !clock || !residual) return "";
  const { stride, mean } = residual;
  if (stride !== 1 || mean.length !== clock.sweeps || !(mean[mean.length - 1] <= theta)) return "";
  return fill(words.nothingChanged, { theta: numberText(theta) });
}
