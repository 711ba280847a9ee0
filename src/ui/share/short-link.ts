import type { AnyParamDefs } from "../../core/params";
import type { Scenario } from "../../core/scenario";
import { algoSpec } from "../../algos";
import { envSpec } from "../../envs";
import { decodeLink } from "../../scenario/link";
import { presets, type Preset } from "../../scenario/presets";
import { toJson } from "../../scenario/schema";

/**
 * The shortest link by name, like #cliff-walking?alpha=0.1, that opens the same experiment at the same place;
 * undefined where none does. It does not carry what is only shown: layers and the selected cell.
 */
export function shortLink(scenario: Scenario): string | undefined {
  const wanted = substance(scenario);
  const rows = JSON.stringify(scenario.env.params.rows);
  return presets
    .filter(
      ({ scenario: { env } }) => env.id === scenario.env.id && JSON.stringify(env.params?.rows) === rows,
    )
    .map((preset) => linkFrom(preset, scenario))
    .filter((link) => {
      const opened = decodeLink(link);
      return opened.ok && substance(opened.value) === wanted;
    })
    .toSorted((a, b) => a.length - b.length)
    .at(0);
}

/** All of a scenario that makes a difference to the run. */
function substance({ view, ...rest }: Scenario): string {
  const at = view?.at;
  return JSON.stringify(toJson({ ...rest, ...(at && { view: { at } }) }));
}

function linkFrom(preset: Preset, scenario: Scenario): string {
  const settings = new URLSearchParams();
  if (preset.scenario.algo.id !== scenario.algo.id) settings.set("algo", scenario.algo.id);
  const plain = decodeLink(address(preset.id, settings));
  if (!plain.ok) return "";
  const { env, algo, seed } = plain.value;
  const defs = { env: envSpec(env.id)?.params ?? {}, algo: algoSpec(algo.id)?.params ?? {} };
  const isShared = (name: string) => Object.hasOwn(defs.env, name) && Object.hasOwn(defs.algo, name);
  const nameIn = (home: keyof typeof defs) => (name: string) => (isShared(name) ? `${home}.${name}` : name);
  addDifferences(settings, defs.env, nameIn("env"), env.params, scenario.env.params);
  addDifferences(settings, defs.algo, nameIn("algo"), algo.params, scenario.algo.params);
  if (scenario.seed !== seed) settings.set("seed", String(scenario.seed));
  if (scenario.view?.at) settings.set("at", String(scenario.view.at.tick));
  return address(preset.id, settings);
}

function address(id: string, settings: URLSearchParams): string {
  return settings.size > 0 ? `#${id}?${settings.toString()}` : `#${id}`;
}

function addDifferences(
  settings: URLSearchParams,
  defs: AnyParamDefs,
  nameOf: (name: string) => string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  for (const [name, { kind }] of Object.entries(defs)) {
    if (kind !== "data" && after[name] !== before[name]) settings.set(nameOf(name), String(after[name]));
  }
}
