import type { BackendOptions } from "../nn/open";
import { backendKeeper } from "./backend-keeper";
import type { BenchmarkCommand, BenchmarkMessage } from "./benchmark-protocol";
import type { Command, Message } from "./protocol";
import { Trainer } from "./trainer";

/** The worker's end of the channel: a trainer with the worker's clock, messages and event loop. */

// A message to ourselves lets waiting commands in first and, unlike a timer, costs no 4 ms.
const channel = new MessageChannel();
let resume: (() => void) | null = null;
channel.port1.onmessage = () => {
  const go = resume;
  resume = null;
  go?.();
};

/** What is made when it is first asked for, and kept; where that failed, it is tried again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    }));
}

let lastRun = 0;
const onTrouble: BackendOptions["onTrouble"] = ({ kind, message }) => {
  const what = kind === "device-lost" ? "The graphics processor was lost" : "The graphics processor failed";
  self.postMessage({ run: lastRun, type: "lost", says: `${what} (${message})` } satisfies Message);
};

const openBackend = backendKeeper(async () => {
  const [nn, { wasmFiles }, { countWork }] = await Promise.all([
    import("../nn/backend"),
    import("../nn/wasm-files"),
    import("../nn/counters"),
  ]);
  const open = (forced: BackendOptions["forced"]) =>
    nn.openBackend({ gpu: navigator.gpu, forced, wasmFiles, onTrouble });
  return { open, reportOf: nn.reportOf, countWork };
});

/** The code that fetches digits and weights comes when a run first needs some. */
const digits = once(async () => {
  const [{ DigitLoader }, { fetchDigitFile }] = await Promise.all([
    import("./digits"),
    import("./digits-fetch"),
  ]);
  return new DigitLoader(fetchDigitFile);
});
const weights = once(async () => new (await import("./weights-fetch")).WeightsLoader());

const trainer = new Trainer({
  openBackend,
  fetchDigits: async (trainCount, onShare) => (await digits()).load(trainCount, onShare),
  // The card names its file, so it does no harm where meanwhile another run has begun.
  fetchWeights: async (name) =>
    (await weights()).load(name, (card) =>
      self.postMessage({ run: lastRun, type: "card", card } satisfies Message),
    ),
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

/** Its part of the code may not come: nobody else hears of a promise that a worker's event has rejected. */
async function measure(post: (message: BenchmarkMessage) => void): Promise<void> {
  try {
    const { measureDevice } = await import("./measure-device");
    await measureDevice(post, () => performance.now());
  } catch (error) {
    post({ type: "failed", says: error instanceof Error ? error.message : String(error) });
  }
}

self.onmessage = (event: MessageEvent<Command | BenchmarkCommand>) => {
  if (event.data.type === "benchmark") {
    void measure((message) => self.postMessage(message));
    return;
  }
  lastRun = Math.max(lastRun, event.data.run);
  void trainer.handle(event.data);
};
