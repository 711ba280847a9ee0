import { applyUpdates, type MetricSeries } from "../core/metric-series";
import { START, type Scenario } from "../core/scenario";
import type { Frame, Message } from "../engine/protocol";
import { Trainer } from "../engine/trainer";

/** Points kept of each metric: every sweep or episode of runs up to a million of them. */
const METRIC_POINTS = 2 ** 20;

/** How a run went: its last frame and all its metrics. */
export interface Finished {
  frame: Frame;
  metrics: Map<string, MetricSeries>;
}

/** Runs a scenario to its stop condition or its end with the page's own trainer. Rejects when it cannot run. */
export function runToEnd(scenario: Scenario): Promise<Finished> {
  const metrics = new Map<string, MetricSeries>();
  return new Promise((resolve, reject) => {
    let started = false;
    const receive = (message: Message): void => {
      if (message.type === "problem") reject(new Error(message.says));
      if (message.type !== "frame") return;
      const { frame } = message;
      applyUpdates(metrics, frame.metrics);
      send({ type: "ack" });
      if (frame.status === "running" || frame.status === "seeking") return;
      if (started) return resolve({ frame, metrics });
      started = true;
      send({ type: "play", granularity: "", rate: Infinity });
    };
    const trainer = new Trainer(
      {
        post: (message) => setImmediate(receive, message),
        now: () => performance.now(),
        yieldToLoop: (ms) =>
          new Promise((go) => {
            if (ms > 0) setTimeout(go, ms);
            else setImmediate(go);
          }),
      },
      { metricPoints: METRIC_POINTS, history: false },
    );
    type Ask = Parameters<Trainer["handle"]>[0];
    const send = (command: { type: "ack" } | { type: "play"; granularity: string; rate: number }): void =>
      void trainer.handle({ ...command, run: 1 } satisfies Ask);
    void trainer.handle({ run: 1, type: "load", scenario, at: START, edit: 0 });
  });
}
