import { describe, expect, it } from "vitest";
import { presets, presetScenario } from "./presets";
import { parseScenario, toJson } from "./schema";
import { withAlgorithm } from "./switch-algorithm";

const planning = presetScenario(presets[0]);

describe("switching the algorithm", () => {
  it("keeps what both have and takes the rest from the defaults", () => {
    const before = {
      ...planning,
      algo: { ...planning.algo, params: { ...planning.algo.params, gamma: 0.7 } },
    };
    const after = withAlgorithm(before, "q-learning");
    expect(after.algo.id).toBe("q-learning");
    expect(after.algo.params).toMatchObject({ gamma: 0.7, alpha: 0.5 });
    expect(after.algo.params).not.toHaveProperty("theta");
    expect(after.env).toEqual(before.env);
  });

  it("gives a scenario that is valid, with a stop and a step size of its own kind", () => {
    const stepped = { ...planning, view: { granularity: "sweep", layers: ["values"] } };
    const after = withAlgorithm(stepped, "q-learning");
    expect(after.stop).toEqual({ episodes: 500 });
    expect(after.view).toEqual({ layers: ["values"] });
    expect(parseScenario(toJson(after)).ok).toBe(true);
    expect(withAlgorithm(after, "value-iteration").stop).toEqual({ converged: true });
  });

  it("takes over from a network what was changed and means the same", () => {
    const parsed = parseScenario({
      v: 1,
      env: { id: "cart-pole", params: { gravity: 20 } },
      algo: { id: "dqn", params: { gamma: 0.9, learningRate: 0.5, units: 32, learning: false } },
      stop: { solved: true, ticks: 50_000 },
    });
    if (!parsed.ok) throw new Error(parsed.error);
    const after = withAlgorithm(parsed.value, "reinforce");
    const { gamma, units, learningRate, hiddenLayers, learning } = after.algo.params;
    expect({ gamma, units, learning }).toEqual({ gamma: 0.9, units: 32, learning: true });
    expect(learningRate).toBeLessThan(0.1);
    expect(hiddenLayers).toBe(1);
    expect(after.env).toEqual(parsed.value.env);
    expect(after.stop).toEqual(parsed.value.stop);
    expect(parseScenario(toJson(after)).ok).toBe(true);
    const rate = { ...after.algo.params, learningRate: 0.02 };
    const critic = withAlgorithm({ ...after, algo: { ...after.algo, params: rate } }, "actor-critic");
    expect(critic.algo.params.learningRate).toBe(0.02);
  });

  it("changes nothing for an unknown algorithm", () => {
    expect(withAlgorithm(planning, "constructor")).toBe(planning);
  });
});
