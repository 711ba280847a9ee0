import { isBefore, START, type Position, type Scenario } from "../../core/scenario";
import type { SavedRun } from "../../engine/client-saved-run";
import type { TrainingStore } from "./training-database";
import { bytesOf, canGoOnFrom, earlierKey, readRecord, trainingKey } from "./training-records";

/** Between two writings of a run that goes on. */
export const WRITE_EVERY = 5000; // ms
const PATIENCE = 5000; // ms for an answer: rather train again than wait for ever

/** How keeping goes: not tried yet, well, or refused by the browser. */
export type Keeping = "untried" | "kept" | "refused";

/**
 * Keeps training over a reload: writes the newest checkpoint now and then, and finds it again. Of each experiment it
 * keeps two runs: the present one, and the earlier one that had come furthest.
 */
export class TrainingKeeper {
  private pending: SavedRun | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wroteAt = -Infinity;
  /** Up to where the stored run of each experiment goes; as far as this page knows. */
  private readonly reached = new Map<string, Position>();
  private readonly foundUnder = new WeakMap<SavedRun, string>();

  /** `form`: of the checkpoints. `now`: milliseconds since 1970. */
  constructor(
    private readonly store: TrainingStore,
    private readonly form: number,
    private readonly now: () => number,
    private readonly onKeeping: (keeping: Keeping) => void,
  ) {}

  /** Keeps a run: at once where it has come to rest, else before long. */
  keep(saved: SavedRun, isAtRest: boolean): void {
    if (this.pending && trainingKey(this.pending.scenario) !== trainingKey(saved.scenario)) this.flush();
    this.pending = saved;
    const wait = this.wroteAt + WRITE_EVERY - this.now();
    if (isAtRest || wait <= 0) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), wait);
  }

  /**
   * Writes what has not been written yet; `isLast` where the page may be about to go: then nothing is written over a
   * run that may have come further, as there is no time to put it aside.
   */
  flush(isLast = false): void {
    const run = this.pending;
    if (!run) return;
    const key = trainingKey(run.scenario);
    const { position } = run.checkpoint;
    const reached = this.reached.get(key);
    const isOnward = reached !== undefined && !isBefore(position, reached);
    if (!isOnward && isLast) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pending = null;
    this.wroteAt = this.now();
    const aside = isOnward ? undefined : this.putAside(key, position);
    if (isOnward) this.reached.set(key, position);
    const written = aside ? aside.then(() => this.write(key, run, false)) : this.write(key, run, isLast);
    written.then(
      () => this.onKeeping("kept"),
      () => this.onKeeping("refused"),
    );
  }

  private write(key: string, run: SavedRun, isLast: boolean): Promise<void> {
    return this.store.write({ key, form: this.form, saved: this.now(), bytes: bytesOf(run), run }, isLast);
  }

  /** Keeps what is stored beyond `position` as the earlier run, unless there is one that had come further still. */
  private async putAside(key: string, position: Position): Promise<void> {
    const stored = await this.read(key, key);
    if (stored && isBefore(position, stored.checkpoint.position)) {
      const earlier = await this.read(earlierKey(key), key);
      const isFurthest = !earlier || !isBefore(stored.checkpoint.position, earlier.checkpoint.position);
      if (isFurthest) await this.write(earlierKey(key), stored, false);
    }
    this.reached.set(key, position);
  }

  /** What is stored under a key of the experiment; null if nothing is that could be gone on from, and then it is deleted. */
  private async read(storedUnder: string, key: string): Promise<SavedRun | null> {
    const raw = await this.store.read(storedUnder);
    if (raw === undefined) return null;
    const saved = readRecord(raw, key, this.form);
    if (!saved) await this.store.remove(storedUnder);
    else this.foundUnder.set(saved, storedUnder);
    return saved;
  }

  /**
   * The stored run from which the training of `scenario` can go on towards `at`, where it is to be paused; null if there is none.
   * `orBeyond`: also one that stands further on, and from the start the one that had come furthest.
   */
  async find(scenario: Scenario, at: Position, orBeyond: boolean): Promise<SavedRun | null> {
    const key = trainingKey(scenario);
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    const both = Promise.all([this.read(key, key), this.read(earlierKey(key), key)]);
    try {
      const [run, earlier] = (await Promise.race([both, late])) ?? [];
      const isOfUse = (saved: SavedRun | null | undefined): saved is SavedRun =>
        !!saved && isBefore(START, saved.checkpoint.position) && canGoOnFrom(saved, scenario, at, orBeyond);
      const [first, second] = [run, earlier].filter(isOfUse);
      if (!second) return first ?? null;
      const isElsewhere = orBeyond && isBefore(START, at);
      return !isElsewhere && isBefore(first.checkpoint.position, second.checkpoint.position) ? second : first;
    } catch {
      return null; // everything works without, only slower
    }
  }

  /** Forgets a run that cannot be gone on from. */
  forget(saved: SavedRun): void {
    this.store.remove(this.foundUnder.get(saved) ?? trainingKey(saved.scenario)).catch(() => {});
  }
}
