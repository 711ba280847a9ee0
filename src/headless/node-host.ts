import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { backendKeeper } from "../engine/backend-keeper";
import { DigitLoader } from "../engine/digits";
import type { Host } from "../engine/host";
import type { Message } from "../engine/protocol";
import { readDigitFile } from "./digits-files";

/** What networks are computed on in Node: WebAssembly, or plain JavaScript where that is asked for. */
const openBackend = backendKeeper(async () => {
  const [nn, { countWork }] = await Promise.all([import("../nn/backend"), import("../nn/counters")]);
  return { open: (forced) => nn.openBackend({ gpu: undefined, forced }), reportOf: nn.reportOf, countWork };
});

const digits = new DigitLoader(readDigitFile);

function readWeights(name: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(new URL(`../../public/weights/${name}.safetensors`, import.meta.url))).catch(
    (error: Error) => {
      throw new Error(`The shipped weights “${name}” cannot be read (${error.message}).`);
    },
  );
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
    openBackend,
    async fetchDigits(trainCount, onShare) {
      const sets = await digits.load(trainCount, onShare);
      // Nobody is here to draw or to try again: what was asked for is the run.
      if (sets.missing !== null) throw new Error(sets.missing);
      return sets;
    },
    fetchWeights: readWeights,
  };
}
