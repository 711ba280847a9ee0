import { readFileSync } from "node:fs";
import { axeInThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

test("this device is measured, beside another, and the result is saved", async ({ page }) => {
  test.setTimeout(180_000);
  const lab = new LabPage(page);
  await lab.open();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Benchmark this device" }).click();
  await lab.dialog.getByRole("button", { name: "Measure" }).click();
  await expect(lab.dialog.getByRole("progressbar")).toBeVisible();
  await expect(lab.dialog.getByText("Measured.", { exact: true })).toBeVisible({ timeout: 150_000 });
  const row = lab.dialog.getByRole("row", { name: /double DQN 4-64-64-2, batch 64: one update/ }).first();
  await expect(row).toHaveText(/[\d.]+ ms/);
  expect(await axeInThemes(page)).toEqual([]);

  const download = page.waitForEvent("download");
  await lab.dialog.getByRole("button", { name: "Save as JSON" }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), "utf8")) as {
    figures: { id: string }[];
    costs: { on: string }[];
  };
  expect(file.figures.map(({ id }) => id)).toEqual(["q-learning", "value-iteration", "cart-pole", "acting"]);
  expect(file.costs.filter(({ on }) => on === "wasm")).toHaveLength(5);
});

test("measuring is cancelled, and what there is stays", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  await lab.button("Run").last().click();
  await expect(lab.button("Pause").last()).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Benchmark this device" }).click();
  await lab.dialog.getByRole("button", { name: "Measure" }).click();
  await expect(lab.dialog.getByRole("row", { name: /Q-learning on the cliff/ })).toBeVisible({
    timeout: 30_000,
  });
  await lab.dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(lab.dialog.getByRole("status")).toHaveText(/Cancelled/);
  await expect(lab.dialog.getByRole("row", { name: /Q-learning on the cliff/ })).toBeVisible();
  await lab.close();
  await lab.rests(); // the lab's own run would have been measured too
});

test("a part that cannot be fetched is told, and measuring ends", async ({ page, problems }) => {
  await page.context().route("**/measure-device*", (route) => route.abort());
  const lab = new LabPage(page);
  await lab.open();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Benchmark this device" }).click();
  await lab.dialog.getByRole("button", { name: "Measure" }).click();
  await expect(lab.dialog.getByRole("status")).toContainText(/measure-device/);
  problems.length = 0; // the refused request, as asked for
});
