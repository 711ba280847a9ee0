import { provideKernels, simdWork, type KernelMemory, type Kernels } from "./kernels";
import { KERNELS } from "./kernels-wasm";

const PAGE = 65_536; // bytes

let compiled: Promise<WebAssembly.Module> | null = null;

/** Makes networks on our kernels possible; once is enough. Rejects where WebAssembly has no SIMD. */
export async function compileKernels(): Promise<void> {
  compiled ??= WebAssembly.compile(Uint8Array.from(atob(KERNELS), (letter) => letter.charCodeAt(0)));
  const module = await compiled;
  provideKernels((bytes) => instanceOf(module, Math.ceil(bytes / PAGE)));
}

function instanceOf(module: WebAssembly.Module, pages: number): KernelMemory {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const counted = Object.entries(exports).flatMap(([name, kernel]) =>
    typeof kernel === "function" ? [[name, counting(kernel as Kernel)]] : [],
  );
  return { kernels: Object.fromEntries(counted) as Kernels, memory: memory.buffer };
}

type Kernel = (...given: number[]) => number;

function counting(kernel: Kernel): Kernel {
  return (...given) => {
    simdWork.calls++;
    return kernel(...given);
  };
}
