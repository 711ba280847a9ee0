import { expect, it } from "vitest";
import { presets, presetScenario } from "../../scenario/presets";
import { withAlgorithm } from "../../scenario/switch-algorithm";
import { layersFor, layersOf } from "./layers";

const offered = (algo: string) =>
  layersFor(withAlgorithm(presetScenario(presets[0]), algo)).map(({ id }) => id);

it("offers the layers that the algorithm has something to show on", () => {
  expect(offered("prioritized-sweeping")).toEqual(["values", "q", "arrows", "queue", "rewards"]);
  expect(offered("value-iteration")).not.toContain("queue");
  expect(offered("sarsa-lambda")).toContain("traces");
});

it("shows the queue at first, and not where the scenario says otherwise", () => {
  const scenario = withAlgorithm(presetScenario(presets[0]), "prioritized-sweeping");
  expect(layersOf(scenario)).toContain("queue");
  expect(layersOf({ ...scenario, view: { layers: ["values"] } })).toEqual(new Set(["values"]));
});
