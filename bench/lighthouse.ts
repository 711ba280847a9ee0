import lighthouse from "lighthouse";
import { launch } from "puppeteer-core";
import { CHROMIUM_ARGS, findBrowser } from "../scripts/find-browser.mjs";
import type { Site } from "./browser";
import { median, type Figure } from "./report";

const VISITS = 3;

/** Lighthouse's categories, and the least that each is to score of 100. */
const SCORES = { performance: 95, accessibility: 100, "best-practices": 100 };

/** Its audits that are times or shifts: what we call them, their unit, and the most that they may be. */
const AUDITS = {
  "first-contentful-paint": ["first contentful paint", "ms", 1800],
  "largest-contentful-paint": ["largest contentful paint", "ms", 1800],
  "speed-index": ["speed index", "ms", 3400],
  "total-blocking-time": ["total blocking time", "ms", 200],
  "cumulative-layout-shift": ["cumulative layout shift", "", 0.02],
} as const;

/** Lighthouse's own judgement of the bare address on a phone: its simulated slow network and slow processor. */
export async function measureLighthouse(site: Site): Promise<Figure[]> {
  const values = new Map<string, number[]>();
  for (let i = 0; i < VISITS; i++) {
    for (const [name, value] of Object.entries(await visit(site.url)))
      values.set(name, [...(values.get(name) ?? []), value]);
  }
  const of = (name: string) => median(values.get(name) ?? []);
  const scores = Object.entries(SCORES).map(([id, aim]): Figure => ({
    name: `Lighthouse, mobile: ${id}`,
    value: of(id),
    unit: "",
    better: "more",
    aim,
  }));
  const audits = Object.entries(AUDITS).map(([id, [name, unit, aim]]): Figure => ({
    name: `Lighthouse, mobile: ${name}`,
    value: of(id),
    unit,
    better: "less",
    aim,
  }));
  return [...scores, ...audits];
}

/** What one visit, by a browser of its own, comes to: scores and audits by their names. */
async function visit(url: string): Promise<Record<string, number>> {
  const executablePath = await findBrowser();
  const browser = await launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) });
  try {
    const port = Number(new URL(browser.wsEndpoint()).port);
    const result = await lighthouse(url, { port, logLevel: "error", onlyCategories: Object.keys(SCORES) });
    if (!result) throw new Error("Lighthouse gave no report.");
    const { categories, audits } = result.lhr;
    const scores = Object.keys(SCORES).map((id) => [id, 100 * (categories[id].score ?? NaN)] as const);
    const times = Object.keys(AUDITS).map((id) => [id, audits[id].numericValue ?? NaN] as const);
    return Object.fromEntries([...scores, ...times]);
  } finally {
    await browser.close();
  }
}
