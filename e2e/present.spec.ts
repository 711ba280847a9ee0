import type { Page } from "@playwright/test";
import { chapters } from "../src/lessons";
import { decodeLink } from "../src/scenario/link";
import { axeInThemes, axeViolations, THEMES, wear } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { Hall, Speaker } from "./support/hall";
import { LabPage } from "./support/lab-page";
import { overflowing, smallText, smallControls } from "./support/measures";

/** Chapters that one test walks through. */
const PARTS = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8],
  [9, 10],
  [11, 12],
  [13, 14],
];

/** What a slide must be for the last row: large letters, and all of it there. */
async function expectReadable(page: Page, spot: string): Promise<void> {
  expect(await smallText(page, 24), spot).toEqual([]);
  expect(await overflowing(page), spot).toEqual([]);
}

/**
 * Goes on by PageDown alone to the first step after these chapters, or to the end of the lecture. `look` is called at
 * every stop. Every step must be passed, and every question be answered or its run be seen.
 */
async function walk(hall: Hall, numbers: number[], look: (spot: string) => Promise<void>): Promise<void> {
  const part = chapters.filter(({ number }) => numbers.includes(number));
  const lessons = await Promise.all(part.map(({ load }) => load()));
  const steps = lessons.flatMap(({ id, steps: all }) =>
    all.map((step, i) => ({
      name: `${id} ${i + 1}`,
      title: step.title,
      asks: step.prediction !== undefined,
    })),
  );
  const after = chapters[chapters.indexOf(part[part.length - 1]) + 1];
  const isLast = (spot: string) => {
    const { name, asks } = steps[steps.length - 1];
    if (after) return spot === `${after.id} 1 open`;
    return asks ? spot === `${name} run` || spot === `${name} told` : spot === `${name} open`;
  };
  const record = await hall.record();
  for (let spot = await hall.spot(); ; spot = await hall.press("PageDown")) {
    await look(spot);
    if (isLast(spot)) break;
  }
  const seen = await record();
  const opened = seen.filter((each) => each.endsWith(" open") && each !== `${after?.id} 1 open`);
  expect(opened).toEqual(steps.map(({ name }) => `${name} open`));
  for (const { name, asks } of steps) {
    const asked = seen.some((each) => each === `${name} run` || each === `${name} told`);
    expect(asked, name).toBe(asks);
  }
}

