import { axeViolations } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

for (const theme of ["Light", "Dark", "High contrast"]) {
  test(`axe finds nothing wrong in any state of the page: ${theme} @phone`, async ({ page, isMobile }) => {
    test.slow();
    const lab = new LabPage(page);
    /** States that differ from others only in what they say are looked at once. */
    const thorough = theme === "Light" && !isMobile;
    const clean = (state: string, everywhere = true) =>
      test.step(state, async () => {
        if (thorough || everywhere) expect.soft(await axeViolations(page), state).toEqual([]);
      });
    await lab.open("#cliff-walking?at=3000");
    await lab.theme(theme);
    await expect(page.locator("html")).toHaveAttribute("data-theme", /./);
    await clean("a learner in the middle of its run", false);
    await lab.clickCell(3, 3);
    await expect(lab.figure.getByRole("group", { name: "Chosen cell" })).toBeVisible();
    await clean("a chosen cell");
    await lab.button(/^World and seed/).click();
    await clean("all parameters", false);
    await lab.button(/^World and seed/).click();
    await lab.charts.getByRole("button", { name: "Table" }).click();
    await clean("a chart as a table");

    await lab.edit("Reward");
    for (const panel of ["Size", "Wind", "As text", "Clear"]) {
      await lab.editor.getByRole("button", { name: panel, exact: true }).click();
      await clean(`the editor, ${panel}`, panel === "Size");
    }
    await lab.doneEditing();

    await lab.picture("Policy, value, model");
    await clean("the model", false);
    await lab.picture("Random vs optimal");
    await clean("two policies side by side");
    await lab.picture("Run");

    await lab.share();
    await clean("the share dialog");
    await lab.close();
    await lab.button(/^Presets/).click();
    await clean("the presets");
    await lab.close();
    for (const entry of ["Keys", "About"]) {
      await lab.button("More").click();
      await clean("the menu", entry === "Keys");
      await lab.button(entry).click();
      await clean(entry, entry === "Keys");
      await lab.close();
    }

    await lab.open("#no-such-world");
    await expect(lab.messages.getByRole("alert")).toBeVisible();
    await clean("a problem");
    await lab.open("#large-cave?at=6052");
    await clean("a large map");
    await lab.charts.getByRole("button", { name: "Not scalable" }).click();
    await clean("what it would cost", false);
  });
}

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
  const small = await page
    .locator("button:visible, select:visible, summary:visible, a[href]:visible")
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        const unseen = control.closest("[role=toolbar]") !== null; // for the keyboard only
        return unseen || (width >= 24 && height >= 24)
          ? []
          : [`${control.textContent} ${Math.round(width)}×${Math.round(height)}`];
      }),
    );
  expect(small).toEqual([]);
});
