import { backend, engine, type KernelBackend } from "@tensorflow/tfjs-core";
import { simdWork } from "./simd/kernels";
import { gpuWork } from "./webgpu/work";

/** What a backend has done so far; take the difference of two readings. */
export interface Counts {
  /** GPU programs on WebGPU; kernels elsewhere, ours and tfjs', not counting those that only rename a tensor. */
  readonly dispatches: number;
  readonly readBacks: number;
}

const VIEWS = new Set(["Reshape", "Identity"]);

/** Starts counting on the backend that is open now. `counts` reads the two counters, `stop` takes them off. */
export function countWork(): { counts: () => Counts; stop: () => void } {
  let dispatches = 0;
  let readBacks = 0;
  const counted = backend() as KernelBackend & { runWebGPUProgram?: (...rest: unknown[]) => unknown };
  const undo = [before(counted, "read", () => readBacks++)];
  if (counted.runWebGPUProgram) {
    undo.push(before(counted, "runWebGPUProgram", () => dispatches++));
  } else {
    undo.push(
      before(engine(), "runKernel", (kernel) => {
        if (!VIEWS.has(kernel as string)) dispatches++;
      }),
    );
  }
  const own = () => ({
    dispatches: simdWork.calls + gpuWork.dispatches,
    readBacks: simdWork.reads + gpuWork.reads,
  });
  const begun = own();
  let stopped: Counts | null = null;
  const counts = () =>
    stopped ?? {
      dispatches: dispatches + own().dispatches - begun.dispatches,
      readBacks: readBacks + own().readBacks - begun.readBacks,
    };
  return {
    counts,
    stop: () => {
      for (const remove of undo) remove();
      stopped = counts();
    },
  };
}

/** Calls `notice` with the first argument before each call of `object[method]`. Returns how to undo that. */
function before(object: object, method: string, notice: (first: unknown) => void): () => void {
  const methods = object as Record<string, (...rest: unknown[]) => unknown>;
  const original = methods[method];
  methods[method] = function (...rest: unknown[]): unknown {
    notice(rest[0]);
    return original.apply(object, rest);
  };
  return () => {
    methods[method] = original;
  };
}
