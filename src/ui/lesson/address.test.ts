import { describe, expect, it } from "vitest";
import { placeIn, placeText, withPlace, withoutClaim } from "./address";

describe("a place in the lecture", () => {
  it("is read from an address, and written to it beside whatever else is there", () => {
    expect(placeIn("?backend=wasm&lesson=bellman&step=3")).toEqual({ id: "bellman", step: 2 });
    expect(withPlace("?backend=wasm&lesson=bellman&step=3", { id: "return", step: 0 })).toBe(
      "?backend=wasm&lesson=return&step=1",
    );
    expect(withPlace("?lesson=bellman&step=3", null)).toBe("");
    expect(withPlace("?backend=cpu", null)).toBe("?backend=cpu");
  });

  it("may be a challenge, with what a hand-in link claims of it, at the end of the chapter", () => {
    const search = "?lesson=bellman&challenge=bridge&claim=setting~0~10~01234567";
    const place = placeIn(search);
    expect(place).toEqual({
      id: "bellman",
      step: Infinity,
      challenge: "bridge",
      claim: "setting~0~10~01234567",
    });
    expect(placeIn(withPlace("?lesson=return&step=3", place))).toEqual(place);
    expect(withPlace(search, { id: "bellman", step: 5, challenge: "bridge" })).toBe(
      "?lesson=bellman&challenge=bridge",
    );
    expect(withPlace(search, { id: "bellman", step: 5 })).toBe("?lesson=bellman&step=6");
    expect(withPlace(search, null)).toBe("");
  });

  it("differs as a text where anything of it does", () => {
    const texts = [
      "?lesson=a&step=1",
      "?lesson=a&step=2",
      "?lesson=a&challenge=b",
      "?lesson=a&challenge=b&claim=c",
      "?backend=wasm",
    ].map(placeText);
    expect(new Set(texts).size).toBe(texts.length);
    expect(placeText("?backend=wasm&lesson=a&step=1")).toBe(texts[0]);
  });

  it("claims nothing of another scenario, and says all else as before", () => {
    expect(withoutClaim("?backend=wasm&lesson=a&challenge=b&claim=c")).toBe(
      "?backend=wasm&lesson=a&challenge=b",
    );
    expect(withoutClaim("?lesson=a&step=2")).toBe("?lesson=a&step=2");
    expect(withoutClaim("")).toBe("");
  });

  it("is none where none is named", () => expect(placeIn("?backend=wasm")).toBeNull());

  it.each(["", "0", "-1", "1.5", "x", "1e999"])("is the first step where the step is “%s”", (step) => {
    expect(placeIn(`?lesson=bellman&step=${step}`)).toEqual({ id: "bellman", step: 0 });
  });
});
