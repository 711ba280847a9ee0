import type { Page } from "@playwright/test";
import { NEVER } from "../src/engine/goals";
import { Simulation } from "../src/engine/simulation";
import { ticksAtOnce } from "../src/engine/travel";
import { nodeHost } from "../src/headless/node-host";
import { algoSpec } from "../src/algos";
import { parseScenario } from "../src/scenario/parse";
import { presetById } from "../src/scenario/presets";
import { button, fullSpeed, linkTo, openLab, run, type Site } from "./browser";
import { browserTime, ownTime, type BrowserTime } from "./processor-time";
import { quantile, type Figure } from "./report";

/*
 * A scenario at full speed in the page's worker, and how the page fares meanwhile. The same simulation in Node
 * right before and after says what the page costs: by processor time that hardly depends on what else runs here.
 */

const SECONDS = 10;
/** A network's training has tests and read-backs in it that come seldom. */
const SECONDS_OF_TRAINING = 60;
const PAUSES = 10;
const WARM_UP = 2000; // ms

interface Subject {
  name: string;
  scenario: object;
  /** Which count of the clock is given a second. */
  counts: "steps" | "sweeps";
  aim?: number;
  /** Whether it trains networks, on the fallback: a browser without a GPU. */
  trains?: true;
}

const line = (n: number) => ".".repeat(n);
const learner = { id: "q-learning", params: { alpha: 0.5, epsilon: 0.1, gamma: 1 } };
const envOf = (id: string) => presetById(id)?.scenario.env;

const SIDE = 64;
const open64 = Array.from({ length: SIDE }, () => line(SIDE));

export const subjects: readonly Subject[] = [
  {
    name: "Q-learning, cliff walking 4×12",
    scenario: { v: 1, env: envOf("cliff-walking"), algo: learner },
    counts: "steps",
    aim: 10e6,
  },
  {
    name: "Q-learning, open 10×10",
    scenario: {
      v: 1,
      env: {
        id: "grid-world",
        params: {
          rows: [`S${line(9)}`, ...Array<string>(8).fill(line(10)), `${line(9)}T`],
          stepReward: -1,
        },
      },
      algo: learner,
    },
    counts: "steps",
    aim: 10e6,
  },
  {
    name: "Q-learning, cave 48×64",
    scenario: { v: 1, env: envOf("large-cave"), algo: learner },
    counts: "steps",
    aim: 10e6,
  },
  {
    // With so much foresight it goes on for more sweeps than there is time for.
    name: "value iteration, open 64×64",
    scenario: {
      v: 1,
      env: { id: "grid-world", params: { rows: open64, stepReward: -1, bumpReward: -1 } },
      algo: { id: "value-iteration", params: { gamma: 0.9999, theta: 0 } },
    },
    counts: "sweeps",
    aim: 2000,
  },
  {
    name: "DQN, cart-pole",
    scenario: { v: 1, env: { id: "cart-pole" }, algo: presetById("cart-pole-dqn")?.scenario.algo },
    counts: "steps",
    trains: true,
  },
  {
    name: "REINFORCE with a baseline, cart-pole",
    scenario: {
      v: 1,
      env: { id: "cart-pole" },
      algo: presetById("cart-pole-reinforce-baseline")?.scenario.algo,
    },
    counts: "steps",
    trains: true,
  },
];

