import type { Backend } from "../nn/backend";
import type { BackendName, BackendReport, Message } from "../engine/protocol";
import type { Host } from "../engine/trainer";
import type { Counts } from "../engine/work-meter";

let backend: Promise<Backend> | null = null;
let counter: { counts: () => Counts } | null = null;

/**
 * What networks are computed on in Node: WebAssembly, or plain JavaScript where that is asked for. Opened once, and
 * tfjs loaded only then.
 */
async function open(
  forced: BackendName | undefined,
): Promise<{ report: BackendReport; counts: () => Counts }> {
  const [nn, { countWork }] = await Promise.all([import("../nn/backend"), import("../nn/counters")]);
  backend ??= nn.openBackend({ gpu: undefined, forced });
  const report = nn.reportOf(await backend);
  counter ??= countWork();
  return { report, counts: counter.counts };
}

/** A place in Node for a trainer to run in. */
export function nodeHost(receive: (message: Message) => void): Host {
  return {
    post: (message) => setImmediate(receive, message),
    now: () => performance.now(),
    yieldToLoop: (ms) =>
      new Promise((go) => {
        if (ms > 0) setTimeout(go, ms);
        else setImmediate(go);
      }),
    openBackend: open,
  };
}
