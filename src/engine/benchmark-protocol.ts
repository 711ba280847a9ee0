import type { UpdateCost } from "../nn/benchmark/measure";
import type { BackendName, BackendReport } from "./protocol";

/** One measured number of a device: updates, sweeps or steps a second; of “acting”, µs. */
export interface DeviceFigure {
  readonly id: string;
  readonly value: number;
}

/** What the measuring worker tells, as it goes. */
export type BenchmarkMessage =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "figure"; readonly figure: DeviceFigure }
  | { readonly type: "backend"; readonly asked: BackendName; readonly report: BackendReport }
  | { readonly type: "cost"; readonly on: BackendName; readonly cost: UpdateCost }
  | { readonly type: "done" }
  | { readonly type: "failed"; readonly says: string };

/** What asks the worker to measure, instead of running an experiment. */
export interface BenchmarkCommand {
  readonly type: "benchmark";
}
