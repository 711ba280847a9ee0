import type { Scenario } from "../core/scenario";
import { presets, presetScenario, type Preset } from "../scenario/presets";
import { toJson } from "../scenario/schema";

const known = new WeakMap<object, string>();

/** The map with all that is drawn on it, as a text that is equal for equal maps. */
function worldOf(scenario: Scenario): string {
  const { params } = scenario.env;
  let world = known.get(params);
  if (world === undefined) {
    const json = toJson(scenario).env as { id: string; params?: Record<string, unknown> };
    const { rows, cells, wind } = json.params ?? {};
    known.set(params, (world = JSON.stringify([json.id, rows, cells, wind])));
  }
  return world;
}

let worlds: { world: string; settings: string; preset: Preset }[] | undefined;

/**
 * The preset whose map is on screen: of several, the one whose other settings fit best. Undefined for a map
 * of one's own.
 */
export function presetOf(scenario: Scenario): Preset | undefined {
  worlds ??= presets.map((preset) => {
    const own = presetScenario(preset);
    return { world: worldOf(own), settings: settingsOf(own), preset };
  });
  const world = worldOf(scenario);
  const same = worlds.filter((each) => each.world === world);
  if (same.length < 2) return same.at(0)?.preset;
  const settings = settingsOf(scenario);
  const fit = (each: (typeof same)[number]) =>
    2 * Number(each.settings === settings) + Number(each.preset.scenario.algo.id === scenario.algo.id);
  return same.toSorted((a, b) => fit(b) - fit(a))[0].preset;
}

function settingsOf({ env }: Scenario): string {
  const { stepReward, bumpReward, noise, exitAction } = env.params;
  return JSON.stringify([stepReward, bumpReward, noise, exitAction]);
}

/** What the experiment is called: by its author, or as the preset that it came from. */
export function titleOf(scenario: Scenario): string | undefined {
  return scenario.title ?? presetOf(scenario)?.title;
}
