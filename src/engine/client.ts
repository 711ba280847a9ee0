import type { Position, Scenario, Stop } from "../core/scenario";
import type { Command, Comparison, Frame, Message } from "./protocol";

type Ask = Command extends infer C ? (C extends Command ? Omit<C, "run"> : never) : never;

export interface ClientEvents {
  /** Draw it, then call `ack`. */
  onFrame(frame: Frame): void;
  onComparison(comparison: Comparison): void;
  /** The run cannot start or go on. */
  onProblem(says: string): void;
  /** The worker died or hung and has been restarted at the place the page last showed. */
  onRestart(says: string): void;
}

const PING_EVERY = 1000; // ms
const HANG_AFTER = 5; // pings without an answer
const MOST_RESTARTS = 3; // in a row, without a frame in between

/**
 * The page's end of the worker: numbers the runs, drops messages of old ones, and when the worker
 * crashes or stops answering starts a new one from the scenario at the position last shown.
 */
export class Client {
  private worker: Worker | null = null;
  private run = 0;
  private loaded: { scenario: Scenario; at: Position } | null = null;
  /** Pings since the last answer. Counted, not timed: a page that slept must not take the worker for dead. */
  private unanswered = 0;
  private restarts = 0;
  /** The last change that a frame has shown, and those sent since: a new worker must get them again. */
  private confirmedEdit = 0;
  private unconfirmed: (Ask & { type: "change" })[] = [];
  private readonly heartbeat: ReturnType<typeof setInterval>;

  constructor(
    private readonly events: ClientEvents,
    private readonly startWorker: () => Worker = () =>
      new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  ) {
    this.heartbeat = setInterval(() => this.beat(), PING_EVERY);
  }

  /** Starts a new run of `scenario`, paused at `at`. */
  load(scenario: Scenario, at: Position): void {
    this.run++;
    this.restarts = 0;
    this.loaded = { scenario, at };
    this.confirmedEdit = this.unconfirmed.at(-1)?.edit ?? this.confirmedEdit;
    this.unconfirmed = [];
    this.post({ type: "load", scenario, at, edit: this.confirmedEdit });
  }

  send(ask: Ask): void {
    if (!this.worker) this.reload(); // given up after crashes: the user tries again
    if (ask.type === "change") this.unconfirmed.push(ask);
    if (ask.type === "stop" && this.loaded) this.loaded.scenario = withStop(this.loaded.scenario, ask.stop);
    this.post(ask);
  }

  private post(ask: Ask): void {
    this.worker ??= this.openWorker();
    this.worker.postMessage({ ...ask, run: this.run });
  }

  /** Brings a new worker to where the page stands. */
  private reload(): void {
    if (!this.loaded) return;
    this.run++;
    this.post({ type: "load", ...this.loaded, edit: this.confirmedEdit });
    for (const change of this.unconfirmed) this.post(change);
  }

  /** The frame last given to `onFrame` is on screen. */
  ack(): void {
    this.send({ type: "ack" });
  }

  dispose(): void {
    clearInterval(this.heartbeat);
    this.closeWorker();
  }

  private openWorker(): Worker {
    const worker = this.startWorker();
    this.unanswered = 0;
    worker.onmessage = (event: MessageEvent<Message>) => this.receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.restart("The simulation stopped unexpectedly");
    };
    return worker;
  }

  private closeWorker(): void {
    if (!this.worker) return;
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.terminate();
    this.worker = null;
  }

  private receive(message: Message): void {
    this.unanswered = 0;
    if (message.run !== this.run) return;
    if (message.type === "frame") {
      this.restarts = 0;
      if (this.loaded) {
        this.loaded.at = message.frame.position;
        const { changes } = message.frame;
        if (changes) this.loaded.scenario = { ...this.loaded.scenario, changes };
        this.confirmedEdit = message.frame.edit;
        this.unconfirmed = this.unconfirmed.filter(({ edit }) => edit > this.confirmedEdit);
      }
      this.events.onFrame(message.frame);
    } else if (message.type === "comparison") {
      this.events.onComparison(message.comparison);
    } else if (message.type === "problem") {
      this.events.onProblem(message.says);
    }
  }

  private beat(): void {
    if (!this.worker) return;
    if (this.unanswered++ >= HANG_AFTER) this.restart("The simulation stopped answering");
    else this.worker.postMessage({ type: "ping", run: this.run });
  }

  private restart(why: string): void {
    this.closeWorker();
    if (++this.restarts > MOST_RESTARTS) {
      this.events.onProblem(
        `${why} several times in a row. Your map and settings are kept; change them or reload the page.`,
      );
      return;
    }
    this.reload();
    this.events.onRestart(`${why} and was started again where it was. Your map and settings are kept.`);
  }
}

function withStop({ stop: _old, ...scenario }: Scenario, stop: Stop | null): Scenario {
  return stop ? { ...scenario, stop } : scenario;
}
