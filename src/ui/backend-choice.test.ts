import { describe, expect, it } from "vitest";
import { askedBackend } from "./backend-choice";

describe("the backend in the address", () => {
  it.each(["webgpu", "wasm", "cpu"])("may be %s", (name) => {
    expect(askedBackend(`?x=1&backend=${name}`)).toEqual({ name });
  });

  it("need not be there", () => {
    expect(askedBackend("")).toEqual({});
    expect(askedBackend("?embed=1")).toEqual({});
  });

  it.each(["webgl", "", "WASM", "constructor", "x".repeat(5000)])(
    "is refused with a sentence: %s",
    (name) => {
      const { wrong, ...rest } = askedBackend(`?backend=${name}`);
      expect(rest).toEqual({});
      expect(wrong).toMatch(/\?backend=wasm/);
      expect(wrong?.length).toBeLessThan(250);
    },
  );
});
