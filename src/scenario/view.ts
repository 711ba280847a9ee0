import type { Env } from "../core/env";
import { fail, ok, type Result } from "../core/result";
import type { Position, Stop, View } from "../core/scenario";
import { LIMITS } from "./limits";
import { readInteger, readList, readRecord, readText } from "./read";

export function parsePosition(raw: unknown, what: string): Result<Position> {
  const entry = readRecord(raw, what, ["tick", "phase"]);
  if (!entry.ok) return entry;
  const tick = readInteger(entry.value.tick, `${what}, tick`, 0, LIMITS.tick);
  if (!tick.ok) return tick;
  const phase = readInteger(entry.value.phase ?? 0, `${what}, phase`, 0, LIMITS.phase);
  if (!phase.ok) return phase;
  return ok({ tick: tick.value, phase: phase.value });
}

/** `env` bounds the numbers of the selected state and action. */
export function parseView(raw: unknown, env: Env): Result<View> {
  const entry = readRecord(raw, "“view”", ["layers", "selected", "at", "figure", "granularity"]);
  if (!entry.ok) return entry;
  const view: View = {};
  if (entry.value.layers !== undefined) {
    const layers = readList(entry.value.layers, "view, layers,", LIMITS.layers, readName);
    if (!layers.ok) return layers;
    view.layers = layers.value;
  }
  if (entry.value.selected !== undefined) {
    const selected = parseSelected(entry.value.selected, env);
    if (!selected.ok) return selected;
    view.selected = selected.value;
  }
  if (entry.value.at !== undefined) {
    const at = parsePosition(entry.value.at, "view, at");
    if (!at.ok) return at;
    view.at = at.value;
  }
  for (const key of ["figure", "granularity"] as const) {
    if (entry.value[key] === undefined) continue;
    const name = readName(entry.value[key], `view, ${key},`);
    if (!name.ok) return name;
    if (name.value !== "") view[key] = name.value;
  }
  return ok(view);
}

function readName(raw: unknown, what: string): Result<string> {
  return readText(raw, what, LIMITS.name);
}

function parseSelected(raw: unknown, env: Env): Result<NonNullable<View["selected"]>> {
  const entry = readRecord(raw, "view, selected", ["state", "action"]);
  if (!entry.ok) return entry;
  const states = env.tabular?.nStates ?? LIMITS.state;
  const state = readInteger(entry.value.state, "view, selected, state", 0, states - 1);
  if (!state.ok) return state;
  if (entry.value.action === undefined) return ok({ state: state.value });
  const action = readInteger(entry.value.action, "view, selected, action", 0, env.nActions - 1);
  if (!action.ok) return action;
  return ok({ state: state.value, action: action.value });
}

export function parseStop(raw: unknown): Result<Stop> {
  const entry = readRecord(raw, "“stop”", ["ticks", "sweeps", "episodes", "converged", "solved"]);
  if (!entry.ok) return entry;
  const { solved, ...others } = entry.value;
  if (solved !== undefined && solved !== true) return fail("“stop”, solved can only be true.");
  const other = parseOneStop(others);
  return other.ok && solved ? ok({ ...other.value, solved }) : other;
}

/** A condition of which there can be one only. */
function parseOneStop(entry: Record<string, unknown>): Result<Stop> {
  const { converged, ...counts } = entry;
  const given = Object.keys(entry);
  if (given.length > 1) return fail(`“stop” may hold one condition, not ${given.join(" and ")}.`);
  if (converged !== undefined) {
    return converged === true ? ok({ converged: true }) : fail("“stop”, converged can only be true.");
  }
  for (const [name, count] of Object.entries(counts)) {
    const parsed = readInteger(count, `“stop”, ${name}`, 1, LIMITS.stop);
    if (!parsed.ok) return parsed;
    return ok({ [name]: parsed.value });
  }
  return ok({});
}
