import { describe, expect, it } from "vitest";
import { runToEnd } from "../../headless/run";
import { presetById, presetScenario } from "../presets";
import { shippedSentence, shippedTests } from "./shipped";

const NETWORKS = ["glimpse-28", "glimpse-60-translated", "glimpse-60-cluttered"];

describe("the shipped networks", () => {
  it.each(NETWORKS)("%s has been tested on the whole test set, and the page says so", (id) => {
    const own = shippedTests.find(({ preset, gaze }) => preset === id && gaze === "learned");
    expect(own?.count).toBe(10_000);
    expect(shippedSentence(id)).toContain(
      `${((own?.wrong ?? 0) / 100).toFixed(2)} % of 10,000 held-out digits`,
    );
  });

  it("look in better places than chance would: the same network with a random gaze is far worse", () => {
    for (const id of NETWORKS) {
      const wrong = (gaze: string) =>
        shippedTests.find((test) => test.preset === id && test.gaze === gaze)?.wrong ?? NaN;
      expect(wrong("random")).toBeGreaterThan(2 * wrong("learned"));
    }
  });

  it("give the recorded error again", { timeout: 120_000 }, async () => {
    const preset = presetById("glimpse-28");
    if (!preset) throw new Error("There is no such preset.");
    const { evaluation } = await runToEnd(presetScenario(preset), {
      stay: true,
      evaluate: { count: 10_000, gaze: "learned" },
    });
    const recorded = shippedTests.find(({ preset: id }) => id === "glimpse-28");
    // Other processors round otherwise: a digit or two may fall on the other side.
    expect(Math.abs((evaluation?.wrong ?? NaN) - (recorded?.wrong ?? NaN))).toBeLessThanOrEqual(5);
  });
});