export async function measureFullSpeed(
  site: Site,
  { name, scenario, counts, aim, trains }: Subject,
): Promise<Figure[]> {
  const ms = 1000 * (trains ? SECONDS_OF_TRAINING : SECONDS);
  const before = await inNode(scenario, counts);
  const page = await openLab(site, linkTo(scenario));
  await fullSpeed(page);
  await run(page);
  await page.waitForTimeout(WARM_UP);
  const spent = await browserTime(site.browser);
  const seen = await page.evaluate(watch, { ms, counts });
  const used = shares(spent, await browserTime(site.browser), seen.seconds);
  const latencies: number[] = [];
  await page.evaluate(watchInteractions);
  for (let i = 0; i < PAUSES; i++) {
    latencies.push(await pauseLatency(page));
    await run(page);
    await page.waitForTimeout(300);
    // A press on something that draws other parts of the page while the run goes on.
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  const interactions = await page.evaluate(
    () => (globalThis as unknown as { interactions: number[] }).interactions,
  );
  await page.context().close();
  const after = await inNode(scenario, counts);
  const node = (before + after) / 2;
  const more = (what: string, value: number, unit: string, goal?: number): Figure => ({
    name: `${name}: ${what}`,
    value,
    unit,
    better: "more",
    ...(goal !== undefined && { aim: goal }),
  });
  const less = (...given: Parameters<typeof more>): Figure => ({ ...more(...given), better: "less" });
  return [
    more("in the page", seen.rate, `${counts}/s`, aim),
    more("in the page, of the worker", seen.rate / used.worker, `${counts}/processor s`),
    more("in Node", node, `${counts}/processor s`),
    more("page ÷ Node", seen.rate / used.worker / node, ""),
    more("what the worker got", used.worker, "cores"),
    less("all else of the page", used.all - used.worker, "cores"),
    less("of which its main thread", used.main, "cores"),
    less("its main thread, a frame", (1000 * used.main) / seen.frames, "processor ms", 4),
    more("frames", seen.frames, "/s", 55),
    more("pictures drawn", seen.pictures, "/s"),
    less("99 % of frames come within", quantile(seen.gaps, 0.99), "ms"),
    less("tasks over 50 ms", seen.longTasks.length, "", 0),
    less("the longest of them", Math.max(0, ...seen.longTasks), "ms"),
    less(`pausing, slowest of ${PAUSES}`, Math.max(...latencies), "ms", 100),
    // Below 16 ms the browser does not tell.
    less("interaction to next paint, slowest", Math.max(0, ...interactions), "ms", 100),
  ];
}

/** What share of a core each thread had in `seconds`. */
function shares(before: BrowserTime, after: BrowserTime, seconds: number): BrowserTime {
  const share = (key: keyof BrowserTime) => (after[key] - before[key]) / seconds;
  return { main: share("main"), worker: share("worker"), all: share("all") };
}

/** In the page: watches frames, long tasks and the clock on screen for `ms`. */
async function watch({ ms, counts }: { ms: number; counts: "steps" | "sweeps" }) {
  const clock = [...document.querySelectorAll('[aria-label="Run the experiment"] p')].find((p) =>
    /\d (episode|sweep)/.test(p.textContent ?? ""),
  );
  if (!clock) throw new Error("There is no clock on the page.");
  const read = () =>
    Number(new RegExp(`([\\d,]+) ${counts}`).exec(clock.textContent ?? "")?.[1].replaceAll(",", ""));
  const longTasks: number[] = [];
  new PerformanceObserver((list) =>
    list.getEntries().forEach((entry) => longTasks.push(entry.duration)),
  ).observe({
    type: "longtask",
  });
  const { counts: drawn } = globalThis as unknown as { counts: { pictures: number } };
  const changes: [at: number, count: number][] = [];
  new MutationObserver(() => changes.push([performance.now(), read()])).observe(clock, {
    subtree: true,
    characterData: true,
    childList: true,
  });
  const gaps: number[] = [];
  const begun = performance.now();
  const picturesBefore = drawn.pictures;
  await new Promise<void>((resolve) => {
    let last = begun;
    const tick = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (now - begun < ms) requestAnimationFrame(tick);
      else resolve();
    };
    requestAnimationFrame(tick);
  });
  const seconds = (performance.now() - begun) / 1000;
  const [first, last] = [changes[0], changes[changes.length - 1]];
  return {
    rate: ((last[1] - first[1]) * 1000) / (last[0] - first[0]),
    seconds,
    frames: gaps.length / seconds,
    gaps,
    pictures: (drawn.pictures - picturesBefore) / seconds,
    longTasks,
  };
}

/** In the page: collects how long each press and key takes until it is painted, ms. */
function watchInteractions(): void {
  const interactions: number[] = [];
  Object.assign(globalThis, { interactions });
  new PerformanceObserver((list) =>
    interactions.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    type: "event",
    durationThreshold: 16,
  } as PerformanceObserverInit);
}

/** From the press on Pause until the page shows the state the simulation stopped in, ms. */
async function pauseLatency(page: Page): Promise<number> {
  await page.evaluate(() => {
    const measured = new Promise<number>((resolve) => {
      let pressed = 0;
      addEventListener("click", (event) => (pressed = event.timeStamp), { capture: true, once: true });
      const observer = new MutationObserver(() => {
        if (!document.documentElement.dataset.fingerprint) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - pressed));
      });
      observer.observe(document.documentElement, { attributeFilter: ["data-fingerprint"] });
    });
    Object.assign(globalThis, { measured });
  });
  await button(page, "Pause").click();
  return page.evaluate(() => (globalThis as unknown as { measured: Promise<number> }).measured);
}

/** Counts for a second of processor time of the same simulation in this process, alone. */
async function inNode(scenario: object, counts: "steps" | "sweeps"): Promise<number> {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error(parsed.error);
  if (algoSpec(parsed.value.algo.id)?.network) await nodeHost(() => undefined).openBackend("wasm");
  const sim = await Simulation.create(parsed.value, { metricPoints: 1024, history: true });
  const runFor = async (ms: number) => {
    const [used, count, end] = [ownTime(), sim.clock[counts], performance.now() + ms];
    while (performance.now() < end) {
      sim.runTicks(ticksAtOnce(sim), NEVER);
      if (sim.waiting) await sim.waiting;
    }
    return (sim.clock[counts] - count) / (ownTime() - used);
  };
  await runFor(1000);
  const rate = await runFor(2000);
  sim.dispose();
  return rate;
}
