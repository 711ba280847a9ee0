import type { Page } from "@playwright/test";
import { axeInThemes, axeViolations } from "./support/axe";
import { CartLab, SMALL_DQN, SMALL_REINFORCE } from "./support/cart-lab";
import { expect, test } from "./support/fixtures";
import { cutOff, smallControls, tooWide } from "./support/measures";

const TABS = {
  [`#${SMALL_DQN}&at=60`]: ["Run", "Play", "Values", "Network", "Memory", "Errors"],
  [`#${SMALL_REINFORCE}&at=120`]: ["Run", "Values", "Network", "Trajectory", "Variance"],
};

/** Opens every tab of every algorithm, each with its picture on it, and calls back. */
async function onEachTab(page: Page, look: (lab: CartLab, tab: string) => Promise<void>): Promise<void> {
  const lab = new CartLab(page);
  for (const [hash, tabs] of Object.entries(TABS)) {
    await lab.open(hash);
    for (const tab of tabs) {
      await lab.picture(tab);
      if (tab === "Variance") {
        await lab.button("Measure the scatter of gradients").click();
        await lab.rests();
      }
      await expect(lab.figure.getByRole("img").first()).toBeVisible({ timeout: 30_000 });
      await test.step(`${hash} ${tab}`, () => look(lab, tab));
    }
  }
}

test("axe finds nothing wrong on any tab, in any theme @phone", async ({ page, isMobile }) => {
  test.slow();
  await onEachTab(page, async (lab, tab) => {
    if (tab === "Memory") await lab.figure.getByText("Numbers as a table").click();
    if (tab === "Run") await lab.button(/^World/).click();
    // Other themes have other colours only, on a phone too.
    const violations = isMobile ? await axeViolations(page) : await axeInThemes(page);
    expect.soft(violations, tab).toEqual([]);
    if (isMobile) expect.soft(await smallControls(page), `${tab}: targets`).toEqual([]);
  });
  if (isMobile) return;
  const lab = new CartLab(page);
  await lab.badge.click();
  expect(await axeInThemes(page), "what networks are computed on").toEqual([]);
});

test("at 1280×720 nothing scrolls but what is open on demand, and every part is in sight", async ({
  page,
}) => {
  test.slow();
  await onEachTab(page, async (lab, tab) => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect.soft(height, `${tab}: the page does not scroll`).toBeLessThanOrEqual(720);
    const parts = [
      lab.transport,
      lab.parameters,
      lab.equation,
      lab.pseudoCode,
      lab.charts.getByRole("figure"),
    ];
    for (const part of [...(await lab.figure.getByRole("img").all()), ...parts]) {
      await expect.soft(part, tab).toBeInViewport({ ratio: 0.98 });
    }
  });
});

test("on narrow windows nothing is cut off at the side, and the transport stays in sight", async ({
  page,
}) => {
  test.slow();
  await onEachTab(page, async (lab, tab) => {
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      expect.soft(await tooWide(page), `${tab} at ${viewport.width}`).toBeLessThanOrEqual(0);
      expect.soft(await cutOff(page), `${tab} at ${viewport.width}`).toEqual([]);
      const inside = await lab.figure.evaluate((figure) => {
        const { left, right } = figure.getBoundingClientRect();
        return left >= 0 && right <= innerWidth;
      });
      expect.soft(inside, `${tab} at ${viewport.width}`).toBe(true);
      await expect.soft(lab.button("Step")).toBeInViewport({ ratio: 1 });
    }
  });
});
