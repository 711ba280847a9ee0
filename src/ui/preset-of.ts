import type { Scenario } from "../core/scenario";
import { presets, presetScenario, type Preset } from "../scenario/presets";

const worldOf = ({ env }: Scenario) =>
  JSON.stringify([env.id, env.params.rows, env.params.cells, env.params.wind]);

let worlds: { world: string; preset: Preset }[] | undefined;

/** The preset whose map is on screen, with the same algorithm if there are several; undefined for a map of one's own. */
export function presetOf(scenario: Scenario): Preset | undefined {
  worlds ??= presets.map((preset) => ({ world: worldOf(presetScenario(preset)), preset }));
  const world = worldOf(scenario);
  const same = worlds.filter((each) => each.world === world);
  return (same.find(({ preset }) => preset.scenario.algo.id === scenario.algo.id) ?? same.at(0))?.preset;
}

/** What the experiment is called: by its author, or as the preset that it came from. */
export function titleOf(scenario: Scenario): string | undefined {
  return scenario.title ?? presetOf(scenario)?.title;
}
