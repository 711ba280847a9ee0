import type { Page } from "@playwright/test";
import type { Command, Message } from "../../src/engine/protocol";

/** What the page and its workers told each other of a network's run. */
export interface WorkerLog {
  /** Workers started so far. */
  workers: number;
  /** Checkpoints received: when (ms, the page's clock) and at which environment step. */
  checkpoints: { at: number; step: number }[];
  /** Runs loaded: when, the step of the checkpoint gone on from, the backend asked for. */
  loads: { at: number; from: number | null; backend: string | null }[];
}

/** Listens in on the page's workers from the next page load on. */
export async function logWorkers(page: Page): Promise<() => Promise<WorkerLog>> {
  await page.addInitScript(() => {
    const log: WorkerLog = { workers: 0, checkpoints: [], loads: [] };
    (window as unknown as { workerLog: WorkerLog }).workerLog = log;
    const Original = window.Worker;
    window.Worker = class extends Original {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        log.workers++;
        this.addEventListener("message", ({ data }: MessageEvent<Message>) => {
          if (data.type !== "checkpoint") return;
          log.checkpoints.push({ at: performance.now(), step: data.checkpoint.clock.steps });
        });
      }

      override postMessage(command: Command): void {
        if (command.type === "load") {
          const { from, backend = null } = command;
          log.loads.push({ at: performance.now(), from: from?.clock.steps ?? null, backend });
        }
        super.postMessage(command);
      }
    };
  });
  return () => page.evaluate(() => (window as unknown as { workerLog: WorkerLog }).workerLog);
}
