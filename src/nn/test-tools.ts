import { env } from "@tensorflow/tfjs-core";
import { Rng } from "../core/rng";
import { openBackend, type Backend } from "./backend";
import type { BackendName } from "./open";

/** A software adapter takes seconds over the first use of every kernel. */
export const SHADERS_COMPILED = 120_000;

/** Every backend with how to open it; WebGPU only if `gpu` is there, and a notice if it is not. */
export function everyBackend(gpu: GPU | undefined): { name: BackendName; open: () => Promise<Backend> }[] {
  if (!gpu) process.stderr.write("No WebGPU adapter here: the WebGPU third of these tests is skipped.\n");
  const names: BackendName[] = gpu ? ["cpu", "wasm", "webgpu"] : ["cpu", "wasm"];
  return names.map((name) => ({ name, open: () => openOnly(name, gpu) }));
}

/** Opens this backend or throws, and has even small kernels run on it rather than on the processor. */
export async function openOnly(name: BackendName, gpu: GPU | undefined): Promise<Backend> {
  const backend = await openBackend({ gpu, forced: name });
  if (backend.name !== name) throw new Error(backend.reason);
  if (name === "webgpu") env().set("WEBGPU_CPU_FORWARD", false);
  return backend;
}

/** Float32 numbers, uniform on ±`bound`. */
export function uniform(seed: number, length: number, bound = 1): Float32Array {
  const rng = Rng.fromSeed(seed);
  return Float32Array.from({ length }, () => (2 * rng.uniform() - 1) * bound);
}

/** Integers below `n`. */
export function integers(seed: number, length: number, n: number): Int32Array {
  const rng = Rng.fromSeed(seed);
  return Int32Array.from({ length }, () => rng.int(n));
}

/** ‖a − b‖ / ‖b‖ */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let length = 0;
  for (let i = 0; i < b.length; i++) {
    difference += (a[i] - b[i]) ** 2;
    length += b[i] ** 2;
  }
  return a.length === b.length ? Math.sqrt(difference / length) : Infinity;
}
