import { env, findBackendFactory, registerBackend, removeBackend, setBackend } from "@tensorflow/tfjs-core";
import { adapterName, describeAdapter, requestDevice, type AdapterDescription } from "./adapter";
import { compileKernels } from "./simd/compile";
import { provideGpuLearners } from "./webgpu/provided";

export type BackendName = "webgpu" | "wasm" | "cpu";

/** What the page calls them. */
export const TITLES: Readonly<Record<BackendName, string>> = {
  webgpu: "WebGPU",
  wasm: "WebAssembly",
  cpu: "plain JavaScript",
};

/** The GPU reported something after the backend was opened. Either one stops the run: tfjs itself notices neither. */
export interface GpuTrouble {
  readonly kind: "device-lost" | "gpu-error";
  readonly message: string;
}

export interface BackendOptions {
  /** `navigator.gpu` of the worker, or nothing where there is none. */
  readonly gpu: GPU | undefined;
  /** The backend that was asked for (`?backend=`). A software adapter is accepted only if it is "webgpu". */
  readonly forced?: BackendName | undefined;
  /** Address of each .wasm file by its name; only a bundled page needs it. */
  readonly wasmFiles?: Readonly<Record<string, string>>;
  readonly onTrouble?: (trouble: GpuTrouble) => void;
}

/** A backend that tfjs now computes on; or, with `refusal`, the reason why it does not. */
export interface Opened {
  readonly adapter: AdapterDescription | null;
  readonly refusal?: string;
  close(): void;
}

/** Opens WebGPU on a device that we asked for ourselves: tfjs accepts any adapter, and trips over a missing one. */
export async function openWebGpu({ gpu, forced, onTrouble }: BackendOptions): Promise<Opened> {
  if (!gpu) return refused(null, "there is no WebGPU here");
  const found = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!found) return refused(null, "WebGPU found no graphics processor");
  const adapter = describeAdapter(found.info);
  if (adapter.software && forced !== "webgpu") {
    return refused(
      adapter,
      `WebGPU would run on a software adapter (${adapterName(adapter)}), which is slower`,
    );
  }
  const [{ WebGPUBackend }, { learnersOn }] = await Promise.all([
    import("@tensorflow/tfjs-backend-webgpu"),
    import("./webgpu/learners"),
  ]);
  setWebGpuFlags();
  const device = await requestDevice(found);
  let closed = false;
  void device.lost.then(({ message, reason }) => {
    if (!closed) onTrouble?.({ kind: "device-lost", message: message || reason });
  });
  device.addEventListener("uncapturederror", (event) => {
    onTrouble?.({ kind: "gpu-error", message: event.error.message });
  });
  // Kernels are found by the name "webgpu", so the backend must carry that name.
  removeBackend("webgpu");
  registerBackend("webgpu", () => new WebGPUBackend(device, found.info));
  const close = (): void => {
    closed = true;
    provideGpuLearners(null);
    removeBackend("webgpu");
    device.destroy();
  };
  if (!(await setBackend("webgpu"))) {
    close();
    return refused(adapter, "WebGPU could not be started");
  }
  provideGpuLearners(learnersOn(device));
  return { adapter, close };
}

/** Opens WebAssembly (one thread), with our own kernels beside those of tfjs, or plain JavaScript. */
export async function openLocal(
  name: "wasm" | "cpu",
  wasmFiles?: Readonly<Record<string, string>>,
): Promise<Opened> {
  if (name === "cpu") {
    await import("@tensorflow/tfjs-backend-cpu");
  } else {
    // Without SIMD there are no kernels of ours, and tfjs has slower ones.
    const kernels = compileKernels().catch(() => undefined);
    const wasm = await import("@tensorflow/tfjs-backend-wasm");
    await kernels;
    if (wasmFiles) wasm.setWasmPaths({ ...wasmFiles });
    // Threads would need headers that a plain static host cannot send.
    env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  }
  const close = (): void => {
    const factory = findBackendFactory(name);
    removeBackend(name);
    registerBackend(name, factory);
  };
  if (!(await setBackend(name))) {
    close();
    return refused(null, `${TITLES[name]} could not be started`);
  }
  return { adapter: null, close };
}

function setWebGpuFlags(): void {
  // Dispatches that are recorded before the queue is submitted.
  env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", 64);
  // The packed product: the one chosen for long inner dimensions adds with float atomics, in any order.
  env().set("WEBGPU_MATMUL_PROGRAM_TYPE", 3);
}

function refused(adapter: AdapterDescription | null, refusal: string): Opened {
  return { adapter, refusal, close: () => {} };
}
