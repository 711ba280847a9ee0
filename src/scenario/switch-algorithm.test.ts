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

  it("changes nothing for an unknown algorithm", () => {
    expect(withAlgorithm(planning, "constructor")).toBe(planning);
  });
});
