import type { Command, Message } from "./protocol";

/** Stands in for a worker: keeps what it is sent, says what the test wants. */
export class FakeWorker {
  readonly sent: Command[] = [];
  terminated = false;
  onmessage: ((event: { data: Message }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;

  postMessage(command: Command): void {
    this.sent.push(command);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: Message): void {
    this.onmessage?.({ data: message });
  }

  crash(): void {
    this.onerror?.({ preventDefault: () => undefined });
  }

  ofType<T extends Command["type"]>(type: T) {
    return this.sent.filter((command): command is Command & { type: T } => command.type === type);
  }
}
