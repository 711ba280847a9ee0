import type { AnyParamDefs } from "../core/params";
import type { Scenario } from "../core/scenario";
import { algoSpec } from "../algos/index";
import { envSpec } from "../envs/index";

type Params = Record<string, unknown>;

/**
 * The canonical JSON form: keys in a fixed order, whatever equals its default left out. Equal scenarios
 * have equal forms, so a link read and written again is the same link.
 */
export function toJson(scenario: Scenario): Record<string, unknown> {
  const { title, env, algo, seed, view, stop, locks, notes, changes } = scenario;
  const envDefs = envSpec(env.id)?.params ?? {};
  const algoDefs = algoSpec(algo.id)?.params ?? {};
  return withoutEmpty({
    v: 1,
    title,
    env: { id: env.id, ...withoutEmpty({ params: differences(envDefs, defaults(envDefs), env.params) }) },
    algo: {
      id: algo.id,
      ...withoutEmpty({ params: differences(algoDefs, defaults(algoDefs), algo.params) }),
    },
    seed: seed === 0 ? undefined : seed,
    view: view && viewToJson(view),
    stop: stop && withoutEmpty({ ...stop }),
    locks,
    notes,
    changes: changes && changesToJson(scenario, envDefs, algoDefs),
  });
}

/** The text in a link; a file may be indented. */
export function canonicalText(scenario: Scenario): string {
  return JSON.stringify(toJson(scenario));
}

/** Whether two values of a parameter are equal as JSON, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function viewToJson({ layers, selected, at, figure, granularity }: NonNullable<Scenario["view"]>): unknown {
  return {
    ...(layers && { layers }), // an empty list says: all layers off
    ...withoutEmpty({
      selected: selected && withoutEmpty({ state: selected.state, action: selected.action }),
      at: at && positionToJson(at),
      figure,
      granularity,
    }),
  };
}

function positionToJson({ tick, phase }: { tick: number; phase: number }): unknown {
  return phase === 0 ? { tick } : { tick, phase };
}

function changesToJson(scenario: Scenario, envDefs: AnyParamDefs, algoDefs: AnyParamDefs): unknown[] {
  const list: unknown[] = [];
  let env = scenario.env.params;
  let algo = scenario.algo.params;
  for (const change of scenario.changes ?? []) {
    const changed = withoutEmpty({
      env: change.env && differences(envDefs, env, change.env),
      algo: change.algo && differences(algoDefs, algo, change.algo),
    });
    env = change.env ?? env;
    algo = change.algo ?? algo;
    const { push } = change;
    if (push === undefined && Object.keys(changed).length === 0) continue;
    list.push({ at: positionToJson(change.at), ...changed, ...(push !== undefined && { push }) });
  }
  return list;
}

function defaults(defs: AnyParamDefs): Params {
  return Object.fromEntries(Object.entries(defs).map(([name, def]) => [name, def.default]));
}

/** The parameters in which `params` differs from `base`, in the order of their declaration. */
function differences(defs: AnyParamDefs, base: Params, params: Params): Params {
  const names = Object.keys(defs).filter((name) => !isSame(params[name], base[name]));
  return Object.fromEntries(names.map((name) => [name, sorted(params[name])]));
}

/** A copy of a JSON value whose objects have their keys in alphabetical order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Drops what is undefined, an empty text, an empty list or an empty object. */
function withoutEmpty(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => {
      if (value === undefined || value === "") return false;
      return typeof value !== "object" || value === null || Object.keys(value).length > 0;
    }),
  );
}
