import type { Clock } from "../core/algo";
import { START, type Scenario } from "../core/scenario";
import { recovery as words } from "../messages/recovery";
import { fill } from "../messages/section";
import { openWorker } from "./client-open-worker";
import { WatchedWorker, type News } from "./client-worker";
import type { Ask, Frame } from "./protocol";
import { wholeTicksOf } from "./whole-ticks";

/** Rejects a run that was called off. */
export class CalledOff extends Error {}

interface Awaited {
  readonly scenario: Scenario;
  hasBegun: boolean;
  onShare(share: number): void;
  resolve(frame: Frame): void;
  reject(why: Error): void;
}

/**
 * Runs scenarios to their stop conditions in a worker of its own, one at a time and as fast as possible, so that the run on
 * screen goes on untouched. Networks are computed on WebAssembly, which gives the same numbers on every machine.
 */
export class Judge {
  private readonly worker: WatchedWorker;
  private run = 0;
  private awaited: Awaited | null = null;

  constructor(startWorker: () => Worker = openWorker) {
    this.worker = new WatchedWorker(
      startWorker,
      (message) => this.receive(message),
      (why) => this.fail(new Error(fill(words.sentence, { why }))),
    );
  }

  /** The last frame of a run; `onShare` hears how much of it is done, 0 to 1. Rejects with a sentence for the user. */
  finish(scenario: Scenario, onShare: (share: number) => void): Promise<Frame> {
    return new Promise((resolve, reject) => {
      this.fail(new CalledOff("Another run was asked for."));
      this.run++;
      this.awaited = { scenario, hasBegun: false, onShare, resolve, reject };
      this.post({ type: "load", scenario, at: START, edit: 0, backend: "wasm" });
    });
  }

  /** Ends the worker, and what it was doing. */
  dispose(): void {
    this.worker.dispose();
    this.fail(new CalledOff("The run was called off."));
  }

  private post(ask: Ask): void {
    this.worker.post({ ...ask, run: this.run });
  }

  private receive(message: News): void {
    if (message.run !== this.run) return;
    if (message.type === "problem" || message.type === "lost") return this.fail(new Error(message.says));
    if (message.type === "frame") this.take(message.frame);
  }

  private take(frame: Frame): void {
    const { awaited } = this;
    if (!awaited) return;
    this.post({ type: "ack" });
    const { status, clock, outcome } = frame;
    awaited.onShare(shareOf(clock, awaited.scenario));
    if (status !== "paused" && status !== "finished") return;
    if (awaited.hasBegun) {
      this.awaited = null;
      awaited.resolve(frame);
    } else if (outcome) {
      this.fail(new Error(outcome.says)); // it cannot begin: digits are missing
    } else {
      awaited.hasBegun = true;
      this.post({ type: "play", granularity: wholeTicksOf(awaited.scenario.algo.id), rate: Infinity });
    }
  }

  private fail(why: Error): void {
    const { awaited } = this;
    this.awaited = null;
    awaited?.reject(why);
  }
}

/** How much of a run is done, as far as its stop condition tells. */
function shareOf(clock: Clock, { stop = {} }: Scenario): number {
  const counts = (["ticks", "sweeps", "episodes"] as const).map(
    (key) => clock[key] / (stop[key] ?? Infinity),
  );
  return Math.min(1, Math.max(...counts));
}
