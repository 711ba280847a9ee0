import { describe, expect, it } from "vitest";
import { askedOfLab, modeIn, staysInLab, withPresent } from "./mode";

describe("what an address shows", () => {
  it.each([
    ["", "", "home"],
    ["?utm=x", "", "home"],
    ["", "#", "home"],
    ["?lab", "", "lab"],
    ["", "#cliff", "lab"],
    ["?lesson=bellman&step=2", "", "lab"],
    ["?backend=wasm", "", "lab"],
    ["?lesson=bellman&present=1", "", "present"],
    ["?present=1&speaker=1", "", "speaker"],
    ["?speaker=1&lab", "", "lab"],
    ["?embed=1", "#v1.x", "embed"],
    ["?embed=0&lab", "", "lab"],
  ] as const)("%s%s: %s", (search, hash, mode) => expect(modeIn({ search, hash })).toBe(mode));

  it("is still the lab after a reload, once its link or its lesson is gone from the address", () => {
    expect(staysInLab("")).toBe("?lab");
    expect(staysInLab("?utm=x")).toBe("?utm=x&lab");
    expect(staysInLab("?backend=wasm")).toBe("?backend=wasm");
    expect(modeIn({ search: staysInLab("?utm=x"), hash: "" })).toBe("lab");
  });

  it("is no longer the lab or the work that was asked for, once another is on screen", () => {
    expect(staysInLab("?lab=cart-pole")).toBe("?lab");
    expect(staysInLab("?lab&work=12-34")).toBe("?lab");
    expect(staysInLab("?utm=x&lab=glimpse&backend=wasm")).toBe("?utm=x&lab&backend=wasm");
  });

  it("may name a lab or a work", () => {
    expect(askedOfLab("?lab")).toEqual({ lab: null, work: null });
    expect(askedOfLab("?lab=glimpse")).toEqual({ lab: "glimpse", work: null });
    expect(askedOfLab("?lab&work=12-34")).toEqual({ lab: null, work: "12-34" });
  });

  it("goes into the lecture hall and out again, with all else that the address says", () => {
    expect(withPresent("?lesson=bellman&step=2", true)).toBe("?lesson=bellman&step=2&present=1");
    expect(withPresent("?lesson=bellman&step=2&present=1", false)).toBe("?lesson=bellman&step=2");
    expect(withPresent("?lab", true)).toBe("?lab&present=1");
    expect(withPresent("?lab&present=1", false)).toBe("?lab");
    expect(withPresent("?present=1", false)).toBe("?lab");
  });
});
