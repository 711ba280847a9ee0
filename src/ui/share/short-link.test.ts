import { describe, expect, it } from "vitest";
import { decodeLink } from "../../scenario/link";
import { presets, presetScenario } from "../../scenario/presets";
import { withAlgorithm } from "../../scenario/switch-algorithm";
import { shortLink } from "./short-link";

const scenario = presetScenario(presets[0]);
const { id } = presets[0];

describe("the link by name", () => {
  it("is the name alone for an untouched preset", () => {
    for (const preset of presets) expect(shortLink(presetScenario(preset))).toBe(`#${preset.id}`);
  });

  it("holds what is set otherwise, and the place", () => {
    const changed = {
      ...scenario,
      seed: 7,
      env: { ...scenario.env, params: { ...scenario.env.params, noise: 0.2 } },
      view: { at: { tick: 40, phase: 0 }, layers: ["values"] },
    };
    const link = shortLink(changed);
    expect(link).toBe(`#${id}?noise=0.2&seed=7&at=40`);
    expect(decodeLink(link ?? "").ok).toBe(true);
  });

  it("names another algorithm", () => {
    expect(shortLink(withAlgorithm(scenario, "q-learning"))).toBe(`#${id}?algo=q-learning`);
  });

  it("says whose a parameter is that world and algorithm both have", () => {
    const preset = presets.find((each) => each.scenario.env.id === "cart-pole") ?? presets[0];
    const dqn = withAlgorithm(presetScenario(preset), "dqn");
    const changed = {
      ...dqn,
      env: { ...dqn.env, params: { ...dqn.env.params, tau: 0.01 } },
      algo: { ...dqn.algo, params: { ...dqn.algo.params, target: "soft", tau: 0.5 } },
    };
    const link = shortLink(changed);
    expect(link).toContain("env.tau=0.01");
    expect(link).toContain("algo.tau=0.5");
    const opened = decodeLink(link ?? "");
    expect(opened.ok && [opened.value.env.params.tau, opened.value.algo.params.tau]).toEqual([0.01, 0.5]);
  });

  it("is not offered where it would open something else", () => {
    const { rows } = scenario.env.params as { rows: string[] };
    const painted = { ...scenario.env.params, rows: rows.map((row) => row.replace(".", "#")) };
    expect(shortLink({ ...scenario, env: { ...scenario.env, params: painted } })).toBeUndefined();
    expect(shortLink({ ...scenario, stop: { ticks: 3 } })).toBeUndefined();
    expect(shortLink({ ...scenario, title: "Mine" })).toBeUndefined();
    expect(shortLink({ ...scenario, view: { at: { tick: 3, phase: 2 } } })).toBeUndefined();
  });
});
