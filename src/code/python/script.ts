import { algoSpec, type AlgoId } from "../../algos";
import { layerSizes, type NetworkShape } from "../../core/network-params";
import type { AnyParamDefs } from "../../core/params";
import { longestOf } from "../../core/rollout";
import type { Scenario } from "../../core/scenario";
import { envSpec } from "../../envs";
import { harmless, literal } from "./literal";
import { assignments } from "./parameters";
import { recipes, worldParts } from "./recipes";

const RULE = `# ${"-".repeat(117)}`;
const WIDTH = 100;

/** q-learning → bellman-q-learning.py */
export const scriptName = ({ algo }: Scenario): string => `bellman-${algo.id}.py`;

/**
 * A Python script that does what a scenario does: the same world, algorithm and parameters, one file that runs as it is.
 * `title` is what the scenario is called.
 */
export function pythonScript(scenario: Scenario, title: string): string {
  const spec = algoSpec(scenario.algo.id);
  const world = envSpec(scenario.env.id);
  if (!spec || !world) throw new Error(`There is no script for ${scenario.algo.id}.`);
  const recipe = recipes[scenario.algo.id as AlgoId];
  const standard = isGymnasiums(scenario);
  const { imports, texts } = hoisted([...worldParts(scenario, standard), ...recipe.parts]);
  const needs = standard ? `${recipe.needs}; Gymnasium where it is installed` : recipe.needs;
  const limits = Object.entries(recipe.limits(scenario)).map(
    ([name, value]) => `${name} = ${literal(value)}`,
  );
  const head = docstring(
    `${spec.title}: “${harmless(title)}”, as in Bellman.`,
    spec.summary,
    `    python3 ${scriptName(scenario)}        needs ${needs}`,
    "The world, the update rule and the parameters are those of the page. " +
      (spec.family === "planning"
        ? "Nothing here is random: the values agree to rounding."
        : "Random numbers are drawn by another generator, so a run differs as two seeds do."),
    ...(scenario.algo.params.learning === false
      ? ["Learning is switched off on the page; this script learns all the same."]
      : []),
  );
  const parameters = [
    RULE,
    `# The world: ${world.title.toLowerCase()}`,
    "",
    ...assignments(world.params, worldValues(scenario), { tau: "time_step" }),
    "",
    `# ${spec.title}`,
    "",
    ...assignments(spec.params, scenario.algo.params),
    "",
    `seed = ${literal(scenario.seed)}`,
    ...limits,
    ...longestEpisode(scenario),
  ];
  return `${[head, imports.join("\n"), parameters.join("\n"), ...texts].join("\n\n").replaceAll(/\n{4,}/g, "\n\n\n")}\n`;
}

/** Whether Gymnasium's CartPole-v1 is this world; how long an episode may be it can be told. */
export function isGymnasiums({ env }: Scenario): boolean {
  const { maxSteps: _told, ...rest } = (envSpec(env.id)?.params ?? {}) as AnyParamDefs;
  return (
    env.id === "cart-pole" && Object.entries(rest).every(([name, def]) => env.params[name] === def.default)
  );
}

/** No wind is written down as none in every column. */
function worldValues({ env }: Scenario): Readonly<Record<string, unknown>> {
  if (env.id !== "grid-world") return env.params;
  const { rows, wind } = env.params as { rows: string[]; wind: number[] };
  return { ...env.params, wind: wind.length > 0 ? wind : Array.from(rows[0], () => 0) };
}

/** Policy gradients cut episodes off where an update would otherwise take too long in a page. */
function longestEpisode({ env, algo }: Scenario): string[] {
  if (!("trajectories" in algo.params)) return [];
  const { trajectories, ...shape } = algo.params as unknown as NetworkShape & { trajectories: number };
  const [inputs, actions] = [4, 2];
  const sizes = layerSizes(inputs, shape, actions);
  const weights = sizes.slice(1).reduce((sum, units, layer) => sum + (sizes[layer] + 1) * units, 0);
  const longest = Math.min(longestOf(trajectories, weights), Number(env.params.maxSteps));
  return [`longest_episode = ${literal(longest)}  # steps of a trajectory, at most`];
}

/** The imports of all parts, once each and sorted: Python's own first. The parts without them. */
function hoisted(parts: readonly string[]): { imports: string[]; texts: string[] } {
  const isImport = (line: string) => /^(import|from) /.test(line);
  const lines = parts.map((part) => part.split("\n"));
  const imports = [...new Set(lines.flat().filter(isImport))].toSorted();
  const isForeign = (line: string) => /^(import|from) (numpy|torch)/.test(line);
  const own = imports.filter((line) => !isForeign(line));
  return {
    imports: [...own, ...(own.length > 0 ? [""] : []), ...imports.filter(isForeign)],
    texts: lines.map((of) =>
      of
        .filter((line) => !isImport(line))
        .join("\n")
        .trim(),
    ),
  };
}

function docstring(...paragraphs: readonly string[]): string {
  return ['"""', paragraphs.map(wrapped).join("\n\n"), '"""'].join("\n");
}

/** Lines of at most `WIDTH` characters; indented ones stay as they are. */
function wrapped(paragraph: string): string {
  if (paragraph.startsWith(" ")) return paragraph;
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
