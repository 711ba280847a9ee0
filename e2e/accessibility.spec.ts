import { axeInThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";
import { smallControls } from "./support/measures";

test("axe finds nothing wrong in any state of the lab, in any theme @phone", async ({ page, isMobile }) => {
  test.slow();
  const lab = new LabPage(page);
  const clean = (state: string) =>
    test.step(state, async () => expect.soft(await axeInThemes(page), state).toEqual([]));
  const inDialog = async (name: string) => {
    await clean(name);
    await lab.close();
  };

  await lab.open("#cliff-walking?at=3000");
  await lab.clickCell(3, 3);
  await lab.charts.getByRole("button", { name: "Table" }).click();
  await clean("a learner, a chosen cell, a chart as a table");
  await lab.edit("Reward");
  // What differs in words only is looked at once, on the large screen.
  for (const panel of isMobile ? ["Size"] : ["Size", "Wind", "As text", "Clear"]) {
    await lab.editor.getByRole("button", { name: panel, exact: true }).click();
    await clean(`the editor, ${panel}`);
  }
  await lab.doneEditing();
  await lab.picture("Random vs optimal");
  await clean("two policies side by side");
  await lab.picture("Run");
  await lab.share();
  await inDialog("the share dialog");
  await lab.button(/^Presets/).click();
  await inDialog("the presets");
  await lab.button("More").click();
  await clean("the menu");
  await lab.button("Keys").click();
  await inDialog("the keys");
  if (isMobile) return;

  await lab.button("More").click();
  await lab.button("About").click();
  await inDialog("about");
  await lab.button("More").click();
  await lab.button("Benchmark this device").click();
  await inDialog("the benchmark");
  await lab.button("Lecture").first().click();
  await inDialog("the chapters");
  await page.evaluate(() => {
    location.hash = "#no-such-world";
  });
  await expect(lab.messages.getByRole("alert")).toBeVisible();
  await lab.button(/^All settings/).click();
  await clean("a problem, all parameters");

  await lab.open("#large-cave?at=6052");
  await lab.picture("Policy, value, model");
  await lab.charts.getByRole("button", { name: "Not scalable" }).click();
  await clean("a large map, its model");
});

test("each step is spoken once, with the clock", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  await lab.step();
  const spoken = page.locator("[aria-live=polite], [role=status]").filter({ hasText: "Back up" });
  await expect(spoken).toHaveText(/Line 4: .*Row 1, column 2, up: −1, was 0\. 0 sweeps, 1 backup\.$/);
  await expect(spoken).toHaveCount(1);
});

test("a sweep and an episode are each said once, with what they changed", async ({ page }) => {
  const lab = new LabPage(page);
  const live = page.locator("[aria-live=polite], [role=status]");
  const saidOnce = async (words: RegExp) => {
    await expect(live.filter({ hasText: words })).toHaveCount(1);
  };
  await lab.open("#lecture-grid");
  await lab.stepSize("one sweep");
  await lab.step();
  await saidOnce(/^Line 4: .*: −1, was 0\. 1 sweep, \d+ backups\.$/);
  await lab.open("#cliff-walking");
  await lab.stepSize("one episode");
  await lab.step();
  await saidOnce(/^Line 5: .* was .*\. 1 episode, \d+ steps\.$/);
});

test("pictures that are there to be read only say so, and leave Enter alone", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  await expect(lab.grid).not.toHaveAttribute("aria-readonly");
  await lab.picture("Random vs optimal");
  await expect(lab.grid).toHaveCount(2);
  for (const grid of await lab.grid.all()) await expect(grid).toHaveAttribute("aria-readonly", "true");
  const cells = lab.grid.first().getByRole("gridcell");
  await cells.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(cells.nth(1)).toBeFocused();
  await expect(cells.nth(1)).toHaveAccessibleName(/^row 1, column 2, V −14/);
  await page.keyboard.press("Enter");
  await expect(cells.nth(1)).toBeFocused();
});

test("with less motion wanted, nothing on the page moves by itself", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?at=56");
  await lab.step();
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === "running").length,
  );
  expect(moving).toBe(0);
});

test("every control is at least 24 px in both directions, or has room around it @phone", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?at=3000");
  expect(await smallControls(page)).toEqual([]);
});
