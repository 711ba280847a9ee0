import type { Evaluation, GlimpsePicture } from "../core/glimpse";
import type { Look } from "../core/network-run";
import type { Position, Scenario } from "../core/scenario";
import type { VarianceReport } from "../core/variance";
import { algoSpec } from "../algos";
import { recovery as words } from "../messages/recovery";
import { fill } from "../messages/section";
import { mixes, type SavedRun } from "./client-saved-run";
import { openWorker } from "./client-open-worker";
import { Standing } from "./client-standing";
import { mixedSays, reported, restartSays, stepOf } from "./client-words";
import { WatchedWorker, type News } from "./client-worker";
import type { Ask, BackendName, BackendReport, Comparison, Frame, WeightsCard } from "./protocol";

/** A way out of a problem. */
export interface WayOut {
  label: string;
  run: () => void;
}

export interface ClientEvents {
  /** Draw it, then call `ack`. */
  onFrame(frame: Frame): void;
  onComparison(comparison: Comparison): void;
  onVariance(report: VarianceReport): void;
  onEvaluation(evaluation: Evaluation): void;
  /** The answer to the "probe" of this number. */
  onProbed(id: number, picture: GlimpsePicture): void;
  /** The share (0 to 1) of the data a run needs that is there. */
  onFetching(share: number): void;
  /** Shipped weights have come that the run begins with. */
  onCard(card: WeightsCard): void;
  onBackend(report: BackendReport): void;
  /** A network's run as it now stands; `isAtRest` where it has come to a stop there. */
  onSaved(saved: SavedRun, isAtRest: boolean): void;
  /** The run goes on from the saved one that `load` was given. */
  onResumed(saved: SavedRun): void;
  /** That one was computed on another backend than `name`, so the run does not go on from it. */
  onUnlike(saved: SavedRun, name: BackendName): void;
  /** The run that goes on in a new worker does so on another backend. */
  onMixed(says: string): void;
  /** The saved run that `load` was given is damaged. */
  onSpoilt(saved: SavedRun): void;
  /** The run cannot start or go on. */
  onProblem(says: string, wayOut: WayOut | undefined): void;
  /** The worker died, hung or lost the graphics processor, and the run goes on in a new one. */
  onRestart(says: string): void;
}

const MOST_RESTARTS = 3; // in a row, a worker in between being well for less than …
const WELL_AFTER = 10; // answered pings
const MOST_LOSSES = 2; // of the graphics processor, in the life of the page
/** A lost GPU makes itself known twice: as a failed read-back, which says little, and as the loss. */
const PATIENCE = 1000; // ms

/**
 * The page's end of the worker: numbers the runs, drops messages of old ones, and when the worker crashes, stops
 * answering or loses the graphics processor, goes on in a new one where the page stood: from the last checkpoint, or
 * where there is none from the start.
 */
export class Client {
  private readonly worker: WatchedWorker;
  private run = 0;
  private standing: Standing | null = null;
  /** What was asked while it is being looked up where the run is to begin. */
  private held: Ask[] | null = null;
  private restarts = 0;
  private losses = 0;
  private forced: BackendName | undefined;
  /** What the present run is computed on, where it trains networks and has come so far. */
  private backend: BackendName | undefined;
  /** The present worker has had a problem with a network's run: whatever comes next gets another. */
  private isBroken = false;
  /** The present run may go on from one that was computed on another backend. */
  private mayMix = false;
  /** What the page looks at: a new run must be told. */
  private looking: Look = {};

  constructor(
    private readonly events: ClientEvents,
    start: () => Worker = openWorker,
  ) {
    this.worker = new WatchedWorker(
      start,
      (message) => this.receive(message),
      (why) => this.recover(why),
    );
  }

  /** Has networks computed on this backend, in runs loaded from now on. */
  force(backend: BackendName): void {
    this.forced = backend;
  }

  /**
   * Starts a new run of `scenario`, paused at `at`. Where `search` finds a saved one that it comes through, it goes on
   * from that; where that one stands beyond `at`, it stays there. One that was computed on another backend is passed
   * over, as what comes of it could not be repeated, unless the run `mayMix`.
   */
  load(scenario: Scenario, at: Position, search?: Promise<SavedRun | null>, mayMix = false): void {
    const standing = new Standing(scenario, at, this.standing?.edit ?? 0);
    this.standing = standing;
    this.mayMix = mayMix;
    this.restarts = 0;
    this.held = null;
    if (this.isBroken) this.worker.close();
    if (!search) return this.begin();
    const held: Ask[] = (this.held = []);
    const go = (found: SavedRun | null): void => {
      if (this.held !== held) return; // another run has been loaded since
      this.held = null;
      if (found) standing.goOnFrom(found);
      this.begin();
      for (const ask of held) if (ask.type !== "change") this.post(ask);
    };
    search.then(go, () => go(null));
  }

  /** Says which pictures are looked at, in this run and those to come. */
  look(at: Look): void {
    this.looking = at;
    if (this.worker.isOpen && !this.held) this.post({ type: "look", look: at });
  }

