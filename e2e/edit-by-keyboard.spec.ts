import { expect, test } from "./support/fixtures";
import { pressKeys, tabTo } from "./support/keyboard";
import { LabPage } from "./support/lab-page";

test("everything without a mouse: step, select, edit, undo, run, share", async ({ page }) => {
  const lab = new LabPage(page);
  const press = (...keys: string[]) => pressKeys(page, ...keys);
  await lab.open("#blank");
  await expect(lab.button("Step")).toBeVisible();

  // Keys of the page.
  await lab.moving(() => press("ArrowRight"));
  await expect(lab.clock).toHaveText("0 episodes · 1 step");
  await lab.moving(() => press("ArrowLeft"));
  await expect(lab.clock).toHaveText("0 episodes · 0 steps");

  // Into the grid, which is one stop of Tab; arrows move and select.
  await tabTo(page, "gridcell", /row 1, column 1/);
  await press("ArrowDown", "ArrowDown", "ArrowRight");
  await expect(lab.cell(3, 2)).toBeFocused();
  await expect(lab.equation.getByRole("heading")).toHaveText(/row 3, column 2/);
  await press("Shift+ArrowRight");
  await expect(lab.equation.getByRole("heading")).toHaveText(/row 3, column 2, right/);
  await press("Home");
  await expect(lab.cell(3, 1)).toBeFocused();
  await press("Control+End");
  await expect(lab.cell(8, 8)).toBeFocused();
  await press("Control+Home");

  // Edit: Shift+Tab back to the button, then the tools by number.
  await press("Shift+Tab");
  await expect(lab.button("Edit map")).toBeFocused();
  await press("Enter");
  await expect(lab.editor).toBeVisible();
  await tabTo(page, "gridcell", /row 1, column 1/);
  await press("ArrowDown", "ArrowRight", "1", "Enter", "ArrowRight", "Enter");
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
  await expect(lab.cell(2, 3)).toHaveAccessibleName(/wall/);
  await press("ArrowRight", "3", "Enter");
  await expect(lab.cell(2, 4)).toHaveAccessibleName(/terminal/);
  await press("ArrowDown", "6", "Enter", "ArrowDown", "Enter"); // a jump one cell down
  await expect(lab.cell(3, 4)).toHaveAccessibleName(/jump to row 4, column 4/);
  await press("ArrowRight", "7", "Enter");
  await expect(lab.cell(4, 5)).toHaveAccessibleName(/back to the start/);
  await press("5", "Enter");
  await expect(lab.cell(4, 5)).toHaveAccessibleName(/reward 1/);
  await press("Control+z");
  await expect(lab.cell(4, 5)).not.toHaveAccessibleName(/reward/);
  await press("Control+Shift+z");
  await expect(lab.cell(4, 5)).toHaveAccessibleName(/reward 1/);
  await press("Control+z", "Control+z", "Control+z");
  await expect(lab.cell(3, 4)).not.toHaveAccessibleName(/jump/);
  await press("Escape");
  await expect(lab.editor).toHaveCount(0);
  await expect(lab.cell(4, 5)).toBeFocused();

  // Run to the stop condition with the speed at its most.
  await tabTo(page, "combobox", /A step is/);
  await press("End"); // the coarsest step
  await tabTo(page, "slider", /Speed/);
  await press("End");
  await tabTo(page, "combobox", /^Stop/);
  await tabTo(page, "textbox", /Count to stop at/);
  await page.keyboard.type("50");
  await press("Enter");
  await tabTo(page, "button", /^Run$/, "Shift+Tab");
  await press("Space");
  await expect(lab.outcome).toHaveText(/\S/);
  await expect(lab.clock).toHaveText(/^50 episodes/);

  // Share, and the focus comes back to where it was.
  await tabTo(page, "button", /^Share$/, "Shift+Tab");
  await press("Enter");
  await expect(lab.dialog).toBeVisible();
  await tabTo(page, "button", /Copy link/);
  await press("Escape");
  await expect(lab.dialog).toHaveCount(0);
  await expect(lab.button("Share")).toBeFocused();
  await press("?");
  await expect(lab.dialog.getByRole("heading", { name: "Keys" })).toBeVisible();
  await press("Escape");
  await expect(lab.dialog).toHaveCount(0);
});

test("space, arrows, R and ? belong to the page only where nothing else needs them", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?at=10");
  await lab.parameters.getByRole("textbox", { name: "Discount" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type(" r?");
  await page.keyboard.press("Escape");
  await expect(lab.dialog).toHaveCount(0);
  await expect(lab.clock).toHaveText("0 sweeps · 10 backups");
  await lab.transport.getByRole("slider", { name: "Speed" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(lab.clock).toHaveText("0 sweeps · 10 backups");
  await page.keyboard.press("r"); // a slider needs no letters
  await expect(lab.clock).toHaveText("0 sweeps · 0 backups");
});

test("the numbers of the equation can be walked and light their cells", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?noise=0.2&at=56");
  await lab.clickCell(2, 2, 0.35);
  await lab.numbers.first().focus();
  const seen = new Set<string>();
  for (let i = 0; i < (await lab.numbers.count()); i++) {
    const name = (await lab.page.locator(":focus").textContent()) ?? "";
    const [, row, column] = /row (\d+), column (\d+)/.exec(name) ?? [];
    const cell = `${row},${column}`;
    seen.add(cell);
    await expect.poll(async () => (await lab.litCells()).filter((lit) => lit === cell).length).toBe(2);
    await page.keyboard.press("ArrowRight");
  }
  expect([...seen].toSorted()).toEqual(["1,2", "2,3", "3,2"]);
});
