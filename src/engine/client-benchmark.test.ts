import { describe, expect, it } from "vitest";
import { benchmark, type BenchmarkMessage } from "./client-benchmark";
import { cartPoleRate, sweepRate, tabularRate } from "./benchmark";

/** A worker that only notes what is done with it. */
class TestWorker {
  onmessage: ((event: { data: BenchmarkMessage }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  posted: unknown[] = [];
  isEnded = false;
  postMessage(message: unknown) {
    this.posted.push(message);
  }
  terminate() {
    this.isEnded = true;
  }
}

function started() {
  const worker = new TestWorker();
  const messages: BenchmarkMessage[] = [];
  const cancel = benchmark(
    (message) => messages.push(message),
    () => worker as unknown as Worker,
  );
  return { worker, messages, cancel };
}

describe("measuring a device", () => {
  it("passes on what the worker tells, and ends it when it is done", () => {
    const { worker, messages } = started();
    expect(worker.posted).toEqual([{ type: "benchmark" }]);
    worker.onmessage?.({ data: { type: "progress", share: 0.5 } });
    expect(worker.isEnded).toBe(false);
    worker.onmessage?.({ data: { type: "done" } });
    expect(worker.isEnded).toBe(true);
    expect(messages.map(({ type }) => type)).toEqual(["progress", "done"]);
  });

  it("tells of a worker that crashed", () => {
    const { worker, messages } = started();
    worker.onerror?.({ message: "out of memory", preventDefault: () => undefined });
    expect(worker.isEnded).toBe(true);
    expect(messages).toEqual([{ type: "failed", says: "out of memory" }]);
  });

  it("is cancelled at once", () => {
    const { worker, cancel } = started();
    cancel();
    expect(worker.isEnded).toBe(true);
    expect(worker.onmessage).toBeNull();
  });

  const now = () => performance.now();

  it("counts what the real algorithms do", async () => {
    for (const { id, value } of [
      await tabularRate(30, now),
      await sweepRate(30, now),
      cartPoleRate(30, now),
    ]) {
      expect(value, id).toBeGreaterThan(0);
      expect(Number.isFinite(value), id).toBe(true);
    }
  });
});
