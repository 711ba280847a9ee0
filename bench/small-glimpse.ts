import { presetById } from "../src/scenario/presets";
import { linkTo, newPage, run, type Site } from "./browser";
import { median, type Figure } from "./report";

const SEEDS = [1, 2, 3];
const LONGEST = 600_000; // ms

/** The small preset of the glimpse lab in the page, on the fallback: from opening its link to 90 % of held-out digits. */
export async function measureSmallGlimpse(site: Site): Promise<Figure[]> {
  const solved: number[] = [];
  const curves: number[] = [];
  for (const seed of SEEDS) {
    const page = await newPage(site.browser);
    const began = Date.now();
    await page.goto(site.url + linkTo({ ...presetById("glimpse-small")?.scenario, seed }));
    await page.waitForSelector("html[data-fingerprint]");
    await run(page);
    await page.locator(".line-chart path[d*=L]").first().waitFor({ state: "attached" });
    curves.push((Date.now() - began) / 1000);
    await page.waitForSelector("html[data-fingerprint]", { timeout: LONGEST });
    solved.push((Date.now() - began) / 1000);
    await page.context().close();
  }
  const name = `glimpse-small in the page, wasm, median of ${SEEDS.length} seeds`;
  const seconds = (what: string, values: number[], aim: number): Figure => ({
    name: `${name}: ${what}`,
    value: median(values),
    unit: "s",
    better: "less",
    aim,
  });
  return [
    seconds("until the curve is drawn", curves, 10),
    seconds("until 90 % of held-out digits are right", solved, 360),
  ];
}
