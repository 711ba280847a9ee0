import { useMemo, useState } from "react";
import { algoSpec } from "../../algos";
import { optimalityMetrics } from "../../core/optimality";
import { useLab } from "../store";
import { Chart } from "./Chart";
import { Choice } from "./Choice";
import { Enlarge } from "./Enlarge";
import { NotScalable } from "./NotScalable";
import { chartsOf } from "./series";
import styles from "./Charts.module.css";

const SCALING = "scaling";

/** Names that stand in a row where a chart's own is too long; the chart itself has the full one. */
const SHORT: Readonly<Record<string, string>> = {
  "Largest change of V in a sweep": "Change per sweep",
  "Return per episode": "Return",
  "Steps per episode": "Steps",
  "‖Q − Q*‖∞": "Error",
  "States whose greedy action is optimal": "Optimal share",
  "Length of the gradient": "Gradient",
  "Length of the policy’s gradient": "Gradient",
  "max Q(s,·) where the agent is": "max Q",
  "Entropy of the policy": "Entropy",
  "Mean squared error of V": "Error of V",
  "How far the means differ between images": "Spread of means",
};

/** The charts of the run, one at a time; for planning also what the table would cost elsewhere. */
export function Charts() {
  const algo = useLab((lab) => lab.scenario.algo.id);
  const [wanted, setWanted] = useState<string | null>(null);
  const spec = algoSpec(algo);
  const charts = useMemo(() => {
    const own = algoSpec(algo);
    if (!own) return [];
    const hasOptimum = own.family === "learning" && !own.network;
    return chartsOf(hasOptimum ? [...own.metrics, ...optimalityMetrics] : own.metrics);
  }, [algo]);
  const planning = spec?.family === "planning";
  const tabs = [
    ...charts.map(({ id, title }) => ({ id, label: SHORT[title] ?? title })),
    ...(planning ? [{ id: SCALING, label: "Not scalable" }] : []),
  ];
  const shown = tabs.find((tab) => tab.id === wanted)?.id ?? tabs[0]?.id;
  const chart = charts.find(({ id }) => id === shown);
  return (
    <section className={styles.charts} aria-label="Charts">
      <div className={styles.head} data-tool="">
        <Choice label="Chart shown" options={tabs} value={shown} onChange={setWanted} />
        <Enlarge />
      </div>
      {chart && <Chart key={chart.id} chart={chart} />}
      {shown === SCALING && <NotScalable />}
    </section>
  );
}
