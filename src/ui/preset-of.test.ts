import { describe, expect, it } from "vitest";
import { decodeLink } from "../scenario/link";
import { presets, presetScenario } from "../scenario/presets";
import { presetOf, titleOf } from "./preset-of";

describe("the preset on screen", () => {
  it("is known again, from its own scenario and from a link", () => {
    for (const preset of presets) {
      expect(presetOf(presetScenario(preset))?.id).toBe(preset.id);
      const opened = decodeLink(`#${preset.id}`);
      expect(opened.ok && presetOf(opened.value)?.id).toBe(preset.id);
    }
  });

  it("stays when a parameter changes, not when the map does", () => {
    const scenario = presetScenario(presets[0]);
    const { params } = scenario.env;
    const noisy = { ...scenario, env: { ...scenario.env, params: { ...params, noise: 0.5 } } };
    expect(presetOf(noisy)?.id).toBe(presets[0].id);
    const windy = { ...scenario, env: { ...scenario.env, params: { ...params, wind: [1, 0, 0, 0] } } };
    expect(presetOf(windy)).toBeUndefined();
    expect(titleOf(windy)).toBeUndefined();
    expect(titleOf({ ...windy, title: "Windy" })).toBe("Windy");
  });
});
