import { describe, expect, it } from "vitest";
import { decodeLink } from "../scenario/link";
import { presetById, presets, presetScenario } from "../scenario/presets";
import { noticedPreset, titleOf } from "./preset-of";

describe("the preset on screen", () => {
  it("is known again, from its own scenario and from a link", () => {
    for (const preset of presets) {
      expect(titleOf(presetScenario(preset))).toBe(preset.title);
      const opened = decodeLink(`#${preset.id}`);
      expect(opened.ok && titleOf(opened.value)).toBe(preset.title);
    }
  });

  it("stays when a parameter changes, not when the map does", () => {
    const scenario = presetScenario(presets[0]);
    const { params } = scenario.env;
    const noisy = { ...scenario, env: { ...scenario.env, params: { ...params, noise: 0.5 } } };
    expect(titleOf(noisy)).toBe(presets[0].title);
    const windy = { ...scenario, env: { ...scenario.env, params: { ...params, wind: [1, 0, 0, 0] } } };
    expect(titleOf(windy)).toBeUndefined();
    expect(titleOf({ ...windy, title: "Windy" })).toBe("Windy");
  });

  it("is gone where the map has changed during the run", () => {
    const scenario = presetScenario(presets[0]);
    const env = { ...scenario.env.params, rows: ["T...", ".#..", "....", "...T"] };
    const changed = { ...scenario, changes: [{ at: { tick: 9, phase: 0 }, env }] };
    expect(titleOf(changed)).toBe(presets[0].title);
    expect(titleOf({ ...changed, view: { at: { tick: 9, phase: 0 } } })).toBeUndefined();
  });
});

describe("what is said of a preset", () => {
  const opened = (hash: string) => {
    const decoded = decodeLink(hash);
    if (!decoded.ok) throw new Error(decoded.error);
    return decoded.value;
  };

  it("names the algorithm only where that is running", () => {
    expect(titleOf(opened("#cliff-walking"))).toBe("Cliff walking, Q-learning");
    expect(titleOf(opened("#cliff-walking?algo=sarsa"))).toBe("Cliff walking, SARSA");
    expect(titleOf(opened("#cliff-walking?algo=expected-sarsa"))).toBe("Cliff walking");
    expect(titleOf(opened("#sutton-barto-4x4"))).toBe("4×4 grid, random policy");
    expect(titleOf(opened("#sutton-barto-4x4?policy=custom"))).toBe("4×4 grid");
    expect(titleOf(opened("#windy?algo=q-learning"))).toBe("Windy grid");
  });

  it("tells worlds on the same map apart by the settings that are left", () => {
    expect(titleOf(opened("#book-grid?noise=0.1&algo=q-learning"))).toBe("BookGrid");
  });

  it("tells what to notice only where it is to be seen", () => {
    for (const preset of presets) expect(noticedPreset(presetScenario(preset))).toBe(preset);
    expect(noticedPreset(opened("#cliff-walking?seed=7"))).toBe(presetById("cliff-walking"));
    for (const setting of ["noise=0.5", "epsilon=0", "alpha=0.1", "algo=expected-sarsa"]) {
      expect(noticedPreset(opened(`#cliff-walking?${setting}`)), setting).toBeUndefined();
    }
  });
});
