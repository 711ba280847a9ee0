import { zeroClock } from "../../core/algo";
import { isBefore, isSame, type Position, type Scenario } from "../../core/scenario";
import { leadsThrough, type SavedRun } from "../../engine/client-saved-run";
import { backends } from "../../messages/backends";
import { canonicalText, toJson } from "../../scenario/canonical";
import { parseScenario } from "../../scenario/parse";

/** What is known of a stored run without reading it. */
export interface TrainingEntry {
  /** Which experiment it is of, or that it is the earlier run of one: see `trainingKey` and `earlierKey`. */
  readonly key: string;
  /** The CHECKPOINT_FORM of the page that wrote it. */
  readonly form: number;
  /** Milliseconds since 1970. */
  readonly saved: number;
  readonly bytes: number;
}

export interface TrainingRecord extends TrainingEntry {
  readonly run: SavedRun;
}

export const MOST_RUNS = 3;
const MOST_BYTES = 32e6; // of all together
const OVERHEAD = 20_000; // bytes of a checkpoint beside its arrays, rounded up

/** What runs of the same training have in common: all that they begin with, and nothing that is only shown. */
export function trainingKey({ env, algo, seed }: Scenario): string {
  return canonicalText({ v: 1, env, algo, seed });
}

/** Where the run of an experiment is put that had come further than the one now kept. */
export function earlierKey(key: string): string {
  return `earlier ${key}`;
}

/** The bytes that plain data takes, nearly: those of its arrays of numbers. */
export function bytesOf(data: unknown): number {
  return OVERHEAD + arrayBytes(data);
}

function arrayBytes(data: unknown): number {
  if (ArrayBuffer.isView(data)) return data.byteLength;
  if (typeof data !== "object" || data === null) return 0;
  const parts: Iterable<unknown> = data instanceof Map ? data.values() : Object.values(data);
  let sum = 0;
  for (const part of parts) sum += typeof part === "number" ? 8 : arrayBytes(part);
  return sum;
}

/** The keys of those, the oldest first, for which there is no room beside `fresh`. */
export function crowdedOut(entries: readonly TrainingEntry[], fresh: TrainingEntry): string[] {
  const others = entries.filter(({ key }) => key !== fresh.key).toSorted((a, b) => b.saved - a.saved);
  let room = MOST_BYTES - fresh.bytes;
  const leaving = others.filter(({ bytes }, i) => (room -= bytes) < 0 || i >= MOST_RUNS - 1);
  return leaving.map(({ key }) => key).toReversed();
}

/** A stored record as a run of an experiment, where it is whole and its checkpoint has this form; else null. */
export function readRecord(raw: unknown, key: string, form: number): SavedRun | null {
  try {
    const record = raw as TrainingRecord;
    if (record.form !== form) return null;
    const { run } = record;
    const scenario = parseScenario(toJson(run.scenario));
    if (!scenario.ok || trainingKey(scenario.value) !== key || !isCheckpoint(run.checkpoint)) return null;
    if (!Array.isArray(run.backends) || !run.backends.every((name) => name in backends)) return null;
    return (run.scenario.changes?.length ?? 0) === run.checkpoint.era ? run : null;
  } catch {
    return null; // what is stored may be anything
  }
}

function isCheckpoint({ position, clock, memory, streams, metrics, era }: SavedRun["checkpoint"]): boolean {
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  return (
    [position.tick, position.phase, era].every(isCount) &&
    (Object.keys(zeroClock()) as (keyof typeof clock)[]).every((name) => isCount(clock[name])) &&
    [streams.world, streams.explore, streams.replay, streams.init].every((state) => state !== undefined) &&
    metrics.series instanceof Map &&
    typeof memory === "object" &&
    memory !== null
  );
}

/**
 * Whether the training of `scenario`, which is to be paused at `at`, can go on from a saved run: it comes through it on
 * its way. `orBeyond`: also where the run has been saved later than the scenario.
 */
export function canGoOnFrom(saved: SavedRun, scenario: Scenario, at: Position, orBeyond: boolean): boolean {
  if (!isBefore(at, saved.checkpoint.position)) return leadsThrough(scenario, saved);
  const known = scenario.changes ?? [];
  return orBeyond && isSame((saved.scenario.changes ?? []).slice(0, known.length), known);
}
