import { describe, expect, it } from "vitest";
import { readSettings } from "./settings";

describe("settings", () => {
  it("are light with letter keys at first", () => {
    expect(readSettings(null)).toEqual({ theme: "light", letterKeys: true });
  });

  it("are read back", () => {
    expect(readSettings('{"theme":"dark","letterKeys":false}')).toEqual({ theme: "dark", letterKeys: false });
  });

  it.each(["{", "null", "3", '{"theme":"pink","letterKeys":1}', '{"theme":{"a":1}}'])(
    "fall back to the defaults where %s is stored",
    (text) => {
      expect(readSettings(text)).toEqual({ theme: "light", letterKeys: true });
    },
  );
});
