import type { BackendName, BackendReport, Message } from "./protocol";
import type { ResourceHost } from "./resources";
import type { Counts } from "./work-meter";

/** What the trainer needs of the place it runs in: the worker, Node or a test. */
export interface Host extends ResourceHost {
  post(message: Message): void;
  /** Milliseconds, never decreasing. */
  now(): number;
  /** Lets messages be handled; resolves after at least `ms`. */
  yieldToLoop(ms: number): Promise<void>;
  /** Opens what networks are computed on, or hands out what is open already. Rejects where nothing works. */
  openBackend(forced: BackendName | undefined): Promise<{ report: BackendReport; counts(): Counts }>;
}
