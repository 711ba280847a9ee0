import type { Scenario } from "../core/scenario";
import { parseScenario } from "./parse";
import { cartPoleDqnPresets } from "./gallery/cart-pole-dqn";
import { cartPolePolicyPresets } from "./gallery/cart-pole-policy";
import { frozenLakePresets } from "./gallery/frozen-lake";
import { glimpsePresets } from "./gallery/glimpse";
import { lecturePresets } from "./gallery/lecture";
import type { Preset } from "./gallery/preset";
import { sandboxPresets } from "./gallery/sandbox";
import { suttonBartoPresets } from "./gallery/sutton-barto";
import { textbookPresets } from "./gallery/textbook-grids";

export type { Preset };

/** Every ready-made experiment, in the order of the gallery; the first opens on the first visit. */
export const presets: readonly Preset[] = [
  ...lecturePresets,
  ...suttonBartoPresets,
  ...textbookPresets,
  ...frozenLakePresets,
  ...sandboxPresets,
  ...cartPoleDqnPresets,
  ...cartPolePolicyPresets,
  ...glimpsePresets,
];

export function presetById(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

/** The preset that an address names, whatever else it says; undefined where there is no such one. */
export function presetNamed(address: string): Preset | undefined {
  const [id] = address.slice(address.indexOf("#") + 1).split("?");
  return presetById(id);
}

/** The preset's scenario with every parameter filled in. Throws if its JSON form is not valid (tested for all). */
export function presetScenario(preset: Preset): Scenario {
  const parsed = parseScenario(preset.scenario);
  if (!parsed.ok) throw new Error(`Preset ${preset.id}: ${parsed.error}`);
  return parsed.value;
}
