import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

const EMPTY_8 = [
  ".......T",
  "........",
  "........",
  "........",
  "........",
  "........",
  "........",
  "S.......",
];

test("the pointer paints walls, a cliff, a jump, a terminal and a start; undo takes strokes back", async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open("#blank");
  await lab.edit("Wall");
  await lab.drag([3, 2], [3, 7]);
  for (let column = 2; column <= 7; column++) {
    await expect(lab.cell(3, column)).toHaveAccessibleName(/wall/);
  }
  await expect(lab.cell(3, 8)).not.toHaveAccessibleName(/wall/);
  // A stroke that begins on a wall takes walls away.
  await lab.drag([3, 6], [3, 7]);
  await expect(lab.cell(3, 6)).not.toHaveAccessibleName(/wall/);

  // A cliff: pays −100 and puts the agent back on the start.
  await lab.tool("Reward").click();
  await lab.fillBox(lab.editor, "Reward", -100);
  await lab.drag([8, 2], [8, 7]);
  await lab.tool("Restart").click();
  await lab.drag([8, 2], [8, 7]);
  await expect(lab.cell(8, 4)).toHaveAccessibleName(/back to the start, reward −100/);

  await lab.tool("Jump").click();
  await lab.clickCell(5, 1);
  await lab.clickCell(1, 1);
  await expect(lab.cell(5, 1)).toHaveAccessibleName(/jump to row 1, column 1, reward 10/);
  await lab.tool("Terminal").click();
  await lab.clickCell(8, 8);
  await expect(lab.cell(8, 8)).toHaveAccessibleName(/terminal/);
  await lab.tool("Start").click();
  await lab.clickCell(7, 1);
  await expect(lab.cell(7, 1)).toHaveAccessibleName(/start/);
  await expect(lab.cell(8, 1)).not.toHaveAccessibleName(/start/);
  await lab.tool("Erase").click();
  await lab.drag([8, 2], [8, 3]);
  await expect(lab.cell(8, 2)).not.toHaveAccessibleName(/back to the start|reward/);

  const painted = await lab.mapText();
  expect(painted.split("\n")[2]).toBe(".####...");
  for (let i = 0; i < 8; i++) await lab.button("Undo").first().click();
  expect(await lab.mapText()).toBe(EMPTY_8.join("\n"));
  for (let i = 0; i < 8; i++) await lab.button("Redo").first().click();
  expect(await lab.mapText()).toBe(painted);
  await expect(lab.cell(8, 4)).toHaveAccessibleName(/back to the start, reward −100/);

  // And the agent learns on it.
  await lab.doneEditing();
  await lab.speed("max");
  await lab.stopAfter("after episodes", 200);
  await lab.runToEnd();
  await expect(lab.clock).toHaveText(/^200 episodes/);
});

test("wind, size, text and clearing", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#blank");
  await lab.edit();
  await lab.editor.getByRole("button", { name: "Wind" }).click();
  for (let i = 0; i < 2; i++) await lab.editor.getByRole("button", { name: "More wind in column 4" }).click();
  await lab.editor.getByRole("button", { name: "Less wind in column 5" }).click();
  await expect(lab.editor.getByLabel("Wind in column 4")).toHaveText("2");
  await expect(lab.editor.getByLabel("Wind in column 5")).toHaveText("−1");

  await lab.editor.getByRole("button", { name: "Size" }).click();
  await lab.fillBox(lab.editor, "Rows", 4);
  await lab.fillBox(lab.editor, "Columns", 10);
  await expect(lab.grid).toHaveAttribute("aria-rowcount", "4");
  await expect(lab.grid).toHaveAttribute("aria-colcount", "10");
  await lab.editor.getByRole("button", { name: /Add a row at the top/ }).click();
  await expect(lab.grid).toHaveAttribute("aria-rowcount", "5");
  await expect(lab.cell(2, 8)).toHaveAccessibleName(/terminal/);
  await lab.fillBox(lab.editor, "Rows", 65);
  await expect(lab.editor.getByRole("alert")).toHaveText(/between 1 and 64.*Still 5/);
  await expect(lab.editor.getByRole("textbox", { name: "Rows" })).toHaveValue("65");
  await expect(lab.grid).toHaveAttribute("aria-rowcount", "5");
  await lab.editor.getByRole("button", { name: "Size" }).click();

  await lab.useMapText("S..\n.#.\n..T\n");
  await expect(lab.grid).toHaveAttribute("aria-rowcount", "3");
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
  expect(await lab.mapText()).toBe("S..\n.#.\n..T");
  await lab.useMapText("S..\n.#\n..T");
  await expect(lab.editor.getByRole("alert")).toHaveText(/row/i);
  await lab.editor.getByRole("button", { name: "Cancel" }).click();
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);

  await lab.editor.getByRole("button", { name: "Clear" }).click();
  await lab.editor.getByRole("button", { name: "Clear the map" }).click();
  expect(await lab.mapText()).toBe("...\n...\n...");
  await lab.button("Undo").first().click();
  expect(await lab.mapText()).toBe("S..\n.#.\n..T");
});

