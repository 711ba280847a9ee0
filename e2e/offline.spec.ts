import type { BrowserContext, Page } from "@playwright/test";
import { envSpecs } from "../src/envs";
import { chapters } from "../src/lessons";
import { presets } from "../src/scenario/presets";
import { LabPage } from "./support/lab-page";
import { Lecture } from "./support/lecture";
import { expect, isNext, test, type OwnSite } from "./support/own-site";

/** Waits until the whole site is kept, and the digits too. */
async function kept(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-offline", "complete", { timeout: 60_000 });
}

/** The first visit, and then nothing but what the browser has kept. */
async function visitAndLeave(page: Page, context: BrowserContext, site: OwnSite): Promise<void> {
  await page.goto("./");
  await kept(page);
  await context.setOffline(true);
  site.stop();
}

for (const { id: world, title } of Object.values(envSpecs)) {
  test(`without a network every preset opens and runs: ${title}`, async ({ page, context, site }) => {
    test.slow();
    const lab = new LabPage(page);
    await visitAndLeave(page, context, site);
    const [first, ...others] = presets.filter(({ scenario }) => scenario.env.id === world);
    await lab.open(`#${first.id}`);
    for (const preset of [first, ...others]) {
      await test.step(preset.id, async () => {
        await page.goto(`./#${preset.id}`);
        await expect(lab.title).toContainText(preset.title);
        await lab.rests();
        await lab.step();
        await expect(lab.equation.locator(".katex").first()).toBeVisible();
        await expect(lab.messages.getByRole("alert")).toHaveCount(0);
      });
    }
  });
}

test("without a network every chapter of the lecture opens and runs", async ({ page, context, site }) => {
  test.slow();
  const lecture = new Lecture(page);
  await visitAndLeave(page, context, site);
  for (const chapter of chapters) {
    await test.step(chapter.id, async () => {
      const { steps } = await chapter.load();
      const asks = steps.findIndex(({ prediction }) => prediction);
      await lecture.openStep(chapter.id, asks + 1);
      await expect(lecture.heading).toHaveText(steps[asks].title);
      const before = await lecture.clock.textContent();
      await lecture.predict(steps[asks].prediction?.answer ?? 0);
      // Long runs are not waited for: e2e/lecture.spec.ts does that.
      await expect
        .poll(
          async () => (await lecture.verdict.isVisible()) || (await lecture.clock.textContent()) !== before,
          {
            timeout: 60_000,
          },
        )
        .toBe(true);
      await expect(lecture.messages.getByRole("alert")).toHaveCount(0);
    });
  }
});

/** Has the browser look for a new version, which it does by itself whenever a page is opened. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

/** Marks the page as it is: a reload takes the mark away. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { unreloaded: true }));
}

const isMarked = (page: Page) => page.evaluate(() => "unreloaded" in window);

/** On the speed slider: 50 steps a second, so that the run goes on throughout the test. */
const UNHURRIED = 17;

test("a new version does not interrupt a run, and is used when the user says so", async ({
  page,
  context,
  site,
}) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  await kept(page);
  await page.reload(); // controlled from the start, as any later visit
  await lab.rests();
  await lab.fillBox(lab.parameters, "Exploration", 0.25);
  await lab.speed(UNHURRIED);
  await lab.run();
  await mark(page);
  const other = new LabPage(await context.newPage());
  await other.open("#lecture-grid");
  await mark(other.page);

  await site.publishNext();
  await lookForUpdate(page);
  const useIt = lab.messages.getByRole("button", { name: "Use it now" });
  await expect(useIt).toBeVisible({ timeout: 20_000 });
  const before = await lab.clock.textContent();
  await expect(lab.clock).not.toHaveText(before ?? "");
  expect(await lab.fingerprint(), "it still runs").toBeUndefined();
  expect(await isMarked(page)).toBe(true);
  // A part of the old version that is loaded only now, and that the server no longer has.
  await page.keyboard.press("?");
  await expect(lab.dialog).toContainText("Keys");
  await page.keyboard.press("Escape");

  const steps = await stepsOf(lab);
  await useIt.click();
  await expect(isNext(page)).toHaveCount(1);
  expect(await isMarked(page)).toBe(false);
  await lab.rests();
  expect(await stepsOf(lab)).toBeGreaterThanOrEqual(steps);
  await expect(lab.parameters.getByRole("textbox", { name: "Exploration", exact: true })).toHaveValue("0.25");

  // The other tab stays as it was, with all that it may still load.
  expect(await isMarked(other.page)).toBe(true);
  await expect(isNext(other.page)).toHaveCount(0);
  await other.share();
  await other.close();
  await other.algorithm("Q-learning");
  await other.step();
});

/** The environment steps that the clock tells. */
async function stepsOf(lab: LabPage): Promise<number> {
  const [, steps] = /([\d,]+) steps?/.exec((await lab.clock.textContent()) ?? "") ?? [];
  return Number(steps.replaceAll(",", ""));
}

test("a lab in a course's page keeps nothing, and says nothing", async ({ page, baseURL }) => {
  const body = `<iframe src="${baseURL}" sandbox="allow-scripts allow-same-origin" title="A lab"></iframe>`;
  await page.route("**/course.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await keepsNothing(page, "./course.html");
});

test("a lab opened with ?embed=1 keeps nothing, and says nothing", async ({ page }) => {
  await keepsNothing(page, "./?embed=1&lesson=bellman&step=2");
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

async function keepsNothing(page: Page, address: string): Promise<void> {
  const asked = page.waitForResponse(/\/keep-[^/]*\.js$/);
  await page.goto(address);
  await asked;
  await page.waitForTimeout(500); // for what must not happen
  const lab = page.frames().at(-1) ?? page;
  expect(await lab.locator("html").getAttribute("data-offline")).toBeNull();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
}
