import { trustedScript } from "./client-trusted";
// oxlint-disable-next-line import/default -- the builder makes one: the address of the built worker
import address from "./worker.ts?worker&url";

/** The stand-in of the worker's script, made once: every worker of the page can begin with it. */
let standIn: string | undefined;

/**
 * Starts the worker. A page in a sandboxed frame has an origin of its own, to which no script belongs: there a worker
 * can only be made of text, and that text imports the script. The server must let other origins read it
 * (docs/embedding.md).
 */
export function openWorker(): Worker {
  const script = new URL(address, import.meta.url).href;
  if (globalThis.origin !== "null") return new Worker(trustedScript(script), { type: "module" });
  standIn ??= URL.createObjectURL(new Blob([importing(script)], { type: "text/javascript" }));
  return new Worker(trustedScript(standIn)); // Chromium refuses modules made of text here, but lets scripts import some
}

/** Keeps what the page says until the script is there to hear it; that it did not come counts as a crash. */
function importing(script: string): string {
  return `const early = [];
self.onmessage = (event) => early.push(event);
import(${JSON.stringify(script)}).then(
  () => early.forEach((event) => self.onmessage(event)),
  (error) => setTimeout(() => { throw error; }),
);`;
}
