import type { CDPSession, Page } from "@playwright/test";
import { linkTo, openLab, fullSpeed, run, type Site } from "./browser";
import type { Figure } from "./report";

const MINUTES = 30;
/** What is compiled, cached and kept for charts at first is no leak. */
const WARM_UP = 5; // minutes
/** Of so many looks the least counts: at any moment a picture or a message more may be under way. */
const LOOKS = 5;

/** Networks that train for as long as one lets them: kernels of our own, and operations of tfjs. */
const RUNS = [
  { name: "DQN", scenario: { v: 1, env: { id: "cart-pole" }, algo: { id: "dqn" } } },
  { name: "glimpses", scenario: { v: 1, env: { id: "glimpse" }, algo: { id: "ram" } } },
];

interface Sample {
  minutes: number;
  tensors: number;
  /** Of the page and its worker, after a collection of garbage. */
  heap: number; // MB
}

/** Half an hour of training at full speed: what it leaves behind in tensors and in memory. All runs at once. */
export async function measureSoak(site: Site): Promise<Figure[]> {
  const all = await Promise.all(RUNS.map(({ name, scenario }) => soak(site, name, scenario)));
  return all.flat();
}

async function soak(site: Site, name: string, scenario: object): Promise<Figure[]> {
  const page = await openLab(site, linkTo(scenario));
  const heapOf = await heaps(page);
  await fullSpeed(page);
  await run(page);
  const began = performance.now();
  const samples: Sample[] = [];
  for (let minute = 1; minute <= MINUTES; minute++) {
    await page.waitForTimeout(began + minute * 60_000 - performance.now());
    const heap = await heapOf();
    samples.push({ minutes: (performance.now() - began) / 60_000, tensors: await tensorsOf(page), heap });
    console.error(`${name}: ${JSON.stringify(samples.at(-1))}`);
  }
  await page.context().close();
  const settled = samples.filter(({ minutes }) => minutes >= WARM_UP);
  const tensors = settled.map((sample) => sample.tensors);
  const title = `${MINUTES} minutes of training, ${name}`;
  return [
    {
      name: `${title}: tensors more`,
      value: tensors[tensors.length - 1] - tensors[0],
      unit: "",
      better: "less",
      aim: 0,
    },
    {
      name: `${title}: heap, page and worker`,
      value: 10 * slope(settled),
      unit: "MB/10 min",
      better: "less",
      aim: 0.5,
    },
  ];
}

/** Of the least squares line through the heaps, MB a minute. */
function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, each) => sum + of(each), 0) / samples.length;
  const [x, y] = [mean(({ minutes }) => minutes), mean(({ heap }) => heap)];
  const covariance = mean(({ minutes, heap }) => (minutes - x) * (heap - y));
  return covariance / mean(({ minutes }) => (minutes - x) ** 2);
}

/** Where tfjs keeps its books in every thread that it is loaded in. */
const ENGINE = "_tfengine";

/** Between two updates: the worker answers when it comes to its messages. */
function tensorsOf(page: Page): Promise<number> {
  return page.workers()[0].evaluate((name) => {
    const books = (globalThis as unknown as Record<string, { state: { numTensors: number } } | undefined>)[
      name
    ];
    return books?.state.numTensors ?? 0;
  }, ENGINE);
}

/** How to find what the page and its worker hold, MB. */
async function heaps(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  session.on("Target.attachedToTarget", ({ sessionId }) => workers.push(sessionId));
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const heap = async () => {
    let bytes = await heapOf((method) => session.send(method as "Runtime.getHeapUsage"));
    for (const worker of workers) bytes += await heapOf((method) => ask(session, worker, method));
    return bytes / 1e6;
  };
  return async () => {
    const found: number[] = [];
    for (let i = 0; i < LOOKS; i++) found.push(await heap());
    return Math.min(...found);
  };
}

async function heapOf(send: (method: string) => Promise<unknown>): Promise<number> {
  await send("HeapProfiler.collectGarbage");
  return ((await send("Runtime.getHeapUsage")) as { usedSize: number }).usedSize;
}

let asked = 0;

/** The answer of a worker, which has a session within the page's. */
function ask(session: CDPSession, sessionId: string, method: string): Promise<unknown> {
  const id = ++asked;
  return new Promise((resolve) => {
    const receive = ({ message }: { message: string }) => {
      const answer = JSON.parse(message) as { id?: number; result: unknown };
      if (answer.id !== id) return;
      session.off("Target.receivedMessageFromTarget", receive);
      resolve(answer.result);
    };
    session.on("Target.receivedMessageFromTarget", receive);
    void session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
  });
}
