import { isBefore, type Change, type Position, type Scenario, type Stop } from "../core/scenario";
import { leadsThrough, savedRun, withChanges, type SavedRun } from "./client-saved-run";
import type { Ask, BackendName, Checkpoint, Frame } from "./protocol";

/** Where a run stands as far as the page knows, and how to bring a new worker there. */
export class Standing {
  private scenario: Scenario;
  private at: Position;
  /** Where the run has been sent, until it has arrived. */
  private heading: Position | null;
  private saved: SavedRun | null = null;
  /** The run goes on from a stored checkpoint, and has not shown yet that it can. */
  isUntried = false;
  /** What was to be before a stored run that stands further on was gone on from. */
  private before: { changes: Change[]; at: Position } | null = null;
  /** What the run has been computed on, in order. */
  private backends: readonly BackendName[] = [];
  private lastPlay: (Ask & { type: "play" }) | null = null;
  private isPlaying = false;
  /** It stands still, as far as frames have told. */
  isAtRest = false;
  /** The last change that a frame has shown, and those sent since. */
  private confirmedEdit: number;
  private unconfirmed: (Ask & { type: "change" })[] = [];

  /** A run paused at `at`; `edit` numbers the last change that `scenario` holds already. */
  constructor(scenario: Scenario, at: Position, edit: number) {
    this.scenario = scenario;
    this.at = at;
    this.heading = at;
    this.confirmedEdit = edit;
  }

  /** The algorithm's id. */
  get algorithm(): string {
    return this.scenario.algo.id;
  }

  /** The last change that was sent. */
  get edit(): number {
    return this.unconfirmed.at(-1)?.edit ?? this.confirmedEdit;
  }

  /** The run to go on from, where one is kept that does not lie beyond the place where the page stands. */
  get from(): SavedRun | null {
    return this.saved && !isBefore(this.place, this.saved.checkpoint.position) ? this.saved : null;
  }

  private get place(): Position {
    return this.heading ?? this.at;
  }

  /** Goes on from a stored run; where that one stands beyond the place where it was to be, it stays there. */
  goOnFrom(saved: SavedRun): void {
    const { position } = saved.checkpoint;
    this.saved = saved;
    this.isUntried = true;
    if (!isBefore(this.at, position)) return;
    this.before = { changes: this.scenario.changes ?? [], at: this.at };
    this.scenario = withChanges(this.scenario, saved.scenario.changes);
    this.at = this.heading = position;
  }

  /** The stored run is of no use: all is as it was before it was gone on from. */
  forget(): void {
    const { saved, before } = this;
    this.saved = this.before = null;
    this.isUntried = false;
    if (!before) return;
    this.scenario = withChanges(this.scenario, before.changes);
    if (this.heading === saved?.checkpoint.position) this.heading = before.at;
    this.at = before.at;
  }

  /** Takes note of what the run is computed on from here. */
  computedOn(name: BackendName): void {
    if (this.backends.at(-1) !== name) this.backends = [...this.backends, name];
  }

  /** What brings a new worker here; it has yet to be told to run. */
  retrace(): Ask[] {
    const { scenario, place: at, confirmedEdit: edit } = this;
    this.heading = at;
    this.backends = this.from?.backends ?? [];
    const from = this.from?.checkpoint;
    const list: Ask[] = [{ type: "load", scenario, at, edit, ...(from && { from }) }];
    if (from && isBefore(from.position, at)) list.push({ type: "seek", to: at });
    return [...list, ...this.unconfirmed];
  }

  /** What makes it run on, where it was running. */
  get running(): Ask | null {
    return this.isPlaying ? this.lastPlay : null;
  }

  /** Takes note of what the page asks for. */
  asked(ask: Ask): void {
    switch (ask.type) {
      case "change":
        this.unconfirmed.push(ask);
        return;
      case "stop":
        this.scenario = withStop(this.scenario, ask.stop);
        return;
      case "play":
        this.lastPlay = ask;
        this.isPlaying = true;
        return;
      case "seek":
        this.heading = ask.to;
        this.isPlaying = false;
        return;
      case "pause":
      case "variance":
      case "evaluate":
        this.heading = null;
        this.isPlaying = false;
        return;
      case "step":
      case "step-back":
        this.isPlaying = false;
        return;
      case "load":
      case "look":
      case "probe":
      case "compare":
      case "ack":
      case "ping":
        return;
    }
  }

  shown({ status, position, changes, edit }: Frame): void {
    const isOnItsWay = status === "preparing" || status === "seeking";
    this.isUntried = false;
    this.isAtRest = status === "paused" || status === "finished";
    this.at = position;
    const hasArrived = !isOnItsWay && (status === "finished" || !isBefore(position, this.place));
    if (hasArrived) this.heading = null;
    this.isPlaying = status === "running" || (this.isPlaying && !hasArrived);
    if (changes) {
      this.scenario = withChanges(this.scenario, changes);
      if (this.saved && !leadsThrough(this.scenario, this.saved)) this.saved = null;
    }
    this.confirmedEdit = edit;
    this.unconfirmed = this.unconfirmed.filter((change) => change.edit > edit);
  }

  /**
   * Keeps a checkpoint in place of the last one. Null while changes are on their way: there is no telling which course
   * of the run it belongs to, and the next one will do.
   */
  keep(checkpoint: Checkpoint): SavedRun | null {
    const saved = this.unconfirmed.length === 0 ? savedRun(this.scenario, checkpoint, this.backends) : null;
    if (!saved) return null;
    this.saved = saved;
    // The run has been there already, only the frame that shows it is still to come.
    if (isBefore(this.at, checkpoint.position)) this.at = checkpoint.position;
    return saved;
  }
}

function withStop({ stop: _old, ...rest }: Scenario, stop: Stop | null): Scenario {
  return stop ? { ...rest, stop } : rest;
}
