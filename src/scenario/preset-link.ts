import { parseParam, type AnyParamDefs, type ParamDef } from "../core/params";
import { fail, ok, type Result } from "../core/result";
import type { Scenario } from "../core/scenario";
import { algoSpec, algoSpecs } from "../algos/index";
import { envSpec } from "../envs/index";
import { toJson } from "./canonical";
import { LIMITS } from "./limits";
import { parseScenario } from "./parse";
import { presetById, presetScenario } from "./presets";
import { readInteger } from "./read";
import { withAlgorithm } from "./switch-algorithm";

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Reads `<preset>?<name>=<value>&…`: names are parameters, or `seed`, `at` (a tick) and `algo` (an algorithm's id). */
export function decodePresetLink(fragment: string): Result<Scenario> {
  const [id, ...rest] = fragment.split("?");
  const preset = presetById(id);
  if (!preset) return fail(`Bellman has no preset called “${id.slice(0, 40)}”; choose one from the list.`);
  let scenario = presetScenario(preset);
  const settings = [...new URLSearchParams(rest.join("?"))];
  const names = new Set(settings.map(([name]) => name));
  if (names.size < settings.length) return fail("This link sets something twice.");
  const algo = settings.find(([name]) => name === "algo");
  if (algo) {
    if (!algoSpec(algo[1])) {
      const known = Object.keys(algoSpecs).join(", ");
      return fail(`Bellman has no algorithm called “${algo[1].slice(0, 40)}”; it has ${known}.`);
    }
    scenario = withAlgorithm(scenario, algo[1]);
  }
  for (const [name, text] of settings) {
    if (name === "algo") continue;
    const set = apply(scenario, name, text);
    if (!set.ok) return fail(`“${name.slice(0, 40)}” in this link: ${set.error}`);
  }
  return parseScenario(toJson(scenario));
}

/** Sets one thing in `scenario`, which is this function's own copy; the caller validates the whole. */
function apply(scenario: Scenario, name: string, text: string): Result<void> {
  if (name === "seed" || name === "at") {
    const number = NUMBER.test(text) ? Number(text) : NaN;
    const read = readInteger(number, "it", 0, name === "seed" ? LIMITS.seed : LIMITS.tick);
    if (!read.ok) return read;
    if (name === "seed") scenario.seed = read.value;
    else scenario.view = { ...scenario.view, at: { tick: read.value, phase: 0 } };
    return ok(undefined);
  }
  const homes = (["env", "algo"] as const)
    .filter((home) => !name.includes(".") || name.startsWith(`${home}.`))
    .map((home) => {
      const defs: AnyParamDefs = (home === "env" ? envSpec : algoSpec)(scenario[home].id)?.params ?? {};
      return { home, defs, param: name.slice(name.indexOf(".") + 1) };
    })
    .filter(({ defs, param }) => Object.hasOwn(defs, param));
  if (homes.length === 0) return fail("neither the environment nor the algorithm has such a parameter.");
  if (homes.length > 1) return fail(`both have it; write env.${name} or algo.${name}.`);
  const [{ home, defs, param }] = homes;
  const value = parseText(defs[param], text);
  if (!value.ok) return value;
  scenario[home] = { id: scenario[home].id, params: { ...scenario[home].params, [param]: value.value } };
  return ok(undefined);
}

function parseText(def: ParamDef, text: string): Result<unknown> {
  switch (def.kind) {
    case "number":
      return NUMBER.test(text) ? parseParam(def, Number(text)) : fail("it must be a number.");
    case "flag":
      return parseParam(def, text === "true" ? true : text === "false" ? false : text);
    case "choice":
      return parseParam(def, text);
    case "data":
      return fail("a map or a table cannot be set in a short link.");
  }
}
