import { axeViolations } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";
import { smallControls } from "./support/measures";

for (const theme of ["Light", "Dark", "High contrast"]) {
  test(`axe finds nothing wrong in any state of the page: ${theme} @phone`, async ({ page, isMobile }) => {
    test.slow();
    const lab = new LabPage(page);
    /** States that differ from others only in what they say are looked at once. */
    const thorough = theme === "Light" && !isMobile;
    const clean = (state: string) =>
      test.step(state, async () => expect.soft(await axeViolations(page), state).toEqual([]));

    await lab.open("#cliff-walking?at=3000");
    await lab.theme(theme);
    await lab.clickCell(3, 3);
    await lab.charts.getByRole("button", { name: "Table" }).click();
    await clean("a learner, a chosen cell, a chart as a table");

    await lab.edit("Reward");
    for (const panel of thorough ? ["Size", "Wind", "As text", "Clear"] : ["Size"]) {
      await lab.editor.getByRole("button", { name: panel, exact: true }).click();
      await clean(`the editor, ${panel}`);
    }
    await lab.doneEditing();
    await lab.picture("Random vs optimal");
    await clean("two policies side by side");
    await lab.picture("Run");

    await lab.share();
    await clean("the share dialog");
    await lab.close();
    await lab.button(/^Presets/).click();
    await clean("the presets");
    await lab.close();
    await lab.button("More").click();
    await clean("the menu");
    await lab.button("Keys").click();
    await clean("the keys");
    await lab.close();
    await lab.open("#no-such-world");
    await expect(lab.messages.getByRole("alert")).toBeVisible();
    await clean("a problem");
    if (!thorough) return;

    await lab.button(/^All settings/).click();
    await clean("all parameters");
    await lab.picture("Policy, value, model");
    await clean("the model");
    await lab.button("More").click();
    await lab.button("About").click();
    await clean("about");
    await lab.close();
    await lab.open("#large-cave?at=6052");
    await lab.charts.getByRole("button", { name: "Not scalable" }).click();
    await clean("a large map");
  });
}

test("each step is spoken once, with the clock", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  await lab.step();
  const spoken = page.locator("[aria-live=polite], [role=status]").filter({ hasText: "Back up" });
  await expect(spoken).toHaveText(/Line 4: .*Row 1, column 2, up: −1, was 0\. 0 sweeps, 1 backup\.$/);
  await expect(spoken).toHaveCount(1);
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
