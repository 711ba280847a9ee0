import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { glimpseSlices } from "./glimpse-layers";
import { exportGlimpseWeights, importGlimpseWeights } from "./glimpse-weights";
import { readSafetensors, writeSafetensors, type NamedTensor } from "./safetensors";
import { glimpseOptions } from "./test-glimpse";

const MODEL = { inputs: 6, glimpseUnits: 3, coreUnits: 4, classes: 10 };
const { weights } = glimpseOptions(MODEL);
const bytes = exportGlimpseWeights(MODEL, weights);

function tensors(): NamedTensor[] {
  const file = readSafetensors(bytes);
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

describe("a weights file of the glimpse model", () => {
  it("comes back bit for bit, whatever the order of its arrays", () => {
    expect(importGlimpseWeights(MODEL, bytes)).toEqual({ ok: true, value: weights });
    const turned = writeSafetensors(tensors().reverse());
    expect(importGlimpseWeights(MODEL, turned)).toEqual({ ok: true, value: weights });
  });

  it("names its arrays as scripts/glimpse/model.py does, matrices as they lie in θ", () => {
    const [first, second] = tensors();
    expect(tensors().map(({ name }) => name)).toContain("gaze_hidden.bias");
    expect(tensors()).toHaveLength(16);
    expect([first.name, first.shape, second.name]).toEqual(["patch.weight", [6, 3], "patch.bias"]);
    const { core } = glimpseSlices(MODEL);
    const found = tensors().find(({ name }) => name === "core.weight");
    expect(found?.shape).toEqual([8, 4]);
    expect(found?.values).toEqual(weights.slice(core.weightOffset, core.biasOffset));
  });

  it("is refused, in words, if it does not fit", () => {
    const errorOf = (changed: NamedTensor[]): string => {
      const read = importGlimpseWeights(MODEL, writeSafetensors(changed));
      return read.ok ? "" : read.error;
    };
    const all = tensors();
    const others = all.filter(({ name }) => name !== "core.weight");
    const [core] = all.filter(({ name }) => name === "core.weight");
    expect(errorOf(others)).toBe(
      'The file does not hold the weights of a 6-3-4 glimpse network: there is no "core.weight" in it.',
    );
    expect(errorOf([...others, { ...core, shape: [4, 8] }])).toBe(
      'The file does not hold the weights of a 6-3-4 glimpse network: "core.weight" is 4×8 and should be 8×4.',
    );
    expect(errorOf([...others, { ...core, values: core.values.slice().fill(Number.NaN, 2, 3) }])).toBe(
      'The weights are damaged: "core.weight" holds something that is not a number.',
    );
    expect(importGlimpseWeights({ ...MODEL, inputs: 7 }, bytes)).toMatchObject({ ok: false });
  });

  it("never throws, whatever its bytes", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, length) => {
        const damaged = bytes.slice(0, length);
        if (at < length) damaged[at] = byte;
        expect(typeof importGlimpseWeights(MODEL, damaged).ok).toBe("boolean");
      }),
      { numRuns: 1000 },
    );
  });
});
