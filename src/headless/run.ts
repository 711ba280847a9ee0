import { applyUpdates, type MetricSeries } from "../core/metric-series";
import type { Evaluation, Gaze } from "../core/glimpse";
import type { Look } from "../core/network-run";
import { START, type Scenario } from "../core/scenario";
import type { Ask, BackendName, BackendReport, Frame, Message } from "../engine/protocol";
import { Trainer } from "../engine/trainer";
import { wholeTicksOf } from "../engine/whole-ticks";
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
  /** The test on held-out images, where one was asked for. */
  evaluation: Evaluation | null;
}

/** What is wanted of a run besides running it. */
export interface Wanted {
  /** The backend that networks must be computed on. */
  forced?: BackendName | undefined;
  /** Pictures that the last frame is to have. */
  look?: Look | undefined;
  /** Test the network at the end, and on how many held-out images. */
  evaluate?: { readonly count: number; readonly gaze: Gaze } | undefined;
  /** The size of its steps, where it is not to be as fast as possible. */
  granularity?: string | undefined;
  /** Do not run it: only the beginning is wanted. */
  stay?: boolean;
}

/** Runs a scenario to its stop condition or its end with the page's own trainer. Rejects when it cannot run. */
export function runToEnd(scenario: Scenario, wanted: Wanted = {}): Promise<Finished> {
  const { forced, look, evaluate, granularity = wholeTicksOf(scenario.algo.id), stay = false } = wanted;
  const metrics = new Map<string, MetricSeries>();
  let backend: BackendReport | null = null;
  let evaluation: Evaluation | null = null;
  let started: number | null = null;
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const receive = (message: Message): void => {
      if (message.type === "problem") reject(new Error(message.says));
      if (message.type === "backend") backend = message.report;
      if (message.type === "evaluation") evaluation = message.evaluation;
      if (message.type !== "frame") return;
      const { frame } = message;
      applyUpdates(metrics, frame.metrics);
      send({ type: "ack" });
      if (frame.status !== "paused" && frame.status !== "finished") return;
      if (started !== null || stay) {
        if (evaluate && !evaluation) return send({ type: "evaluate", ...evaluate });
        if (look && !frame.sight) return send({ type: "look", look }); // answered by one more frame
        trainer.dispose();
        return resolve({
          frame,
          metrics,
          wallSeconds: (performance.now() - (started ?? begun)) / 1000,
          backend,
          evaluation,
        });
      }
      started = performance.now();
      send({ type: "play", granularity, rate: Infinity });
    };
    const trainer = new Trainer(nodeHost(receive), { metricPoints: METRIC_POINTS, history: false });
    const send = (ask: Ask): void => void trainer.handle({ ...ask, run: 1 });
    send({ type: "load", scenario, at: START, edit: 0, ...(forced && { backend: forced }) });
  });
}
