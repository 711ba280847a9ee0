import type { Backend } from "../nn/backend";
import type { BackendName, Command, Message } from "./protocol";
import { Trainer, type Host } from "./trainer";
import type { Counts } from "./work-meter";

/** The worker's end of the channel: a trainer with the worker's clock, messages and event loop. */

// A message to ourselves lets waiting commands in first and, unlike a timer, costs no 4 ms.
const channel = new MessageChannel();
let resume: (() => void) | null = null;
channel.port1.onmessage = () => {
  const go = resume;
  resume = null;
  go?.();
};

let lastRun = 0;
let backend: Promise<Backend> | null = null;
let counter: { counts: () => Counts } | null = null;

/** Opened once: a worker keeps its backend. tfjs is fetched only now. */
async function openBackend(forced: BackendName | undefined): ReturnType<Host["openBackend"]> {
  const [nn, { wasmFiles }, { countWork }] = await Promise.all([
    import("../nn/backend"),
    import("../nn/wasm-files"),
    import("../nn/counters"),
  ]);
  backend ??= nn.openBackend({
    gpu: navigator.gpu,
    forced,
    wasmFiles,
    onTrouble: ({ kind, message }) => {
      const what =
        kind === "device-lost" ? "The graphics processor was lost" : "The graphics processor failed";
      self.postMessage({ run: lastRun, type: "lost", says: `${what} (${message})` } satisfies Message);
    },
  });
  const report = nn.reportOf(await backend);
  counter ??= countWork();
  return { report, counts: counter.counts };
}

const trainer = new Trainer({
  openBackend,
  post: (message: Message) => self.postMessage(message),
  now: () => performance.now(),
  yieldToLoop: (ms) =>
    new Promise((resolve) => {
      if (ms > 0) {
        setTimeout(resolve, ms);
      } else {
        const before = resume;
        resume = () => {
          before?.();
          resolve();
        };
        channel.port2.postMessage(null);
      }
    }),
});

self.onmessage = (event: MessageEvent<Command>) => {
  lastRun = Math.max(lastRun, event.data.run);
  void trainer.handle(event.data);
};
