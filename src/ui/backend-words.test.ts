import { describe, expect, it } from "vitest";
import { addressFor, gpuName } from "./backend-words";

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
