import type { AlgoSpec } from "../core/algo";
import type { EnvSpec } from "../core/env";
import { parseParams, type AnyParamDefs, type ParamDefs } from "../core/params";
import { fail, ok, type Result } from "../core/result";
import { isBefore, type Change } from "../core/scenario";
import { isSame } from "./canonical";
import { LIMITS } from "./limits";
import { readRecord } from "./read";
import { parsePosition } from "./view";

type Params = Record<string, unknown>;
type Setting<Spec> = { spec: Spec; params: Params };

/**
 * Reads the live changes of a run. In JSON a change lists only the parameters that it changes; read, it holds
 * whole records, each built on those in force before; several at one place are made one after the other. Changes that
 * change nothing of what is in force just before them are left out.
 */
export function parseChanges(
  raw: unknown,
  env: Setting<EnvSpec<Params>>,
  algo: Setting<AlgoSpec<Params>>,
): Result<Change[]> {
  if (!Array.isArray(raw)) return fail("“changes” must be a list […].");
  if (raw.length > LIMITS.changes) {
    return fail(`“changes” has ${raw.length} entries; at most ${LIMITS.changes} fit.`);
  }
  const changes: Change[] = [];
  const inForce = { env: env.params, algo: algo.params };
  const size = sizeOf(env.spec, env.params);
  let last = { tick: 0, phase: 0 };
  for (const [index, item] of raw.entries()) {
    const what = `Change ${index + 1}`;
    const entry = readRecord(item, what, ["at", "env", "algo", "push"]);
    if (!entry.ok) return entry;
    const at = parsePosition(entry.value.at, `${what}, at`);
    if (!at.ok) return at;
    if (isBefore(at.value, last)) return fail(`${what} comes before the one above it; put them in order.`);
    last = at.value;
    const change: Change = { at: at.value };
    if (entry.value.env !== undefined) {
      const next = overlay(env.spec.params, inForce.env, entry.value.env, what);
      if (!next.ok) return next;
      if (next.value !== inForce.env) {
        const wrong = env.spec.check(next.value);
        if (wrong.length > 0) return fail(`${what}: ${wrong[0]}`);
        if (!hasSameShape(next.value, inForce.env) && sizeOf(env.spec, next.value) !== size) {
          return fail(`${what}: the map must keep its size during a run.`);
        }
        change.env = inForce.env = next.value;
      }
    }
    if (entry.value.algo !== undefined) {
      const next = overlay(algo.spec.params, inForce.algo, entry.value.algo, what);
      if (!next.ok) return next;
      if (next.value !== inForce.algo) {
        const wrong = algo.spec.check?.(next.value) ?? [];
        if (wrong.length > 0) return fail(`${what}: ${wrong[0]}`);
        change.algo = inForce.algo = next.value;
      }
    }
    if (entry.value.push !== undefined) {
      const { push } = entry.value;
      if (typeof push !== "number" || !(Math.abs(push) <= 1) || push === 0) {
        return fail(`${what}, push: it must be a number from −1 to 1, and not 0.`);
      }
      change.push = push;
    }
    if (change.env || change.algo || change.push !== undefined) changes.push(change);
  }
  return ok(changes);
}

function sizeOf(spec: EnvSpec<Params>, params: Params): number | undefined {
  return spec.create(params).tabular?.nStates;
}

/** Whether all lists and texts are as long as before, as they mostly are: then the slow look at the size is not needed. */
function hasSameShape(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return a.length === b.length;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => hasSameShape(entry, b[index]));
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return typeof a === typeof b;
  const before = b as Params;
  return Object.entries(a).every(
    ([key, value]) => !Object.hasOwn(before, key) || hasSameShape(value, before[key]),
  );
}

/** `base` with the parameters that `raw` names; `base` itself where nothing differs. */
function overlay(defs: ParamDefs<Params>, base: Params, raw: unknown, what: string): Result<Params> {
  const parsed = parseParams(defs, raw, what);
  if (!parsed.ok) return parsed;
  const differing = Object.keys(raw as object).filter((name) => !isSame(parsed.value[name], base[name]));
  const fixed = differing.find((name) => !(defs as AnyParamDefs)[name].live);
  if (fixed !== undefined) return fail(`${what}, ${fixed}: it cannot be changed while a run goes on.`);
  if (differing.length === 0) return ok(base);
  return ok({ ...base, ...Object.fromEntries(differing.map((name) => [name, parsed.value[name]])) });
}
