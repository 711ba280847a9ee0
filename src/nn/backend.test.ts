import { engine } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { dawn } from "../../bench/dawn";
import { describeAdapter } from "./adapter";
import { openBackend, reportOf } from "./backend";
import { countWork } from "./counters";
import type { GpuTrouble } from "./open";
import { qLearner } from "./learners";
import { selfTestCase } from "./self-test";
import { openOnly } from "./test-tools";

const gpu = await dawn();

function gpuThatFinds(adapter: Partial<GPUAdapter> | null): GPU {
  return { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU;
}

function adapterInfo(changes: Partial<GPUAdapterInfo>): GPUAdapterInfo {
  const info = { vendor: "", architecture: "", description: "", device: "", isFallbackAdapter: false };
  return { ...info, ...changes } as GPUAdapterInfo;
}

describe("the choice of a backend", () => {
  it.each([
    ["there is no WebGPU here", undefined],
    ["WebGPU found no graphics processor", gpuThatFinds(null)],
    ["software adapter (SwiftShader)", gpuThatFinds({ info: adapterInfo({ description: "SwiftShader" }) })],
  ])("falls back to WebAssembly because %s", async (why, found) => {
    const backend = await openBackend({ gpu: found });
    expect(backend.name).toBe("wasm");
    expect(backend.reason).toContain("WebAssembly, because ");
    expect(backend.reason).toContain(why);
    expect(backend.selfTest.passed).toBe(true);
    expect(backend.tensorCount()).toBe(0);
    backend.dispose();
  });

  it("falls back when the GPU throws, and says what it said", async () => {
    const broken = { requestAdapter: () => Promise.reject(new Error("no driver")) } as unknown as GPU;
    const backend = await openBackend({ gpu: broken, forced: "webgpu" });
    expect(backend.name).toBe("wasm");
    expect(backend.reason).toContain("no driver");
    backend.dispose();
  });

  it("does as it is told", async () => {
    for (const forced of ["wasm", "cpu", "wasm"] as const) {
      const backend = await openBackend({ gpu: undefined, forced });
      expect(backend.name).toBe(forced);
      expect(backend.reason).toContain("as asked for");
      const { reason, adapter, selfTest } = backend;
      expect(structuredClone(reportOf(backend))).toEqual({ name: forced, reason, adapter, selfTest });
      backend.dispose();
    }
  });

  it("knows software adapters by any of their names", () => {
    const software = (changes: Partial<GPUAdapterInfo>) => describeAdapter(adapterInfo(changes)).software;
    expect(software({ isFallbackAdapter: true })).toBe(true);
    expect(software({ vendor: "google", architecture: "swiftshader" })).toBe(true);
    expect(software({ description: "llvmpipe (LLVM 15.0.7, 256 bits)" })).toBe(true);
    expect(software({ description: "Microsoft Basic Render Driver" })).toBe(true);
    expect(software({ vendor: "nvidia", architecture: "hopper" })).toBe(false);
    expect(software({ vendor: "intel", architecture: "gen-12lp" })).toBe(false);
  });
});

describe.skipIf(!gpu)("WebGPU", () => {
  it("reports errors of shaders and the loss of the device", async () => {
    const troubles: GpuTrouble[] = [];
    const backend = await openBackend({
      gpu,
      forced: "webgpu",
      onTrouble: (trouble) => troubles.push(trouble),
    });
    expect(backend.name).toBe("webgpu");
    const { device } = engine().backend as unknown as { device: GPUDevice };
    device.createShaderModule({ code: "this is no shader" });
    await device.queue.onSubmittedWorkDone();
    expect(troubles.map(({ kind }) => kind)).toEqual(["gpu-error"]);
    device.destroy();
    await device.lost;
    expect(troubles.map(({ kind }) => kind)).toEqual(["gpu-error", "device-lost"]);
    backend.dispose();
  }, 120_000);
});

describe("the work of one update", () => {
  it("is counted, and reads nothing back", async () => {
    const backend = await openOnly("wasm", undefined);
    const { options, batch, learningRate } = selfTestCase();
    const learner = qLearner(options);
    const counter = countWork();
    learner.update(batch, learningRate);
    expect(counter.counts().readBacks).toBe(0);
    expect(counter.counts().dispatches).toBeGreaterThan(10);
    expect(counter.counts().dispatches).toBeLessThan(90);
    await learner.readForActing();
    expect(counter.counts().readBacks).toBe(1);
    const { dispatches } = counter.counts();
    counter.stop();
    learner.update(batch, learningRate);
    expect(counter.counts().dispatches).toBe(dispatches);
    learner.dispose();
    backend.dispose();
  });
});
