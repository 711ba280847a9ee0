import type { MetricDef } from "./algo";

/** What every policy gradient logs. There is no curve of its loss: that falls and rises with the returns and says nothing. */
export const policyGradientMetrics: readonly MetricDef[] = [
  {
    id: "return",
    label: "Return per episode",
    unit: "",
    per: "episode",
    scale: "linear",
    threshold: "goal",
  },
  {
    id: "greedy",
    label: "last greedy test",
    unit: "",
    per: "episode",
    scale: "linear",
    with: "return",
  },
  { id: "length", label: "Steps per episode", unit: "steps", per: "episode", scale: "log" },
  { id: "gradientNorm", label: "Length of the policy’s gradient", unit: "", per: "update", scale: "log" },
  { id: "entropy", label: "Entropy of the policy", unit: "nats", per: "update", scale: "linear" },
];

/** Of those with a value network, besides. */
export const valueLossMetric: MetricDef = {
  id: "valueLoss",
  label: "Mean squared error of V",
  unit: "",
  per: "update",
  scale: "log",
};
