import { home } from "../src/messages/home";
import { axeViolations } from "./support/axe";
import { expect, test } from "./support/fixtures";

test("the page opens from a sub-path, without a problem @phone", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle(/Bellman/);
  await expect(page.getByRole("navigation", { name: home.ways })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test("the page opens in a frame of a page of another origin", async ({ page, baseURL }) => {
  await page.setContent(`<iframe src="${baseURL}" title="Bellman" width="1000" height="600"></iframe>`);
  await expect(page.frameLocator("iframe").getByRole("navigation", { name: home.ways })).toBeVisible();
});
