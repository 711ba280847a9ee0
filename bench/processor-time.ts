import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";

/*
 * Processor time as the kernel counts it. Wall time on a busy machine says how busy it is; work done for a second of
 * processor time says what an idle one would do. Linux only: elsewhere the figures are NaN.
 */

const TICKS_PER_SECOND = 100; // USER_HZ, the same on all platforms that Node runs on

/** Seconds of processor time so far of the threads of a browser: those that run pages, workers, and all together. */
export interface BrowserTime {
  main: number;
  worker: number;
  all: number;
}

export async function browserTime(browser: Browser): Promise<BrowserTime> {
  const time = { main: 0, worker: 0, all: 0 };
  if (!existsSync("/proc/self/task")) return { main: NaN, worker: NaN, all: NaN };
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  for (const { id, type } of processInfo) {
    for (const { name, seconds, isFirst } of threadsOf(id)) {
      time.all += seconds;
      if (type === "renderer" && isFirst) time.main += seconds;
      if (name.startsWith("DedicatedWorker")) time.worker += seconds;
    }
  }
  return time;
}

function threadsOf(process: number): { name: string; seconds: number; isFirst: boolean }[] {
  const folder = `/proc/${process}/task`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((thread) => {
    const stat = readFileSync(`${folder}/${thread}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return { name, seconds: (user + system) / TICKS_PER_SECOND, isFirst: Number(thread) === process };
  });
}

/** Seconds of processor time of this process so far, all threads. */
export function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
