import { describe, expect, it } from "vitest";
import type { BackendReport } from "../engine/protocol";
import { EXPECTED } from "../nn/self-test";
import { RECURRENT_EXPECTED } from "../nn/self-test-recurrent";
import { addressFor, gpuName, selfTestRows } from "./backend-words";

function reportWith(part: Partial<BackendReport["selfTest"]>): BackendReport {
  const { losses, gradientNorms } = EXPECTED;
  const recurrent = { ...RECURRENT_EXPECTED, expected: RECURRENT_EXPECTED };
  const right = { passed: true, reason: "as expected", losses, gradientNorms, recurrent, nanSeen: true };
  return {
    name: "wasm",
    reason: "WebAssembly.",
    adapter: null,
    selfTest: { ...right, expected: EXPECTED, tolerance: 1e-3, ...part },
  };
}

describe("the self-test in the dialog", () => {
  it("has a row for every number and one for NaN", () => {
    const rows = selfTestRows(reportWith({}));
    expect(rows).toHaveLength(15);
    expect(rows.every(({ ok }) => ok)).toBe(true);
    expect(rows[0]).toEqual({ what: "Loss of update 1", expected: "0.594492", got: "0.594492", ok: true });
  });

  it("says which number is wrong or missing", () => {
    const [first, ...rest] = EXPECTED.losses;
    const wrong = (losses: number[]) =>
      selfTestRows(reportWith({ losses, nanSeen: false }))
        .filter(({ ok }) => !ok)
        .map(({ what, got }) => `${what}: ${got}`);
    expect(wrong([first * 1.0009, ...rest])).toEqual(["A NaN in the data: not seen"]);
    expect(wrong([first * 1.0011, ...rest])[0]).toMatch(/^Loss of update 1/);
    expect(wrong([Number.NaN, ...rest])[0]).toBe("Loss of update 1: NaN");
    expect(wrong([])).toHaveLength(5);
  });
});

describe("the name of a graphics processor", () => {
  const adapter = { vendor: "nvidia", architecture: "hopper", description: "", software: false };

  it("is its description, or what else is known", () => {
    expect(gpuName(adapter)).toBe("nvidia hopper");
    expect(gpuName({ ...adapter, description: "H200" })).toBe("H200");
    expect(gpuName({ ...adapter, vendor: "", architecture: "" })).toBe("unnamed");
    expect(gpuName({ ...adapter, architecture: "swiftshader", software: true })).toMatch(/in software$/);
  });
});

describe("an address that asks for a backend", () => {
  it("keeps the rest of it", () => {
    expect(addressFor("wasm", { search: "", hash: "#v1.x" })).toBe("?backend=wasm#v1.x");
    expect(addressFor("cpu", { search: "?embed=1&backend=wasm", hash: "" })).toBe("?embed=1&backend=cpu");
    expect(addressFor(null, { search: "?backend=wasm&embed=1", hash: "#x" })).toBe("?embed=1#x");
    expect(addressFor(null, { search: "?backend=wasm", hash: "" })).toBe(".");
  });
});
