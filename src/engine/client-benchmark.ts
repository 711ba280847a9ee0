import { recovery as words } from "../messages/recovery";
import { openWorker } from "./client-open-worker";
import type { BenchmarkCommand, BenchmarkMessage } from "./benchmark-protocol";

export type { BenchmarkMessage, DeviceFigure } from "./benchmark-protocol";

/** Measures this device in a worker of its own. Returns how to cancel it. */
export function benchmark(onMessage: (message: BenchmarkMessage) => void, start = openWorker): () => void {
  const worker = start();
  const end = () => {
    worker.onmessage = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<BenchmarkMessage>) => {
    if (data.type === "done" || data.type === "failed") end();
    onMessage(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end();
    onMessage({ type: "failed", says: event.message || words.benchmarkStopped });
  };
  worker.postMessage({ type: "benchmark" } satisfies BenchmarkCommand);
  return end;
}
