import { describe, expect, it } from "vitest";
import type { BenchmarkMessage } from "../../engine/client-benchmark";
import { formatRate } from "./format-rate";
import { groupsOf, NOTHING, resultFile, whyNoWebGpu, withMessage } from "./result";

const spread = { median: 0.0821, best: 0.08 };
const report = (name: "webgpu" | "wasm") => ({
  name,
  reason: "WebAssembly, because there is no WebGPU here.",
  adapter: null,
  selfTest: { passed: true, tolerance: 1e-3, readings: [] } as never,
});
const cost = (on: "webgpu" | "wasm", title: string, imagesPerSecond?: number): BenchmarkMessage => ({
  type: "cost",
  on,
  cost: {
    title,
    updateMs: spread,
    firstUpdateMs: 3,
    readMs: spread,
    dispatches: 8,
    readBacks: 1,
    leaked: 0,
    ...(imagesPerSecond !== undefined && { imagesPerSecond }),
  },
});
const measured = (messages: readonly BenchmarkMessage[]) => messages.reduce(withMessage, NOTHING);

describe("what was measured of a device", () => {
  it("is grouped by what it was measured on, and GPU programs are told of a GPU only", () => {
    const result = measured([
      { type: "figure", figure: { id: "acting", value: 6.5 } },
      { type: "backend", asked: "wasm", report: report("wasm") },
      cost("wasm", "RAM", 1500),
      { type: "backend", asked: "webgpu", report: report("webgpu") },
      cost("webgpu", "DQN"),
      { type: "progress", share: 1 },
    ]);
    expect(groupsOf(result).map(({ id, rows }) => [id, rows.map((row) => row.id)])).toEqual([
      ["tables", ["acting"]],
      ["wasm", ["wasm RAM update", "wasm RAM images"]],
      ["webgpu", ["webgpu DQN update", "webgpu DQN programs"]],
    ]);
    expect(groupsOf(result)[1].rows[0]).toMatchObject({ what: "RAM: one update", value: 0.0821, unit: "ms" });
    expect(whyNoWebGpu(result)).toBeNull();
  });

  it("says why WebGPU is missing once it was tried and another backend came", () => {
    expect(whyNoWebGpu(NOTHING)).toBeNull();
    const result = measured([{ type: "backend", asked: "webgpu", report: report("wasm") }]);
    expect(whyNoWebGpu(result)).toBe("WebAssembly, because there is no WebGPU here.");
  });

  it("is saved with the browser and the processor it is of", () => {
    const result = measured([cost("wasm", "DQN")]);
    const file = JSON.parse(
      resultFile(result, { userAgent: "A browser", hardwareConcurrency: 2 }, "1.2.3", new Date(0)),
    ) as Record<string, unknown>;
    expect(file).toMatchObject({ bellman: "1.2.3", when: "1970-01-01T00:00:00.000Z", costs: result.costs });
    expect(file).toMatchObject({ userAgent: "A browser", cores: 2 });
  });

  it.each([
    [13_940_000, "updates/s", "13,900,000 updates/s"],
    [0.08213, "ms", "0.0821 ms"],
    [8, "", "8"],
  ])("%s %s is written %s", (value, unit, text) => expect(formatRate(value, unit)).toBe(text));
});
