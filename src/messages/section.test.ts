import { describe, expect, it } from "vitest";
import { fill, section, translate } from "./section";

describe("the message catalogue", () => {
  it("gives a section's words as they were declared", () => {
    const words = section("test-plain", { go: "Go", where: "step {at} of {count}" });
    expect(words.go).toBe("Go");
    expect(fill(words.where, { at: 1, count: 7 })).toBe("step 1 of 7");
  });

  it("lays a translation over sections declared before it and after it, and leaves the rest English", () => {
    const before = section("test-before", { go: "Go", stop: "Stop" });
    translate({ "test-before": { go: "Los" }, "test-after": { go: "Los" } });
    const after = section("test-after", { go: "Go", stop: "Stop" });
    expect(before).toEqual({ go: "Los", stop: "Stop" });
    expect(after).toEqual({ go: "Los", stop: "Stop" });
    translate({});
  });

  it("takes no word that the page does not have", () => {
    translate({ "test-unknown": { gone: "x", go: "Los" } });
    expect(section("test-unknown", { go: "Go" })).toEqual({ go: "Los" });
    translate({});
  });

  it("leaves a blank as it is when a translation names one that is not given", () => {
    translate({ "test-blank": { where: "{wrong} von {count}" } });
    const words = section("test-blank", { where: "{at} of {count}" });
    expect(fill(words.where, { at: 1, count: 7 })).toBe("{wrong} von 7");
    translate({});
  });
});
