import { launch, type Page } from "puppeteer-core";
import { CHROMIUM_ARGS, findBrowser } from "../scripts/find-browser.mjs";
import { expect, test } from "./support/fixtures";
import { linkTo } from "./support/network-lab";

/** What a page notes of itself. */
interface Noted {
  /** The step that the worker has told of last. */
  steps: number;
  /** What has changed in what the page shows. */
  changed: string[];
}

/** Notes what the worker tells, whether the page shows it or not. */
function noteSteps(): void {
  const noted: Noted = { steps: 0, changed: [] };
  Object.assign(window, { noted });
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({ data }: MessageEvent<{ frame?: { clock: { steps: number } } }>) => {
        if (data.frame) noted.steps = data.frame.clock.steps;
      });
    }
  };
}

/** Notes every change of the figure, the charts and the clock from now on. */
function noteChanges(): void {
  const { noted } = window as unknown as { noted: Noted };
  for (const name of ["Figure", "Charts", "Run the experiment"]) {
    const section = document.querySelector(`section[aria-label="${name}"]`);
    if (!section) throw new Error(`There is no section called ${name}.`);
    const options = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(() => noted.changed.push(name)).observe(section, options);
  }
}

const look = (page: Page) =>
  page.evaluate(() => {
    const { steps, changed } = (window as unknown as { noted: Noted }).noted;
    return { visibility: document.visibilityState, steps, changed: [...new Set(changed)].toSorted() };
  });

// Playwright keeps every tab visible, so here another tab is put in front by other means.
for (const picture of ["Run", "Memory"]) {
  test(`a hidden tab trains on, and does not draw: ${picture}`, async ({ baseURL }) => {
    const executablePath = await findBrowser();
    test.skip(!executablePath, "no Chromium to start");
    const browser = await launch({ executablePath: executablePath ?? "", args: CHROMIUM_ARGS });
    try {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(noteSteps);
      await page.goto(`${baseURL}?backend=wasm${linkTo({ algo: "dqn" })}`);
      await page.waitForSelector("html[data-fingerprint]", { timeout: 30_000 });
      const press = (region: string, button: string) =>
        page.locator(`section[aria-label="${region}"] ::-p-aria([name="${button}"][role="button"])`).click();
      await press("Figure", picture);
      await press("Run the experiment", "Run");
      await expect.poll(async () => (await look(page)).steps, { timeout: 30_000 }).toBeGreaterThan(100);
      await page.evaluate(noteChanges);
      const all = ["Charts", "Figure", "Run the experiment"];
      await expect.poll(async () => (await look(page)).changed, { timeout: 30_000 }).toEqual(all);

      const front = await browser.newPage();
      await front.bringToFront();
      await expect.poll(async () => (await look(page)).visibility).toBe("hidden");
      // A timer set before may still bring what was there to see.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await page.evaluate(() => (window as unknown as { noted: Noted }).noted.changed.splice(0));
      const before = await look(page);
      await expect
        .poll(async () => (await look(page)).steps, { timeout: 60_000 })
        .toBeGreaterThan(before.steps + 300);
      expect((await look(page)).changed).toEqual([]);

      await page.bringToFront();
      await expect.poll(async () => (await look(page)).changed).toEqual(all);
    } finally {
      await browser.close();
    }
  });
}
