import { recovery as words } from "../messages/recovery";
import type { Command, Message } from "./protocol";

/** A message other than the answer to a ping. */
export type News = Exclude<Message, { type: "pong" }>;

const PING_EVERY = 1000; // ms
const HANG_AFTER = 5; // pings without an answer

/**
 * A worker under watch: opened when there is something to send, and ended when it crashes or stops answering.
 */
export class WatchedWorker {
  private worker: Worker | null = null;
  private run = 0;
  /** Pings since the last answer. Counted, not timed: a page that slept must not take the worker for dead. */
  private unanswered = 0;
  /** Pings that this worker has answered: about the seconds that it has been well. */
  answered = 0;
  private readonly heartbeat: ReturnType<typeof setInterval>;

  /** `onDeath` says why the worker had to be ended; the next `post` opens another. */
  constructor(
    private readonly start: () => Worker,
    private readonly onMessage: (message: News) => void,
    private readonly onDeath: (why: string) => void,
  ) {
    this.heartbeat = setInterval(() => this.beat(), PING_EVERY);
  }

  get isOpen(): boolean {
    return this.worker !== null;
  }

  post(command: Command): void {
    this.run = command.run;
    this.worker ??= this.open();
    this.worker.postMessage(command);
  }

  close(): void {
    if (!this.worker) return;
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.terminate();
    this.worker = null;
  }

  dispose(): void {
    clearInterval(this.heartbeat);
    this.close();
  }

  private open(): Worker {
    const worker = this.start();
    this.unanswered = 0;
    this.answered = 0;
    worker.onmessage = ({ data: message }: MessageEvent<Message>) => {
      this.unanswered = 0;
      if (message.type === "pong") this.answered++;
      else this.onMessage(message);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.die(words.stopped);
    };
    return worker;
  }

  private beat(): void {
    if (!this.worker) return;
    if (this.unanswered++ >= HANG_AFTER) this.die(words.silent);
    else this.worker.postMessage({ type: "ping", run: this.run });
  }

  private die(why: string): void {
    this.close();
    this.onDeath(why);
  }
}
