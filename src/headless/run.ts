import { applyUpdates, type MetricSeries } from "../core/metric-series";
import { START, type Scenario } from "../core/scenario";
import type { Ask, BackendName, BackendReport, Frame, Message } from "../engine/protocol";
import { Trainer } from "../engine/trainer";
import { nodeHost } from "./node-host";

/** Points kept of each metric: every sweep, episode or gradient step of runs up to a million of them. */
const METRIC_POINTS = 2 ** 20;

/** How a run went: its last frame and all its metrics. */
export interface Finished {
  frame: Frame;
  metrics: Map<string, MetricSeries>;
  /** From the first step to the last, without loading. */
  wallSeconds: number;
  /** What its networks were computed on. */
  backend: BackendReport | null;
}

/** Runs a scenario to its stop condition or its end with the page's own trainer. Rejects when it cannot run. */
export function runToEnd(scenario: Scenario, forced?: BackendName): Promise<Finished> {
  const metrics = new Map<string, MetricSeries>();
  let backend: BackendReport | null = null;
  let started: number | null = null;
  return new Promise((resolve, reject) => {
    const receive = (message: Message): void => {
      if (message.type === "problem") reject(new Error(message.says));
      if (message.type === "backend") backend = message.report;
      if (message.type !== "frame") return;
      const { frame } = message;
      applyUpdates(metrics, frame.metrics);
      send({ type: "ack" });
      if (frame.status === "running" || frame.status === "seeking") return;
      if (started !== null) {
        trainer.dispose();
        return resolve({ frame, metrics, wallSeconds: (performance.now() - started) / 1000, backend });
      }
      started = performance.now();
      send({ type: "play", granularity: "", rate: Infinity });
    };
    const trainer = new Trainer(nodeHost(receive), { metricPoints: METRIC_POINTS, history: false });
    const send = (ask: Ask): void => void trainer.handle({ ...ask, run: 1 });
    send({ type: "load", scenario, at: START, edit: 0, ...(forced && { backend: forced }) });
  });
}
