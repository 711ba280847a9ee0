import { useMemo, useState } from "react";
import { algoSpec } from "../../algos";
import { optimalityMetrics } from "../../core/optimality";
import { charts as words } from "../../messages/charts";
import { useLab } from "../store";
import { Chart } from "./Chart";
import { Choice } from "./Choice";
import { Enlarge } from "./Enlarge";
import { NotScalable } from "./NotScalable";
import { chartsOf } from "./series";
import styles from "./Charts.module.css";

const SCALING = "scaling";

/** Names that stand in a row where a chart's own is too long; the chart itself has the full one. */
const SHORT: Readonly<Record<string, keyof typeof words>> = {
  "Largest change of V in a sweep": "residual",
  "Return per episode": "return",
  "Steps per episode": "length",
  "‖Q − Q*‖∞": "qError",
  "States whose greedy action is optimal": "optimalShare",
  "Length of the gradient": "gradientNorm",
  "Length of the policy’s gradient": "gradientNorm",
  "max Q(s,·) where the agent is": "value",
  "Entropy of the policy": "entropy",
  "Mean squared error of V": "valueLoss",
  "How far the means differ between images": "spread",
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
    ...charts.map(({ id, title }) => ({ id, label: title in SHORT ? words[SHORT[title]] : title })),
    ...(planning ? [{ id: SCALING, label: words.scaling }] : []),
  ];
  const shown = tabs.find((tab) => tab.id === wanted)?.id ?? tabs[0]?.id;
  const chart = charts.find(({ id }) => id === shown);
  return (
    <section className={styles.charts} aria-label={words.name}>
      <div className={styles.head} data-tool="">
        <Choice label={words.which} options={tabs} value={shown} onChange={setWanted} />
        <Enlarge />
      </div>
      {chart && <Chart key={chart.id} chart={chart} />}
      {shown === SCALING && <NotScalable />}
    </section>
  );
}