for (const numbers of PARTS) {
  const name = `chapters ${numbers[0]} to ${numbers[numbers.length - 1]}`;
  const first = chapters[numbers[0] - 1].id;

  test(`a clicker alone leads through ${name}, with both windows in step`, async ({ page }) => {
    test.slow();
    const hall = new Hall(page);
    await hall.open(first);
    const speaker = await hall.speaker();
    await page.bringToFront();
    await walk(hall, numbers, () => speaker.agrees(hall));
  });

  // Sizes are shares of the window, so that the larger one repeats the smaller one.
  for (const [width, height, tag] of [
    [1280, 720, ""],
    [1920, 1080, " @long"],
  ] as const) {
    test(`${name} can be read from the last row at ${width}×${height}${tag}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      const hall = new Hall(page);
      await hall.open(first);
      await walk(hall, numbers, (spot) => expectReadable(page, spot));
    });
  }
}

test("a reload comes back to the same step, the answer and the moment of the run, in either window", async ({
  page,
}) => {
  const hall = new Hall(page);
  await hall.open("value-iteration", 2);
  const speaker = await hall.speaker();
  await page.bringToFront();
  await page.keyboard.press("PageDown");
  await hall.shows("value-iteration 2 told");
  const fingerprint = await hall.rests();
  await page.reload();
  await hall.shows("value-iteration 2 told");
  expect(await hall.rests()).toBe(fingerprint);
  await expect(hall.slide.getByText("The run shows")).toBeVisible();
  await speaker.shows("value-iteration 2 told");
  await speaker.page.reload();
  await speaker.shows("value-iteration 2 told");
  await speaker.page.keyboard.press("PageDown");
  await hall.shows("q-learning 1 open");
  // In the midst of a step: the run stands where it stood.
  await hall.rests();
  await hall.press("PageUp");
  expect(await hall.press("PageUp")).toBe("value-iteration 1 open");
  await hall.rests();
  await page.keyboard.press("ArrowRight");
  await expect(hall.slide.getByText("0 sweeps · 1 backup, paused")).toBeVisible();
  const there = await hall.rests();
  await page.reload();
  await hall.shows("value-iteration 1 open");
  await expect(hall.slide.getByText("0 sweeps · 1 backup, paused")).toBeVisible();
  expect(await hall.rests()).toBe(there);
  await speaker.agrees(hall);
});

test("the lab goes into the hall and comes out again with its run", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  const fingerprint = await lab.step();
  await lab.button("Present").click();
  const hall = new Hall(page);
  await expect(hall.main).toBeVisible();
  await expect(lab.transport).toHaveCount(0);
  expect(page.url()).toContain("present=1");
  expect(await hall.rests()).toBe(fingerprint);
  await page.keyboard.press("ArrowRight");
  await expect(hall.slide.getByText("0 sweeps · 2 backups, paused")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(hall.slide.getByText("0 sweeps · 1 backup, paused")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(lab.transport).toBeVisible();
  expect(page.url()).not.toContain("present=1");
  expect(await lab.rests()).toBe(fingerprint);
});

test("the screen goes blank and comes back by any key, a moment is held, and the laser shows", async ({
  page,
}) => {
  const hall = new Hall(page);
  await hall.open("bellman");
  const speaker = await hall.speaker();
  const blank = page.getByRole("button", { name: "The screen is blank" });
  await page.bringToFront();
  await page.keyboard.press(".");
  await expect(blank).toBeVisible();
  await expect(blank).toHaveCSS("background-color", "rgb(0, 0, 0)");
  await page.keyboard.press("PageDown");
  await expect(blank).toHaveCount(0);
  await hall.shows("bellman 1 open"); // the key did no more than that
  await speaker.button(/^Blank/).click();
  await expect(blank).toBeVisible();
  await speaker.button(/^Blank/).click();
  await expect(blank).toHaveCount(0);

  await page.keyboard.press("f");
  await speaker.button("On").click();
  await speaker.shows("bellman 2 open");
  await speaker.button("On").click();
  await speaker.shows("bellman 2 run");
  await hall.shows("bellman 1 open");
  await expect(hall.slide.getByText("Held:")).toBeVisible();
  await speaker.button(/^Hold/).click();
  await hall.shows(/^bellman 2 (run|told)$/);
  await speaker.agrees(hall);

  await page.keyboard.press("l");
  await page.mouse.move(300, 200);
  const dot = page.locator("[data-laser-dot]");
  await expect(dot).toBeVisible();
  const box = await dot.boundingBox();
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - 300)).toBeLessThan(2);
  expect(box?.width).toBeGreaterThan(24);
  await speaker.page.getByText("Move the pointer here").hover();
  await expect.poll(async () => Math.round((await dot.boundingBox())?.x ?? 0)).toBeGreaterThan(550);
});

test("the QR code on demand holds what is on screen", async ({ page }) => {
  const hall = new Hall(page);
  await hall.open("value-iteration");
  await page.keyboard.press("ArrowRight");
  await expect(hall.slide.getByText("0 sweeps · 1 backup, paused")).toBeVisible();
  await page.keyboard.press("q");
  const code = page.getByRole("region", { name: "QR code" });
  const picture = await code.getByRole("img", { name: "QR code of the link" }).boundingBox();
  expect(picture?.width).toBeGreaterThan(400);
  const address = String(await code.locator("p.numbers").textContent());
  const opened = decodeLink(new URL(address).hash);
  if (!opened.ok) throw new Error(opened.error);
  expect(opened.value.view?.at).toEqual({ tick: 1, phase: 0 });
  expect(opened.value.env.id).toBe("grid-world");
  expect(await axeInThemes(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(code).toHaveCount(0);
  await expect(hall.main).toBeVisible();
});

test("two lectures in one browser stay apart, and a speaker's window opened by its address finds one", async ({
  context,
}) => {
  const [first, second] = [new Hall(await context.newPage()), new Hall(await context.newPage())];
  await first.open("bellman");
  const speaker = new Speaker(await context.newPage());
  await speaker.page.goto("./?present=1&speaker=1");
  await speaker.shows("bellman 1 open");
  await second.open("return");
  await speaker.page.keyboard.press("PageDown");
  await first.shows("bellman 2 open");
  await speaker.agrees(first);
  await second.shows("return 1 open");
  await second.page.keyboard.press("PageDown");
  await second.shows("return 2 open");
  await speaker.shows("bellman 2 open");
  expect(new URL(speaker.page.url()).searchParams.get("session")).toMatch(/^\d+-\d+$/);
  // A jump to another chapter, and the window that is left.
  await speaker.page.getByRole("navigation").getByText("6. Value iteration").click();
  await speaker.button("How many sweeps?").click();
  await first.shows("value-iteration 2 open");
  await first.page.keyboard.press("Escape");
  await expect(speaker.page.getByText("closed, left or being reloaded")).toBeVisible();
});

test("a speaker's window with nothing to follow says so", async ({ page }) => {
  await page.goto("./?present=1&speaker=1");
  await expect(page.getByText("No presentation is open in this browser.")).toBeVisible();
});

test("the hall and the speaker's window have no fault in any theme", async ({ page }) => {
  test.slow();
  await page.addInitScript(() => {
    if (location.protocol !== "http:") return;
    localStorage.setItem("bellman.settings", JSON.stringify({ theme: "dark", letterKeys: true }));
  });
  const hall = new Hall(page);
  // One slide of each lab, and one with a table.
  for (const [chapter, step] of [
    ["replay-and-targets", 2],
    ["where-to-look", 1],
    ["summary", 2],
    ["value-iteration", 2],
  ] as const) {
    await hall.open(chapter, step);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect.soft(await axeInThemes(page), `${chapter} ${step}`).toEqual([]);
    for (const theme of THEMES) {
      await wear(page, theme);
      const faint = await axeViolations(page, { runOnly: ["color-contrast-enhanced"] });
      expect.soft(faint, `${chapter} ${step}, ${theme}: 7 to 1`).toEqual([]);
    }
  }
  const speaker = await hall.speaker();
  await page.bringToFront();
  await page.keyboard.press("PageDown");
  await hall.shows("value-iteration 2 told");
  await page.mouse.move(200, 200);
  expect.soft(await axeInThemes(page), "with its controls").toEqual([]);
  await speaker.agrees(hall);
  await speaker.page.bringToFront();
  expect.soft(await axeInThemes(speaker.page), "the speaker's").toEqual([]);
  expect(await smallControls(speaker.page)).toEqual([]);
});