test("a hundred edits, a hundred steps of undo, and again forwards", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#blank");
  await lab.edit("Wall");
  const [left, top] = await lab.pointIn(1, 1);
  const side = (await lab.pointIn(1, 2))[0] - left;
  for (let i = 0; i < 100; i++) {
    await page.mouse.click(left + (i % 8) * side, top + (1 + (Math.floor(i / 8) % 6)) * side);
  }
  const last = await lab.mapText();
  expect(last).not.toBe(EMPTY_8.join("\n"));
  await page.keyboard.press("Escape");
  for (let i = 0; i < 100; i++) await page.keyboard.press("Control+z");
  await expect(lab.button("Undo").first()).toHaveAttribute("aria-disabled", "true");
  expect(await lab.mapText()).toBe(EMPTY_8.join("\n"));
  for (let i = 0; i < 100; i++) await page.keyboard.press("Control+Shift+z");
  await expect(lab.button("Redo").first()).toHaveAttribute("aria-disabled", "true");
  expect(await lab.mapText()).toBe(last);
});

test("a reward changed while the agent learns keeps its table, and the agent re-routes", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?at=8000");
  const before = await lab.rests();
  await expect(lab.cell(4, 1)).toHaveAccessibleName(/best up$|best up,/);
  await lab.clickCell(3, 6);
  const inspector = lab.figure.getByRole("group", { name: "Chosen cell" });
  await lab.fillBox(inspector, "Reward here", -50);
  await expect(lab.cell(3, 6)).toHaveAccessibleName(/reward −50/);
  await expect(lab.clock).toHaveText(/ 8,000 steps$/);
  expect(await lab.rests()).toBe(before);

  // And while it runs: the clock goes on, it does not start again.
  await lab.speed(30);
  await lab.stepSize("one step");
  await lab.run();
  await lab.fillBox(inspector, "Reward here", -60);
  await lab.button("Pause").click();
  await lab.rests();
  await expect(lab.cell(3, 6)).toHaveAccessibleName(/reward −60/);
  expect(Number(await lab.scrubber.inputValue())).toBeGreaterThan(8000);

  // Stepping back over the change brings the old reward back, with the table of then.
  await lab.scrubber.fill("7000");
  await expect(lab.clock).toHaveText(/ 7,000 steps$/);
  await expect(lab.cell(3, 6)).not.toHaveAccessibleName(/reward/);
  await lab.scrubber.fill("8000");
  await expect(lab.clock).toHaveText(/ 8,000 steps$/);
  expect(await lab.rests()).toBe(before);

  await lab.scrubber.fill(String(await lab.scrubber.getAttribute("max")));
  await lab.speed("max");
  await lab.stopAfter("after steps", 60_000);
  await lab.runToEnd();
  await expect(lab.cell(3, 5)).not.toHaveAccessibleName(/best right/);
});

test("touch paints as well @phone-only @phone", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#blank");
  await lab.edit("Wall");
  const [x, y] = await lab.pointIn(4, 4);
  await page.touchscreen.tap(x, y);
  await expect(lab.cell(4, 4)).toHaveAccessibleName(/wall/);
});
