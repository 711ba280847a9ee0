import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { runnerImport } from "vite";
import type * as Script from "../src/code/python/script";
import { presetById, presetScenario } from "../src/scenario/presets";
import { axeInThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { tabTo } from "./support/keyboard";
import { LabPage } from "./support/lab-page";
import { tooWide } from "./support/measures";

/** What the generator makes of a preset; its parts are Python files, which only Vite knows how to import. */
async function scriptOf(id: string, params: object = {}): Promise<string> {
  const preset = presetById(id);
  if (!preset) throw new Error(`There is no preset ${id}.`);
  const scenario = presetScenario(preset);
  const { module } = await runnerImport<typeof Script>("/src/code/python/script.ts");
  const algo = { ...scenario.algo, params: { ...scenario.algo.params, ...params } };
  return module.pythonScript({ ...scenario, algo }, preset.title);
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("the code of an algorithm: ours as it stands in the source, and a script with the present parameters", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  await lab.fillBox(lab.parameters, "Step size", 0.25);
  await lab.button("Show me the code").click();
  const { dialog } = lab;
  await expect(dialog.getByRole("tab", { selected: true })).toHaveText(/TypeScript/);
  const piece = dialog.getByRole("region", { name: /^src\/algos\/q-learning\/run.ts, lines \d+ to \d+$/ });
  const code = await piece.locator("pre").innerText();
  const flat = (text: string) => text.replaceAll(/\s+/g, " ").trim();
  expect(flat(await readFile("src/algos/q-learning/run.ts", "utf8"))).toContain(flat(code));
  expect(code).toContain("tdTarget - Q[pair]");
  await piece.getByRole("button", { name: "Copy" }).click();
  await expect(piece.getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);

  await dialog.getByRole("tab", { name: /Python/ }).click();
  const wanted = await scriptOf("cliff-walking", { alpha: 0.25 });
  const { name, text } = await downloaded(page, () =>
    dialog.getByRole("button", { name: "Download bellman-q-learning.py" }).click(),
  );
  expect(name).toBe("bellman-q-learning.py");
  expect(text).toBe(wanted);
  expect(text).toContain("alpha = 0.25");
  expect(await dialog.locator("pre").textContent()).toBe(text);
});

test("the share dialog saves the script too", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  await lab.share();
  const { name, text } = await downloaded(page, () =>
    lab.dialog.getByRole("button", { name: "Python script" }).click(),
  );
  expect(name).toBe("bellman-value-iteration.py");
  expect(text).toBe(await scriptOf("lecture-grid"));
});

test("the code of a network's algorithm can be read by everyone", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cart-pole-dqn");
  await lab.button("Show me the code").click();
  expect(await axeInThemes(page)).toEqual([]);
  await lab.dialog.getByRole("tab", { name: /Python/ }).click();
  await expect(lab.dialog.getByText(/Gymnasium’s CartPole-v1 where that is installed/)).toBeVisible();
  expect(await axeInThemes(page)).toEqual([]);
});

test("by keyboard alone", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  await tabTo(page, "button", /^Show me the code$/);
  await page.keyboard.press("Enter");
  await expect(lab.dialog).toBeVisible();
  await tabTo(page, "tab", /TypeScript/);
  await page.keyboard.press("ArrowRight");
  const python = lab.dialog.getByRole("tab", { name: /Python/ });
  await expect(python).toBeFocused();
  await expect(python).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowRight");
  await expect(lab.dialog.getByRole("tab", { name: /TypeScript/ })).toBeFocused();
  await page.keyboard.press("End");
  const { text } = await downloaded(page, async () => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  });
  expect(text).toContain("# Q-learning (Watkins 1989");
  await page.keyboard.press("Tab"); // the button that copies
  await page.keyboard.press("Tab");
  const listing = lab.dialog.locator("pre");
  await expect(listing).toBeFocused();
  await page.keyboard.press("End");
  await expect.poll(() => listing.evaluate((pre) => pre.scrollTop)).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await expect(lab.dialog).toBeHidden();
  await expect(lab.button("Show me the code")).toBeFocused();
});

test("on a phone nothing but the code itself is wider than the screen @phone-only @phone", async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open("#glimpse-small");
  await lab.button("Show me the code").click();
  for (const tab of [/TypeScript/, /Python/]) {
    await lab.dialog.getByRole("tab", { name: tab }).click();
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    const box = await lab.dialog.boundingBox();
    expect(box && box.x + box.width).toBeLessThanOrEqual(390);
    expect(await lab.dialog.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0);
  }
});
