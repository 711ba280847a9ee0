import { expect, test } from "./support/fixtures";
import { headless } from "./support/headless";
import { LabPage } from "./support/lab-page";

/** Moves to the nearest grey cell, negative: what the lecture's grid converges to. */
const VALUES = [
  [null, -1, -2, -3],
  [-1, -2, -3, -2],
  [-2, -3, -2, -1],
  [-3, -2, -1, null],
];

test("the first visit: the lecture's grid, one backup, a sweep, convergence", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open();
  await expect(lab.title).toHaveText(/The lecture’s grid/);
  await expect(lab.cell(1, 1)).toHaveAccessibleName(/terminal/);
  await expect(lab.clock).toHaveText("0 sweeps · 0 backups");
  expect(await lab.litLine()).toBe(0);

  // One backup: Q(row 1 column 2, up) = −1 + 0.
  await lab.step();
  await expect(lab.clock).toHaveText("0 sweeps · 1 backup");
  await expect(lab.cell(1, 2)).toHaveAccessibleName(/Q up −1, Q right 0/);
  await expect(lab.equation.getByRole("heading")).toHaveText(/Update.*row 1, column 2, up/);
  await expect(lab.numbers.last()).toHaveAccessibleName(/^−1: row 1, column 2, up/);
  expect(await lab.litLine()).toBe(4);
  expect(await lab.litCells()).toContain("1,2");

  await lab.stepSize("one sweep");
  await lab.step();
  await expect(lab.clock).toHaveText("1 sweep · 56 backups");
  await expect(lab.cell(1, 2)).toHaveAccessibleName(/V −1/);
  await expect(lab.cell(1, 3)).toHaveAccessibleName(/V −1/);

  await lab.speed("max");
  const fingerprint = await lab.runToEnd();
  await expect(lab.outcome).toHaveText(/converged/i);
  for (const [r, row] of VALUES.entries()) {
    for (const [c, value] of row.entries()) {
      const name = value === null ? /terminal/ : new RegExp(`V −${-value}(,|$)`);
      await expect(lab.cell(r + 1, c + 1)).toHaveAccessibleName(name);
    }
  }
  expect(fingerprint).toBe(headless("lecture-grid").fingerprint);
});

test("one line at a time: the lit line of the pseudo-code moves", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open();
  await lab.stepSize("one line");
  const lines: number[] = [];
  for (let i = 0; i < 5; i++) {
    await lab.stepLine();
    lines.push(await lab.litLine());
  }
  expect(lines).toEqual([1, 3, 4, 3, 4]); // line 2 has nothing to check before the first sweep
});

test("a click opens a cell's equation with its numbers, and numbers and cells light each other", async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?at=224");
  await lab.clickCell(2, 2, 0.35);
  await expect(lab.equation.getByRole("heading")).toHaveText(/Bellman.*row 2, column 2, right/);
  await expect(lab.equation).toContainText("−4"); // = 1 (−1 + 1 · −3)
  await expect(lab.numbers.last()).toHaveAccessibleName(/^−3: row 2, column 3/);
  expect(await lab.litCells()).toEqual(["2,3"]); // the successor

  await lab.drawnNumber("−3").first().hover();
  await expect.poll(() => lab.litCells()).toEqual(["2,3", "2,3"]); // and once more, as what is pointed at
  await page.mouse.move(2, 2);
  await expect.poll(() => lab.litCells()).toEqual(["2,3"]);

  // The other way round: pointing at the successor marks its number.
  await page.mouse.move(...(await lab.pointIn(2, 3)));
  await expect(lab.drawnNumber("−3").first()).toHaveClass(/is-lit/);
});

test("with slips every successor is lit with its probability", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?noise=0.2&at=56");
  await lab.clickCell(2, 2, 0.35);
  await expect.poll(() => lab.litCells()).toEqual(["1,2", "2,3", "3,2"]);
  const texts = await lab.figure.locator("svg text").allTextContents();
  expect(texts.filter((text) => text === "0.8")).toHaveLength(1);
  expect(texts.filter((text) => text === "0.1")).toHaveLength(2);
});
