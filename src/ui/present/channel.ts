import { readLetter, type Message } from "./messages";

const NAME = "bellman.present";

interface Ears {
  hear: (message: Message) => void;
  /** The window had no lecture yet and has found one. */
  found?: (session: string) => void;
}

/**
 * The line between the windows of a lecture. Each hears only its own lecture; who has none yet (null) joins the first
 * that answers.
 */
export class Channel {
  /** Whether this browser lets windows talk to each other: not in a sandboxed frame. */
  readonly works: boolean;
  private readonly line: BroadcastChannel | null;

  constructor(
    public session: string | null,
    ears: Ears,
  ) {
    this.line = open();
    this.works = this.line !== null;
    this.line?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      const letter = readLetter(data);
      if (!letter) return;
      const { session: from, ...message } = letter;
      if (this.session === null && from !== null && message.type === "state") {
        this.session = from;
        ears.found?.(from);
      }
      const isAsked = from === null && message.type === "hello" && this.session !== null;
      if (isAsked || (from !== null && from === this.session)) ears.hear(message);
    });
  }

  send(message: Message): void {
    this.line?.postMessage({ ...message, session: this.session });
  }

  close(): void {
    this.line?.close();
  }
}

function open(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return null;
  }
}
