import { isBefore, isSame, type Change, type Scenario } from "../core/scenario";
import type { BackendName, Checkpoint } from "./protocol";

/**
 * Of what checkpoints hold. Raise it whenever an older one could not be gone on from to the same result: another field
 * in `Checkpoint`, in what an algorithm or a network saves as its memory, in a metric's series or in a random stream,
 * or another order of draws or another rounding in what follows. Stored training of another form is deleted.
 */
export const CHECKPOINT_FORM = 3;

/** A network's run as it stood: what to go on from after a crash or a reload. Plain data. */
export interface SavedRun {
  /** As the run began, with the live changes that were in force at the checkpoint. */
  scenario: Scenario;
  checkpoint: Checkpoint;
  /** What it has been computed on, in order. They round differently, so a run of more than one can be repeated by none. */
  backends: readonly BackendName[];
}

/** Whether a run that goes on from a saved one on this backend is another than the one from the start on it. */
export function mixes({ backends }: SavedRun, name: BackendName): boolean {
  return backends.some((other) => other !== name);
}

/** The scenario with other live changes. */
export function withChanges({ changes: _old, ...rest }: Scenario, changes: readonly Change[] = []): Scenario {
  return changes.length > 0 ? { ...rest, changes: [...changes] } : rest;
}

/**
 * A checkpoint with the changes in force at it; null where it belongs to another course of the run: one that had other
 * changes before it, or that has made changes before it since.
 */
export function savedRun(
  scenario: Scenario,
  checkpoint: Checkpoint,
  backends: readonly BackendName[],
): SavedRun | null {
  const { era } = checkpoint;
  const changes = (scenario.changes ?? []).slice(0, era);
  const saved = { scenario: withChanges(scenario, changes), checkpoint, backends };
  return changes.length === era && leadsThrough(scenario, saved) ? saved : null;
}

/** Whether the run of `scenario` comes through a saved one: it begins the same way, and changes the same up to there. */
export function leadsThrough(scenario: Scenario, saved: SavedRun): boolean {
  const { position, era } = saved.checkpoint;
  const changes = scenario.changes ?? [];
  return (
    beginsLike(scenario, saved.scenario) &&
    isSame(changes.slice(0, era), saved.scenario.changes ?? []) &&
    !changes.some(({ at }, i) => (i < era ? isBefore(position, at) : isBefore(at, position)))
  );
}

/** Whether two runs begin the same way, whatever changes on their way. */
export function beginsLike(a: Scenario, b: Scenario): boolean {
  return isSame([a.env, a.algo, a.seed], [b.env, b.algo, b.seed]);
}
