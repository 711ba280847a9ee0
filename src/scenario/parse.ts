import type { AlgoSpec } from "../core/algo";
import type { EnvSpec } from "../core/env";
import { parseParams } from "../core/params";
import { fail, ok, type Result } from "../core/result";
import type { Scenario } from "../core/scenario";
import { algoSpec, algoSpecs } from "../algos/index";
import { envSpec, envSpecs } from "../envs/index";
import { parseChanges } from "./changes";
import { LIMITS } from "./limits";
import { migrate } from "./migrations";
import { NEEDS, unmetNeed } from "./needs";
import { readInteger, readList, readRecord, readText } from "./read";
import { parseStop, parseView } from "./view";

type Params = Record<string, unknown>;

const ENTRIES = ["v", "title", "env", "algo", "seed", "view", "stop", "locks", "notes", "changes"] as const;

/**
 * Reads the JSON form of a scenario from untrusted data. Everything is checked and every parameter filled
 * in, or nothing is taken and the error says what is wrong. Never throws.
 */
export function parseScenario(raw: unknown): Result<Scenario> {
  const current = migrate(raw);
  if (!current.ok) return current;
  const top = readRecord(current.value, "A scenario", ENTRIES);
  if (!top.ok) return top;
  const { title, seed, view, stop, locks, notes, changes } = top.value;

  const env = parseEnv(top.value.env);
  if (!env.ok) return env;
  const algo = parseAlgo(top.value.algo);
  if (!algo.ok) return algo;
  const built = env.value.spec.create(env.value.params);
  const unmet = unmetNeed(algo.value.spec, built);
  if (unmet) {
    return fail(`${algo.value.spec.title} cannot run on ${env.value.spec.title}: it needs ${NEEDS[unmet]}.`);
  }
  const scenario: Scenario = {
    v: 1,
    env: { id: env.value.spec.id, params: env.value.params },
    algo: { id: algo.value.spec.id, params: algo.value.params },
    seed: 0,
  };

  if (seed !== undefined) {
    const parsed = readInteger(seed, "The seed", 0, LIMITS.seed);
    if (!parsed.ok) return parsed;
    scenario.seed = parsed.value;
  }
  if (title !== undefined) {
    const parsed = readText(title, "The title", LIMITS.title);
    if (!parsed.ok) return parsed;
    if (parsed.value !== "") scenario.title = parsed.value;
  }
  if (view !== undefined) {
    const parsed = parseView(view, built);
    if (!parsed.ok) return parsed;
    if (Object.keys(parsed.value).length > 0) scenario.view = parsed.value;
  }
  if (stop !== undefined) {
    const parsed = parseStop(stop);
    if (!parsed.ok) return parsed;
    if (Object.keys(parsed.value).length > 0) scenario.stop = parsed.value;
  }
  if (locks !== undefined) {
    const parsed = readList(locks, "locks", LIMITS.locks, (lock, what) => readText(lock, what, LIMITS.name));
    if (!parsed.ok) return parsed;
    if (parsed.value.length > 0) scenario.locks = parsed.value;
  }
  if (notes !== undefined) {
    const parsed = readText(notes, "The notes", LIMITS.notes);
    if (!parsed.ok) return parsed;
    if (parsed.value !== "") scenario.notes = parsed.value;
  }
  if (changes !== undefined) {
    const parsed = parseChanges(changes, env.value, algo.value);
    if (!parsed.ok) return parsed;
    if (parsed.value.length > 0) scenario.changes = parsed.value;
  }
  return ok(scenario);
}

function parseEnv(raw: unknown): Result<{ spec: EnvSpec<Params>; params: Params }> {
  const named = parseNamed(raw, "env", "the environment", envSpec, Object.keys(envSpecs));
  if (!named.ok) return named;
  const wrong = named.value.spec.check(named.value.params);
  return wrong.length > 0 ? fail(wrong[0]) : named;
}

function parseAlgo(raw: unknown): Result<{ spec: AlgoSpec<Params>; params: Params }> {
  const named = parseNamed(raw, "algo", "the algorithm", algoSpec, Object.keys(algoSpecs));
  if (!named.ok) return named;
  const wrong = named.value.spec.check?.(named.value.params) ?? [];
  return wrong.length > 0 ? fail(wrong[0]) : named;
}

/** Reads `{id, params?}` against a registry. */
function parseNamed<Spec extends EnvSpec<Params> | AlgoSpec<Params>>(
  raw: unknown,
  key: string,
  what: string,
  specOf: (id: string) => Spec | undefined,
  ids: string[],
): Result<{ spec: Spec; params: Params }> {
  if (raw === undefined) return fail(`The scenario does not say ${what}: "${key}": {"id": "${ids[0]}"}.`);
  const entry = readRecord(raw, `“${key}”`, ["id", "params"]);
  if (!entry.ok) return entry;
  const { id } = entry.value;
  const spec = typeof id === "string" ? specOf(id) : undefined;
  if (!spec) {
    const shown = typeof id === "string" ? `“${id.slice(0, 40)}”` : "without an id";
    return fail(`Bellman does not know ${what} ${shown}; it knows ${ids.join(", ")}.`);
  }
  const params = parseParams(spec.params, entry.value.params, spec.title);
  return params.ok ? ok({ spec, params: params.value }) : params;
}
