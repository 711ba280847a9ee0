import type { BackendName } from "./protocol";
import type { BenchmarkMessage } from "./benchmark-protocol";

/*
 * What the worker does instead of an experiment when it is asked to measure this device: once, reporting as it goes; then
 * it is ended. Backends one after the other: tfjs has one open at a time.
 */
const SECONDS = 1;
const BACKENDS: readonly BackendName[] = ["wasm", "webgpu"];

/** Measures every network on each backend, and what needs none. Says at the end that it is done, or why not. */
export async function measureDevice(
  post: (message: BenchmarkMessage) => void,
  now: () => number,
): Promise<void> {
  try {
    await measure(post, now);
    post({ type: "done" });
  } catch (error) {
    post({ type: "failed", says: error instanceof Error ? error.message : String(error) });
  }
}

async function measure(post: (message: BenchmarkMessage) => void, now: () => number): Promise<void> {
  const [
    { tabularRate, sweepRate, cartPoleRate },
    { openBackend, reportOf },
    { CASES },
    measuring,
    { wasmFiles },
  ] = await Promise.all([
    import("./benchmark"),
    import("../nn/backend"),
    import("../nn/benchmark/cases"),
    import("../nn/benchmark/measure"),
    import("../nn/wasm-files"),
  ]);
  const steps = 4 + BACKENDS.length * CASES.length;
  let step = 0;
  const next = () => post({ type: "progress", share: ++step / steps });

  post({ type: "figure", figure: await tabularRate(1000 * SECONDS, now) });
  next();
  post({ type: "figure", figure: await sweepRate(1000 * SECONDS, now) });
  next();
  post({ type: "figure", figure: cartPoleRate(1000 * SECONDS, now) });
  next();
  post({ type: "figure", figure: { id: "acting", value: (await measuring.actingCost(SECONDS / 2)).median } });
  next();
  for (const name of BACKENDS) {
    const backend = await openBackend({ gpu: navigator.gpu, forced: name, wasmFiles });
    post({ type: "backend", asked: name, report: reportOf(backend) });
    for (const each of CASES) {
      // What the ladder fell back to has been measured already.
      if (backend.name === name)
        post({ type: "cost", on: name, cost: await measuring.updateCost(backend, each, SECONDS) });
      next();
    }
    backend.dispose();
  }
}
