import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Rng } from "../core/rng";
import { initialParameters, type MlpSpec } from "./params";
import { readSafetensors, writeSafetensors } from "./safetensors";
import { exportWeights, importWeights } from "./weights-file";

const NETWORK: MlpSpec = { sizes: [3, 4, 2], activation: "relu" };
const parameters = initialParameters(NETWORK.sizes, Rng.fromSeed(1));

/** Reads the format with Python's own json and struct: `{name: [shape, numbers]}`. */
const READER = `
import json, struct, sys
data = sys.stdin.buffer.read()
(n,) = struct.unpack("<Q", data[:8])
assert n % 8 == 0 and data[8:9] == b"{"
header = json.loads(data[8:8 + n])
header.pop("__metadata__")
out = {}
end = 0
for name, t in header.items():
    begin, stop = t["data_offsets"]
    assert t["dtype"] == "F32" and begin == end
    end = stop
    part = data[8 + n + begin:8 + n + stop]
    out[name] = [t["shape"], list(struct.unpack("<%df" % (len(part) // 4), part))]
assert 8 + n + end == len(data)
print(json.dumps(out))
`;

describe("a weights file", () => {
  it("is laid out byte for byte as the format says", () => {
    const bytes = writeSafetensors([{ name: "w", shape: [2], values: Float32Array.of(1, -2) }]);
    const header = '{"__metadata__":{},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}';
    const length = Math.ceil(header.length / 8) * 8;
    expect(Array.from(bytes.slice(0, 8))).toEqual([length, 0, 0, 0, 0, 0, 0, 0]);
    expect(new TextDecoder().decode(bytes.slice(8, 8 + length))).toBe(header.padEnd(length));
    expect(Array.from(bytes.slice(8 + length))).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]);
  });

  it("comes back bit for bit, also from the middle of a larger buffer", () => {
    const bytes = exportWeights(NETWORK, parameters);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(importWeights(NETWORK, shifted.subarray(3))).toEqual({ ok: true, value: parameters });
  });

  it("is read by an independent reader, under PyTorch's names and in PyTorch's order", (context) => {
    const python = spawnSync("python3", ["-c", READER], { input: exportWeights(NETWORK, parameters) });
    if (python.error) context.skip("python3 is not here");
    expect(python.stderr.toString()).toBe("");
    const read = JSON.parse(python.stdout.toString()) as Record<string, [number[], number[]]>;
    expect(Object.keys(read)).toEqual(["0.weight", "0.bias", "2.weight", "2.bias"]);
    expect(read["0.weight"][0]).toEqual([4, 3]);
    expect(read["2.bias"]).toEqual([[2], Array.from(parameters.slice(-2))]);
    // Unit 1, input 2 of the first layer.
    expect(read["0.weight"][1][1 * 3 + 2]).toBe(parameters[2 * 4 + 1]);
  });

  it("is refused, in words, if it is for another network or damaged", () => {
    const bytes = exportWeights(NETWORK, parameters);
    const other: MlpSpec = { sizes: [3, 5, 2], activation: "relu" };
    expect(importWeights(other, bytes)).toMatchObject({ ok: false });
    expect(importWeights({ sizes: [3, 4], activation: "relu" }, bytes)).toMatchObject({ ok: false });
    expect(readSafetensors(bytes.subarray(0, bytes.length - 1))).toMatchObject({ ok: false });
    expect(readSafetensors(new Uint8Array(3))).toMatchObject({ ok: false });
  });

  it("never throws, whatever its bytes", () => {
    const bytes = exportWeights(NETWORK, parameters);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, length) => {
        const damaged = bytes.slice(0, length);
        if (at < length) damaged[at] = byte;
        expect(typeof importWeights(NETWORK, damaged).ok).toBe("boolean");
      }),
      { numRuns: 2000 },
    );
  });
});
