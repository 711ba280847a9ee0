import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Locator, type Page } from "@playwright/test";
import { build } from "vite";
import { encodeLink } from "../src/scenario/link";
import { parseScenario } from "../src/scenario/parse";
import { CHROMIUM_ARGS, findBrowser } from "../scripts/find-browser.mjs";
import { serve } from "../scripts/serve.mjs";

/** The page as it ships, in a browser. */
export interface Site {
  browser: Browser;
  /** Where the built files are. */
  directory: string;
  url: string;
  close(): Promise<void>;
}

/** Builds the page (or the page in `root`) into a temporary folder, serves it and starts a browser. */
export async function openSite(root?: string): Promise<Site> {
  const directory = mkdtempSync(path.join(tmpdir(), "bellman-bench-"));
  await build({
    ...(root && { root, configFile: false }),
    logLevel: "error",
    build: { outDir: directory, emptyOutDir: true, target: "es2022" },
  });
  const { url, close } = await serve({ directory });
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) });
  return {
    browser,
    directory,
    url,
    async close() {
      await browser.close();
      close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** The link to a scenario of any parameters. Throws if they are not valid. */
export function linkTo(scenario: object): string {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error(parsed.error);
  const link = encodeLink(parsed.value);
  if (!link.ok) throw new Error(link.error);
  return link.value;
}

/** A page of 1280×720 in a browser context of its own: nothing cached, nothing stored. Close its context. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  // tsx names functions through a helper that functions evaluated in the page would miss.
  await context.addInitScript("globalThis.__name = (named) => named");
  return context.newPage();
}

/** Opens the lab on a scenario and waits until the run stands ready. */
export async function openLab(site: Site, link: string): Promise<Page> {
  const page = await newPage(site.browser);
  await page.addInitScript(countPictures);
  await page.goto(site.url + link);
  await page.waitForSelector("html[data-fingerprint]");
  await page.waitForSelector(".grid-figure-drawing, .cart-pole-drawing, .line-chart");
  return page;
}

/** Runs in the page before its own scripts: the page acknowledges every picture that it has drawn. */
function countPictures(): void {
  const counts = { pictures: 0 };
  Object.assign(globalThis, { counts });
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function post(this: Worker, message: { type?: string }) {
    if (message.type === "ack") counts.pictures++;
    postMessage.call(this, message);
  };
}

/** Full speed: the slider to its right end, by keyboard as a user would. */
export async function fullSpeed(page: Page): Promise<void> {
  await page.getByLabel("Speed", { exact: true }).press("End");
}

/** A button of the transport. */
export function button(page: Page, name: "Run" | "Pause"): Locator {
  const transport = page.getByRole("region", { name: "Run the experiment" });
  return transport.getByRole("button", { name, exact: true });
}

export async function run(page: Page): Promise<void> {
  await button(page, "Run").click();
  await page.waitForSelector("html:not([data-fingerprint])");
}
