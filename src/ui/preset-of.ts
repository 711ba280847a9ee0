import { algoSpec } from "../algos";
import { isBefore, isSame, START, type Scenario } from "../core/scenario";
import { envSpec } from "../envs";
import { fill } from "../messages/section";
import { works as words } from "../messages/works";
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

let worlds: { world: string; own: Scenario; preset: Preset }[] | undefined;

/** The scenario with the parameters that are in force where it is paused. */
function asShown(scenario: Scenario): Scenario {
  const at = scenario.view?.at ?? START;
  const past = scenario.changes?.filter((change) => !isBefore(at, change.at)) ?? [];
  const env = past.findLast((change) => change.env)?.env ?? scenario.env.params;
  const algo = past.findLast((change) => change.algo)?.algo ?? scenario.algo.params;
  return {
    ...scenario,
    env: { ...scenario.env, params: env },
    algo: { ...scenario.algo, params: algo },
  };
}

function all() {
  return (worlds ??= presets.map((preset) => {
    const own = presetScenario(preset);
    return { world: worldOf(own), own, preset };
  }));
}

/**
 * The preset whose map is on screen: of several, the one whose other settings fit best. Undefined for a map
 * of one's own.
 */
function nearest(scenario: Scenario) {
  const world = worldOf(scenario);
  const same = all().filter((each) => each.world === world);
  const fit = ({ own }: (typeof same)[number]) =>
    Number(own.algo.id === scenario.algo.id) -
    2 * SETTINGS.filter((name) => own.env.params[name] !== scenario.env.params[name]).length;
  return same.toSorted((a, b) => fit(b) - fit(a)).at(0);
}

/** What a world has besides its map. */
const SETTINGS = ["stepReward", "bumpReward", "noise", "exitAction"];

function hasMap({ env }: Scenario): boolean {
  return "rows" in env.params;
}

/**
 * In a world without a map settings are all that presets differ in: the one whose settings these are, whether the
 * agent is learning or being tested.
 */
function exactly(scenario: Scenario): Preset | undefined {
  const settings = ({ env, algo }: Scenario) => {
    const { learning: _live, ...params } = algo.params;
    return [env.params, params];
  };
  const wanted = settings(scenario);
  const alike = all().filter(({ own }) => own.env.id === scenario.env.id && own.algo.id === scenario.algo.id);
  return alike.find(({ own }) => isSame(settings(own), wanted))?.preset;
}

/** “DQN on the cart-pole”. */
function kindOf({ env, algo }: Scenario): string {
  const algorithm = algoSpec(algo.id)?.title ?? algo.id;
  const world = envSpec(env.id)?.title.toLowerCase() ?? env.id;
  return fill(words.kind, { algorithm, world });
}

/** The preset whose notice holds: nothing that could change what there is to see differs from it. */
export function noticedPreset(started: Scenario): Preset | undefined {
  const scenario = asShown(started);
  if (!hasMap(scenario)) return exactly(scenario);
  const found = nearest(scenario);
  if (found?.own.algo.id !== scenario.algo.id) return undefined;
  const { env, algo } = found.own;
  // The maps are the same; comparing them again would only cost time.
  const { rows: _rows, cells: _cells, wind: _wind, ...settings } = env.params;
  const same = holds(settings, scenario.env.params) && holds(algo.params, scenario.algo.params);
  return same ? found.preset : undefined;
}

function holds(wanted: Record<string, unknown>, params: Record<string, unknown>): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => value === params[name] || JSON.stringify(value) === JSON.stringify(params[name]),
  );
}

/**
 * What the experiment is called: by its author, or as the preset that it came from. What a preset's title says
 * after a comma is about its algorithm, and is left out where that is another one or follows another policy.
 */
export function titleOf(started: Scenario): string | undefined {
  if (started.title !== undefined) return started.title;
  const scenario = asShown(started);
  if (!hasMap(scenario)) return exactly(scenario)?.title ?? kindOf(scenario);
  const found = nearest(scenario);
  if (!found) return undefined;
  const { title } = found.preset;
  const { id, params } = found.own.algo;
  const same = id === scenario.algo.id && params.policy === scenario.algo.params.policy;
  return same ? title : title.split(", ")[0];
}
