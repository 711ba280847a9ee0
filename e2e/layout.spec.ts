import type { Locator } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { tabTo } from "./support/keyboard";
import { LabPage } from "./support/lab-page";
import { cutOff, tooWide } from "./support/measures";

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error("A part of the page is not there.");
  return box;
}

const STATES = [
  { name: "the first visit", hash: "" },
  { name: "a learner with a chosen cell", hash: "#cliff-walking?at=3000", select: true },
  { name: "the largest map", hash: "#large-cave?at=6052" },
];

for (const { name, hash, select } of STATES) {
  test(`at 1280×720 all parts are in the first view: ${name}`, async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open(hash);
    if (select) await lab.clickCell(2, 3);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, "the page does not scroll").toBeLessThanOrEqual(720);
    const parts = {
      figure: lab.grid,
      transport: lab.transport,
      parameters: lab.parameters,
      equation: lab.equation,
      pseudoCode: lab.pseudoCode,
      chart: lab.charts.getByRole("figure"),
    };
    for (const [part, locator] of Object.entries(parts)) {
      const { x, y, width, height } = await boxOf(locator);
      expect.soft(x, `${part}, left`).toBeGreaterThanOrEqual(0);
      expect.soft(y, `${part}, top`).toBeGreaterThanOrEqual(0);
      expect.soft(Math.floor(x + width), `${part}, right`).toBeLessThanOrEqual(1280);
      expect.soft(Math.floor(y + height), `${part}, bottom`).toBeLessThanOrEqual(720);
      expect.soft(Math.min(width, height), `${part} is there`).toBeGreaterThan(40);
      await expect
        .soft(locator, `${part} is not cut off inside a box that scrolls`)
        .toBeInViewport({ ratio: 0.98 });
    }
    const figure = await boxOf(lab.figure);
    expect(figure.width / 1280).toBeGreaterThan(0.5);
  });
}

test("the editor's panels and messages leave the map its place", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#frozen-lake-8x8");
  const before = await boxOf(lab.grid);
  await lab.edit();
  for (const panel of ["Size", "Wind", "As text", "Clear"]) {
    await lab.editor.getByRole("button", { name: panel, exact: true }).click();
    expect.soft((await boxOf(lab.grid)).height / before.height, panel).toBeGreaterThan(0.6);
  }
  // As a link that cannot be read: said, and not over the map.
  await page.evaluate(() => {
    location.hash = "#v1.AAAA.00000000";
  });
  const alert = await boxOf(lab.messages.getByRole("alert"));
  const { x, width } = await boxOf(lab.figure);
  expect(alert.x).toBeGreaterThanOrEqual(x + width);
});

test("the chart can have its column to itself, and messages leave it its place", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cart-pole-dqn?at=20");
  const chart = lab.charts.getByRole("figure");
  const before = await boxOf(chart);
  await page.evaluate(() => {
    location.hash = "#v1.AAAA.00000000";
  });
  const alert = await boxOf(lab.messages.getByRole("alert"));
  expect(alert.y + alert.height).toBeLessThanOrEqual(before.y);
  await tabTo(page, "button", /^Enlarge$/);
  await page.keyboard.press("Enter");
  await expect(lab.equation).toBeHidden();
  await expect(lab.messages.getByRole("alert")).toBeVisible();
  expect((await boxOf(chart)).height).toBeGreaterThan(2.5 * before.height);
  await lab.step();
  await page.keyboard.press("Escape");
  await expect(lab.equation).toBeVisible();
  expect((await boxOf(chart)).height).toBe(before.height);
});

test("of many messages the newest two show, the others on request", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  for (const letter of ["A", "B", "C"]) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#v1.AAA${letter}.00000000`);
    await expect(lab.messages.getByRole("alert").first()).toBeVisible();
  }
  await expect(lab.messages.getByRole("button", { name: /older message/ })).toBeVisible();
  await expect(lab.messages.getByRole("alert")).toHaveCount(2);
  await lab.messages.getByRole("button", { name: /older message/ }).click();
  await expect(lab.messages.getByRole("alert")).toHaveCount(3);
});

test("on a phone the parts follow one another, and the transport stays in sight @phone-only @phone", async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?at=56");
  const tops: number[] = [];
  for (const part of [lab.figure, lab.equation, lab.parameters, lab.charts, lab.pseudoCode]) {
    tops.push((await boxOf(part)).y);
  }
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  for (const position of [0, 0.5, 0.8]) {
    await page.evaluate((share) => {
      scrollTo(0, share * (document.documentElement.scrollHeight - innerHeight));
    }, position);
    await expect(lab.button("Step")).toBeInViewport({ ratio: 1 });
    const { y, height } = await boxOf(lab.transport);
    expect(Math.round(y + height)).toBe(844);
    expect(height, "it leaves room for the rest").toBeLessThan(844 / 3);
  }
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
});

const NARROW = [
  { name: "320 px wide", viewport: { width: 320, height: 640 } },
  { name: "400 % of 1280×720", viewport: { width: 320, height: 180 } },
];

for (const { name, viewport } of NARROW) {
  test(`nothing is cut off at ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const lab = new LabPage(page);
    const fits = async (state: string) => {
      expect.soft(await tooWide(page), state).toBeLessThanOrEqual(0);
      expect.soft(await cutOff(page), state).toEqual([]);
    };
    await lab.open("#cliff-walking?at=3000");
    await fits("a run");
    await lab.picture("Random vs optimal");
    await fits("two pictures");
    await lab.picture("Run");
    await lab.edit("Reward");
    await fits("the editor");
    await lab.editor.getByRole("button", { name: "Size" }).click();
    await fits("the editor’s size");
    await lab.doneEditing();
    await lab.share();
    await fits("the share dialog");
    const { x, width } = await boxOf(lab.dialog);
    expect.soft(x).toBeGreaterThanOrEqual(0);
    expect.soft(x + width).toBeLessThanOrEqual(320);
    await lab.close();
    // Everything can be reached and used.
    await lab.step();
    for (const part of [lab.equation, lab.parameters, lab.charts, lab.pseudoCode]) {
      await part.scrollIntoViewIfNeeded();
      const box = await boxOf(part);
      expect.soft(box.x).toBeGreaterThanOrEqual(0);
      expect.soft(box.x + box.width).toBeLessThanOrEqual(321);
    }
  });
}
