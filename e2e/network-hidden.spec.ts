import { launch, type Page } from "puppeteer-core";
import { CHROMIUM_ARGS, findBrowser } from "../scripts/find-browser.mjs";
import { expect, test } from "./support/fixtures";
import { linkTo } from "./support/network-lab";

/** What is seen of the tab from outside, and how often it has drawn. */
const look = (page: Page) =>
  page.evaluate(() => {
    const clock = document.querySelector('section[aria-label="Run the experiment"]')?.textContent ?? "";
    return {
      visibility: document.visibilityState,
      steps: Number((/([\d,]+) steps/.exec(clock)?.[1] ?? "NaN").replaceAll(",", "")),
      drawn: (window as unknown as { drawn: number }).drawn,
    };
  });

// Playwright keeps every tab visible, so here another tab is put in front by other means.
test("a hidden tab trains on, and does not draw", async ({ baseURL }) => {
  const executablePath = await findBrowser();
  test.skip(!executablePath, "no Chromium to start");
  const browser = await launch({ executablePath: executablePath ?? "", args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const counted = window as unknown as { drawn: number };
      counted.drawn = 0;
      const original = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (draw) =>
        original((time) => {
          counted.drawn++;
          draw(time);
        });
    });
    await page.goto(`${baseURL}?backend=wasm${linkTo({ algo: "dqn" })}`);
    await page.waitForSelector("html[data-fingerprint]", { timeout: 30_000 });
    await page.keyboard.press("Space");
    await expect.poll(async () => (await look(page)).steps, { timeout: 30_000 }).toBeGreaterThan(100);
    expect((await look(page)).drawn).toBeGreaterThan(0);

    const front = await browser.newPage();
    await front.bringToFront();
    await expect.poll(async () => (await look(page)).visibility).toBe("hidden");
    const before = await look(page);
    await expect
      .poll(async () => (await look(page)).steps, { timeout: 60_000 })
      .toBeGreaterThan(before.steps + 300);
    expect((await look(page)).drawn).toBe(before.drawn);

    await page.bringToFront();
    await expect.poll(async () => (await look(page)).drawn).toBeGreaterThan(before.drawn);
  } finally {
    await browser.close();
  }
});
