import { describe, expect, it } from "vitest";
import type { BackendReport } from "../engine/protocol";
import { EXPECTED } from "../nn/self-test";
import { RECURRENT_EXPECTED } from "../nn/self-test-recurrent";
import { selfTestRows } from "./self-test-rows";

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
