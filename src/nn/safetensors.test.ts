import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Rng } from "../core/rng";
import { initialParameters, type MlpSpec } from "./params";
import { readMetadata, readSafetensors, writeSafetensors } from "./safetensors";
import { exportWeights, importWeights } from "./weights-file";

const NETWORK: MlpSpec = { sizes: [3, 4, 2], activation: "relu" };
const parameters = initialParameters(NETWORK.sizes, Rng.fromSeed(1));
const network = { name: "q", sizes: NETWORK.sizes, weights: parameters };

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
    const bytes = exportWeights([network], "relu");
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(importWeights(NETWORK, shifted.subarray(3))).toEqual({ ok: true, value: parameters });
  });

  it("is read by an independent reader, under PyTorch's names and in PyTorch's order", (context) => {
    const python = spawnSync("python3", ["-c", READER], { input: exportWeights([network], "relu") });
    if (python.error) context.skip("python3 is not here");
    expect(python.stderr.toString()).toBe("");
    const read = JSON.parse(python.stdout.toString()) as Record<string, [number[], number[]]>;
    expect(Object.keys(read)).toEqual(["0.weight", "0.bias", "2.weight", "2.bias"]);
    expect(read["0.weight"][0]).toEqual([4, 3]);
    expect(read["2.bias"]).toEqual([[2], Array.from(parameters.slice(-2))]);
    // Unit 1, input 2 of the first layer.
    expect(read["0.weight"][1][1 * 3 + 2]).toBe(parameters[2 * 4 + 1]);
  });

  it("may hold float16 numbers, each of which is read as the format says", () => {
    const bits = [
      0x0000, 0x8000, 0x3c00, 0xc000, 0x3555, 0x7bff, 0x0400, 0x03ff, 0x0001, 0x7c00, 0xfc00, 0x7e00,
    ];
    const expected = [
      0,
      -0,
      1,
      -2,
      1365 / 4096,
      65504,
      2 ** -14,
      1023 / 2 ** 24,
      2 ** -24,
      Infinity,
      -Infinity,
    ];
    const header = JSON.stringify({ w: { dtype: "F16", shape: [bits.length], data_offsets: [0, 24] } });
    const file = new Uint8Array(8 + header.length + 24);
    file[0] = header.length;
    file.set(new TextEncoder().encode(header), 8);
    bits.forEach((value, i) => new DataView(file.buffer).setUint16(8 + header.length + 2 * i, value, true));
    const values = Float32Array.of(...expected, Number.NaN);
    expect(readSafetensors(file)).toEqual({ ok: true, value: [{ name: "w", shape: [12], values }] });
    expect(readSafetensors(file.subarray(0, file.length - 1))).toMatchObject({ ok: false });
    const other = Uint8Array.from(file);
    other.set(new TextEncoder().encode(header.replace("F16", "F64")), 8);
    expect(readSafetensors(other)).toEqual({
      ok: false,
      error: 'The array "w" of the file holds F64 numbers; only F32 and F16 can be read.',
    });
  });

  it("holds several networks, each under its name", () => {
    const value = { name: "value", sizes: [3, 1], weights: Float32Array.of(1, 2, 3, 4) };
    const bytes = exportWeights([{ ...network, name: "policy" }, value], "relu");
    const file = readSafetensors(bytes);
    expect(file.ok && file.value.map(({ name }) => name)).toEqual([
      "policy.0.weight",
      "policy.0.bias",
      "policy.2.weight",
      "policy.2.bias",
      "value.0.weight",
      "value.0.bias",
    ]);
    expect(importWeights(NETWORK, bytes, "policy")).toEqual({ ok: true, value: parameters });
    expect(importWeights(value, bytes, "value")).toEqual({ ok: true, value: value.weights });
    expect(importWeights(NETWORK, bytes)).toMatchObject({ ok: false });
  });

  it("keeps what it says of itself apart from its arrays, in any letters", () => {
    const words = { data: "60,000 digits", note: "π, 数, 🎲" };
    const file = writeSafetensors([{ name: "w", shape: [1], values: Float32Array.of(1) }], words);
    expect(readMetadata(file)).toEqual(words);
    const read = readSafetensors(file);
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(["w"]);
  });

  it.each([
    ['{"w":1}', {}],
    ['{"__metadata__":null}', {}],
    ['{"__metadata__":["a"]}', {}],
    ['{"__metadata__":"a"}', {}],
    ['{"__metadata__":{"a":"b","c":1,"d":{"e":"f"},"naïve":"ü"}}', { a: "b", naïve: "ü" }],
    ['{"__metadata__":{"a":"b"}', {}],
    ["[1]", {}],
  ])("says of itself what is words in %s, and no more", (header, words) => {
    const text = new TextEncoder().encode(header);
    const file = new Uint8Array(8 + text.length);
    file[0] = text.length;
    file.set(text, 8);
    expect(readMetadata(file)).toEqual(words);
    expect(readMetadata(file.subarray(0, file.length - 1))).toEqual({});
    file.fill(0xff, 8);
    expect(readMetadata(file)).toEqual({});
  });

  it("is refused, in words, if it is for another network or damaged", () => {
    const bytes = exportWeights([network], "relu");
    const other: MlpSpec = { sizes: [3, 5, 2], activation: "relu" };
    expect(importWeights(other, bytes)).toMatchObject({ ok: false });
    expect(importWeights({ sizes: [3, 4] }, bytes)).toMatchObject({ ok: false });
    expect(readSafetensors(bytes.subarray(0, bytes.length - 1))).toMatchObject({ ok: false });
    expect(readSafetensors(new Uint8Array(3))).toMatchObject({ ok: false });
  });

  it("never throws, whatever its bytes", () => {
    const bytes = exportWeights([network], "relu");
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, length) => {
        const damaged = bytes.slice(0, length);
        if (at < length) damaged[at] = byte;
        expect(typeof importWeights(NETWORK, damaged).ok).toBe("boolean");
        expect(typeof readMetadata(damaged)).toBe("object");
      }),
      { numRuns: 2000 },
    );
  });
});
