import { describe, expect, it } from "vitest";
import { placeIn, withPlace } from "./address";

describe("a place in the lecture", () => {
  it("is read from an address, and written to it beside whatever else is there", () => {
    expect(placeIn("?backend=wasm&lesson=bellman&step=3")).toEqual({ id: "bellman", step: 2 });
    expect(withPlace("?backend=wasm&lesson=bellman&step=3", { id: "return", step: 0 })).toBe(
      "?backend=wasm&lesson=return&step=1",
    );
    expect(withPlace("?lesson=bellman&step=3", null)).toBe("");
    expect(withPlace("?backend=cpu", null)).toBe("?backend=cpu");
  });

  it("is none where none is named", () => expect(placeIn("?backend=wasm")).toBeNull());

  it.each(["", "0", "-1", "1.5", "x", "1e999"])("is the first step where the step is “%s”", (step) => {
    expect(placeIn(`?lesson=bellman&step=${step}`)).toEqual({ id: "bellman", step: 0 });
  });
});
