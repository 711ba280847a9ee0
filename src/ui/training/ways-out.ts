import { algoSpec } from "../../algos";
import { isSame, type Scenario } from "../../core/scenario";
import { fill } from "../../messages/section";
import { training as words } from "../../messages/training";
import { isLocked } from "../../scenario/locks";
import { reset, setParams } from "../session";
import { useLab } from "../store";

/** A learning rate so many times the tuned one is the likely cause: what the run’s own sentence advises to lower. */
const MUCH_TOO_HIGH = 5;

/** A way on after learning has diverged. */
export interface WayOut {
  label: string;
  /** The algorithm's parameters to begin anew with; the others stay. */
  params: Record<string, unknown>;
}

/**
 * The best way on: a learning rate that is much too high, now or at its end, back to the tuned ones; else everything.
 * Null where that would change nothing. What the scenario's author has locked stays as it is; and so does, where the run
 * began with shipped weights, what those must fit.
 */
export function wayOut({ algo, locks }: Pick<Scenario, "algo" | "locks">): WayOut | null {
  const spec = algoSpec(algo.id);
  const defs = spec?.params ?? {};
  const isShipped = (spec?.shipped?.(algo.params) ?? null) !== null;
  const isFree = (name: string) =>
    name in defs && !isLocked(locks, `algo.${name}`) && (defs[name].live || !isShipped);
  const tuned = (names: string[]) =>
    Object.fromEntries(names.filter(isFree).map((name) => [name, defs[name].default]));
  const rates = tuned(["learningRate", "learningRateEnd"]);
  const usual = Number(defs.learningRate?.default);
  if (Object.keys(rates).some((name) => Number(algo.params[name]) >= MUCH_TOO_HIGH * usual)) {
    return { label: fill(words.resetWithRate, { rate: usual }), params: rates };
  }
  const params = tuned(Object.keys(defs));
  if (Object.entries(params).every(([name, value]) => isSame(algo.params[name], value))) return null;
  return { label: words.resetTuned, params };
}

/** A new run with these parameters; where the change is refused, with a sentence, the run stays as it is. */
export function resetWith(params: Record<string, unknown>): void {
  setParams({ algo: params });
  const now = useLab.getState().scenario.algo.params;
  if (Object.entries(params).every(([name, value]) => isSame(now[name], value))) reset();
}
