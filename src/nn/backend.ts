import { engine, enableProdMode } from "@tensorflow/tfjs-core";
import { adapterName, type AdapterDescription } from "./adapter";
import { openLocal, openWebGpu, TITLES, type BackendName, type BackendOptions, type Opened } from "./open";
import { selfTest, type SelfTestResult } from "./self-test";

/** What the page says of a backend: plain data, which can be posted. */
export interface BackendReport {
  readonly name: BackendName;
  /** One sentence for the page: which backend, and why no better one. */
  readonly reason: string;
  /** The GPU that was found, used or not. */
  readonly adapter: AdapterDescription | null;
  readonly selfTest: SelfTestResult;
}

/** An open backend. All networks of this thread run on it. */
export interface Backend extends BackendReport {
  /** Tensors alive: constant over training, 0 when every learner is disposed. */
  tensorCount(): number;
  /** Dispose of the learners first. */
  dispose(): void;
}

const LADDER: readonly BackendName[] = ["webgpu", "wasm", "cpu"];

/**
 * Opens the first backend of WebGPU, WebAssembly and plain JavaScript that is there and passes the self-test.
 * `forced` starts at that rung; if it fails, the ladder goes on below it (below plain JavaScript there is nothing)
 * and the reason says so. One backend at a time: dispose of the last one first.
 * Throws, with every reason, only if nothing gives right numbers.
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  enableProdMode();
  const refusals: string[] = [];
  let adapter: AdapterDescription | null = null;
  for (const name of LADDER.slice(LADDER.indexOf(options.forced ?? "webgpu"))) {
    let opened: Opened | undefined;
    try {
      opened = name === "webgpu" ? await openWebGpu(options) : await openLocal(name, options.wasmFiles);
      adapter = opened.adapter ?? adapter;
      if (opened.refusal !== undefined) {
        refusals.push(opened.refusal);
        continue;
      }
      const result = await selfTest();
      if (result.passed) {
        const reason = reasonFor(name, adapter, options.forced, refusals);
        const { close } = opened;
        const tensorCount = () => engine().state.numTensors;
        return { name, reason, adapter, selfTest: result, tensorCount, dispose: close };
      }
      refusals.push(`${TITLES[name]} failed its self-test: ${result.reason}`);
    } catch (error) {
      refusals.push(
        `${TITLES[name]} did not work: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    opened?.close();
  }
  throw new Error(`Networks cannot be computed here. ${refusals.join("; ")}.`);
}

/** A backend's report without its functions. */
export function reportOf({ name, reason, adapter, selfTest }: BackendReport): BackendReport {
  return { name, reason, adapter, selfTest };
}

function reasonFor(
  name: BackendName,
  adapter: AdapterDescription | null,
  forced: BackendName | undefined,
  refusals: readonly string[],
): string {
  const where = name === "webgpu" && adapter ? `${TITLES[name]} on ${adapterName(adapter)}` : TITLES[name];
  if (refusals.length > 0) return `${where}, because ${refusals.join("; and ")}.`;
  return forced ? `${where}, as asked for.` : `${where}.`;
}
