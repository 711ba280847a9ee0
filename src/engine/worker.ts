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

const trainer = new Trainer({
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
  void trainer.handle(event.data);
};
