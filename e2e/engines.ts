/**
 * `npm run test:engines`: the built page in Chromium, Firefox and WebKit, where they are installed. Each opens the
 * same links and must come to the same tables, bit for bit, as Node does; then one step further, again the same.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { presetById, presetScenario } from "../src/scenario/presets";
import { encodeLink } from "../src/scenario/link";
import { serve } from "../scripts/serve.mjs";
import { engines, type Driver } from "./support/drivers";

/** Preset and the tick at which its link is paused: planning and learning, with and without chance. */
const CASES: readonly [preset: string, tick: number][] = [
  ["lecture-grid", 20],
  ["russell-norvig-4x3", 300],
  ["cliff-walking", 1000],
  ["cliff-walking-sarsa", 1000],
];

const PATIENCE = 30_000; // ms for one link

interface Case {
  name: string;
  link: string;
  /** Fingerprints that Node computes at the link's position and one tick later. */
  expected: string;
  next: string;
}

function prepare([preset, tick]: (typeof CASES)[number]): Case {
  const found = presetById(preset);
  if (!found) throw new Error(`There is no preset ${preset}.`);
  const link = encodeLink({ ...presetScenario(found), view: { at: { tick, phase: 0 } } });
  if (!link.ok) throw new Error(link.error);
  const inNode = (ticks: number) => fingerprintInNode(link.value, ticks);
  const name = `${preset} at ${tick}`;
  const [expected, next] = [inNode(tick), inNode(tick + 1)];
  if (expected === next)
    throw new Error(`${name}: the next step changes nothing, so it would prove nothing.`);
  return { name, link: link.value, expected, next };
}

function fingerprintInNode(link: string, ticks: number): string {
  const args = ["scripts/headless.mjs", link, "--ticks", String(ticks), "--json"];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", 2],
  });
  if (status !== 0) throw new Error(`headless ended with exit code ${status}.`);
  return (JSON.parse(stdout) as { fingerprint: string }).fingerprint;
}

/** Waits until the page shows this fingerprint; returns what it shows when patience ends. */
async function fingerprintIn(page: Driver, expected: string): Promise<unknown> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const shown = await page.evaluate("document.documentElement.dataset.fingerprint");
    if (shown === expected || performance.now() > deadline) return shown;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens the link and takes a step. Returns what is wrong, or null. */
async function check(page: Driver, site: string, { link, expected, next }: Case): Promise<string | null> {
  await page.goto("about:blank"); // or only the fragment would change
  await page.goto(site + link);
  const title = String(await page.evaluate("document.title"));
  if (!title.includes("Bellman")) return `the title is “${title}”`;
  const shown = await fingerprintIn(page, expected);
  if (shown !== expected) return `the page shows ${String(shown)}, Node ${expected}`;
  await page.pressArrowRight();
  const after = await fingerprintIn(page, next);
  return after === next ? null : `after a step the page shows ${String(after)}, Node ${next}`;
}

if (!existsSync("dist/index.html")) throw new Error("There is no dist/: run `npm run build` first.");
const cases = CASES.map(prepare);
const site = await serve({ directory: "dist", base: "/some/sub/path/" });
let failures = 0;
for (const [engine, open] of Object.entries(engines)) {
  const page = await open();
  if (!page) {
    console.log(`${engine}: skipped, not installed`);
    continue;
  }
  console.log(`${engine} (${page.version})`);
  for (const item of cases) {
    const wrong = await check(page, site.url, item);
    if (wrong) failures += 1;
    console.log(
      `  ${wrong ? "FAILED" : "ok    "}  ${item.expected}  ${item.name}${wrong ? `: ${wrong}` : ""}`,
    );
  }
  await page.close();
}
site.close();
process.exitCode = failures > 0 ? 1 : 0;