  send(ask: Ask): void {
    if (!this.worker.isOpen && !this.held) this.begin(); // given up after crashes: the user tries again
    this.standing?.asked(ask);
    this.post(ask);
  }

  /** The frame last given to `onFrame` is on screen. */
  ack(): void {
    if (this.worker.isOpen && !this.held) this.post({ type: "ack" });
  }

  dispose(): void {
    this.worker.dispose();
  }

  private post(ask: Ask): void {
    if (this.held) this.held.push(ask);
    else this.worker.post({ ...ask, run: this.run });
  }

  /** Brings a worker to where the page stands. */
  private begin(): void {
    this.run++;
    this.backend = undefined;
    this.isBroken = false;
    for (const ask of this.standing?.retrace() ?? []) {
      this.post(ask.type === "load" && this.forced ? { ...ask, backend: this.forced } : ask);
      if (ask.type === "load") this.post({ type: "look", look: this.looking });
    }
  }

  private receive(message: News): void {
    if (message.type === "lost") return this.recover(message.says, true);
    if (message.run !== this.run || this.held) return;
    switch (message.type) {
      case "frame":
        if (this.worker.answered >= WELL_AFTER) this.restarts = 0;
        this.standing?.shown(message.frame);
        return this.events.onFrame(message.frame);
      case "comparison":
        return this.events.onComparison(message.comparison);
      case "variance":
        return this.events.onVariance(message.report);
      case "evaluation":
        return this.events.onEvaluation(message.evaluation);
      case "probed":
        return this.events.onProbed(message.id, message.picture);
      case "fetching":
        return this.events.onFetching(message.share);
      case "card":
        return this.events.onCard(message.card);
      case "checkpoint": {
        const { standing } = this;
        const saved = standing?.keep(message.checkpoint);
        if (standing && saved) this.events.onSaved(saved, standing.isAtRest);
        return;
      }
      case "backend":
        this.backend = message.report.name;
        this.events.onBackend(reported(message.report, this.losses >= MOST_LOSSES));
        return this.settleOn(message.report.name);
      case "problem":
        return this.stumble(message.says);
    }
  }

  /** Goes on, or not, from what was saved, now that it is known on which backend. */
  private settleOn(name: BackendName): void {
    const { standing } = this;
    if (!standing) return;
    const { from, isUntried } = standing;
    const isOther = from !== null && mixes(from, name);
    if (isUntried && isOther && !this.mayMix) {
      standing.forget();
      this.goOn(standing);
      return this.events.onUnlike(from, name);
    }
    standing.computedOn(name);
    if (from && isUntried) this.events.onResumed(from);
    else if (isOther && from.backends.at(-1) !== name && this.losses < MOST_LOSSES) {
      this.events.onMixed(mixedSays(from, name));
    }
  }

  /** The run has a problem. That may only be the first sign of a lost GPU, so there a moment is waited. */
  private stumble(says: string): void {
    if (this.standing?.isUntried && this.backend !== undefined) return this.beginAnew(this.standing);
    const { run, standing } = this;
    this.isBroken = this.trains;
    const tell = (): void => {
      if (run === this.run && standing === this.standing) this.events.onProblem(says, this.wayOut());
    };
    if (this.backend === "webgpu") setTimeout(tell, PATIENCE);
    else tell();
  }

  /** How a network's run that cannot go on may yet: a table's has nothing that another try could change. */
  private wayOut(): WayOut | undefined {
    const { standing, run } = this;
    if (!standing || !this.trains) return undefined;
    return {
      label: standing.from ? fill(words.goOnFrom, { step: stepOf(standing.from) }) : words.tryAgain,
      run: () => {
        if (run !== this.run || standing !== this.standing) return;
        this.worker.close();
        this.restarts = 0;
        this.goOn(standing);
      },
    };
  }

  private get trains(): boolean {
    return this.standing !== null && algoSpec(this.standing.algorithm)?.network !== undefined;
  }

  private recover(why: string, isLoss = false): void {
    const { standing } = this;
    this.worker.close();
    if (this.held || !standing) return; // the next run is about to open another
    if (++this.restarts > MOST_RESTARTS) {
      this.events.onProblem(fill(words.often, { why }), this.wayOut());
      return;
    }
    if (standing.isUntried && !isLoss && this.restarts > 1) return this.beginAnew(standing);
    const isSecondLoss = isLoss && this.countLoss();
    this.goOn(standing);
    this.events.onRestart(restartSays(why, standing.from, { isLoss, isSecondLoss }));
  }

  /** The stored run to go on from is of no use. */
  private beginAnew(standing: Standing): void {
    if (standing.from) this.events.onSpoilt(standing.from);
    standing.forget();
    this.begin();
    this.events.onRestart(words.damaged);
  }

  /** Goes on in a new worker, running where it was running. */
  private goOn(standing: Standing): void {
    this.begin();
    if (standing.running) this.post(standing.running);
  }

  /** True where from now on networks are computed without the graphics processor. */
  private countLoss(): boolean {
    if (++this.losses < MOST_LOSSES) return false;
    this.forced = "wasm";
    return true;
  }
}
