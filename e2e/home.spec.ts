import { presetById, presets } from "../src/scenario/presets";
import { axeInThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { HomePage } from "./support/home-page";
import { LabPage } from "./support/lab-page";
import { smallControls, tooWide } from "./support/measures";

test("something runs within three seconds, can be paused, and opens in the lab as it stands @phone", async ({
  page,
}) => {
  const home = new HomePage(page);
  await home.open();
  await page.waitForLoadState("load");
  await expect(home.clock).toHaveText(/step [1-9]/, { timeout: 3000 });
  await home.moves();

  await home.button("Pause").click();
  const fingerprint = await home.fingerprint();
  const steps = await home.steps();
  await expect(home.button("Run")).toBeVisible();
  await page.waitForTimeout(300);
  expect(await home.steps()).toBe(steps);

  await home.openThis.click();
  const lab = new LabPage(page);
  expect(await lab.rests()).toBe(fingerprint);
  await expect(lab.title).toHaveText(/The lecture’s maze/);
  await expect(lab.clock).toHaveText(new RegExp(` ${steps.toLocaleString("en")} steps?$`));

  await page.goBack();
  await expect(home.clock).toBeVisible();
});

test("what runs opens in the lab at about the place where it was left", async ({ page }) => {
  const home = new HomePage(page);
  await home.open();
  await expect.poll(() => home.steps()).toBeGreaterThan(20);
  const steps = await home.steps();
  await home.openThis.click();
  const lab = new LabPage(page);
  await lab.rests();
  const there = /([\d,]+) steps?$/.exec((await lab.clock.textContent()) ?? "")?.[1];
  expect(Number(there)).toBeGreaterThanOrEqual(steps);
});

test("it stands still while it is out of view, and goes on where it was @phone", async ({ page }) => {
  const home = new HomePage(page);
  await home.open();
  await home.moves();
  await home.presets.getByRole("listitem").last().scrollIntoViewIfNeeded();
  await home.fingerprint(); // only a run that stands still has one
  const steps = await home.steps();
  await page.waitForTimeout(300);
  expect(await home.steps()).toBe(steps);
  await home.figure.scrollIntoViewIfNeeded();
  await expect.poll(() => home.steps()).toBeGreaterThan(steps);
});

test("who wants less motion starts it by hand @phone", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const home = new HomePage(page);
  await home.open();
  await expect(home.clock).toHaveText("Episode 1, step 0");
  await home.fingerprint();
  expect(await home.steps()).toBe(0);
  await home.button("Run").click();
  await home.moves();
});

test("the ways in lead to the lecture and to each lab", async ({ page }) => {
  const home = new HomePage(page);
  const lab = new LabPage(page);
  await home.open();
  await home.link("Take the lecture").click();
  await expect(page.getByRole("article", { name: /^Chapter 1:/ })).toBeVisible();

  for (const [name, title] of [
    ["Grid world", /The lecture’s grid/],
    ["Cart-pole", /DQN/],
    ["Glimpse", /Learn to look/],
  ] as const) {
    await home.open();
    await home.link(name).click();
    await expect(lab.title).toHaveText(title);
    await expect(lab.button(name).first()).toHaveAttribute("aria-current", "page");
  }
  await lab.open("?lab=chess");
  await expect(lab.message(/no lab called “chess”/)).toBeVisible();
  await expect(lab.title).toHaveText(/The lecture’s grid/);
});

test("the lecture goes on where it was left", async ({ page }) => {
  const home = new HomePage(page);
  await page.goto("./?lesson=value-iteration&step=2");
  await expect(page.getByRole("article", { name: /^Chapter 6:/ })).toBeVisible();
  await home.open();
  await expect(home.link("From the beginning")).toHaveAttribute("href", "?lesson=loop");
  await home.link("Go on with the lecture: chapter 6, step 2").click();
  await expect(page).toHaveURL(/lesson=value-iteration&step=2/);
});

test("one's own work is listed and goes on where it was, each piece by its own link @phone", async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?at=300");
  await lab.step(); // a step is no edit
  await lab.open("#blank");
  await lab.edit("Wall");
  await lab.clickCell(2, 2);
  await lab.doneEditing();
  await lab.open("#windy?noise=0.1");
  await lab.edit("Wall");
  await lab.clickCell(3, 3);
  await lab.doneEditing();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("bellman.works"))).toContain('"wind"');

  const home = new HomePage(page);
  await home.open();
  const own = page.getByRole("navigation", { name: "Ways in" }).getByRole("listitem");
  await expect(own).toHaveCount(2);
  await own.nth(1).getByRole("link").click();
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
  await page.reload();
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);

  // Another experiment in the lab, and the link leads to the work again, not to that.
  await lab.openPreset("Dyna maze");
  await expect(page).toHaveURL(/\?lab$/);
  await home.open();
  await own.nth(1).getByRole("link").click();
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
});

test("every preset is a link that opens it @phone", async ({ page }) => {
  const home = new HomePage(page);
  await home.open();
  await expect(home.count).toHaveText(`${presets.length} of ${presets.length} presets, 14 of 14 chapters`);
  const hrefs = await home.presets
    .getByRole("listitem")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const ids = hrefs.filter((href) => href.startsWith("?lab#")).map((href) => href.slice("?lab#".length));
  expect(ids.toSorted()).toEqual(presets.map(({ id }) => id).toSorted());
  expect(ids.every((id) => presetById(id))).toBe(true);
  expect(hrefs.length).toBe(presets.length + 14);
});

test("a search by keyboard alone leads to the lab", async ({ page }) => {
  const home = new HomePage(page);
  await home.open();
  await expect(home.search).toBeVisible();
  await home.link("Find a preset").focus();
  await page.keyboard.press("Enter");
  await expect(home.search).toBeFocused();
  await page.keyboard.type("cliff sarsa");
  await expect(home.count).toHaveText(/^1 of /);
  expect(await home.listed()).toEqual(["Cliff walking, SARSA"]);
  await expect(page).toHaveURL(/\?find=cliff\+sarsa$/);
  await page.keyboard.press("Enter");
  await expect(home.link("Cliff walking, SARSA")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(new LabPage(page).title).toHaveText(/Cliff walking, SARSA/);

  await page.goBack();
  await expect(home.search).toHaveValue("cliff sarsa");
  await expect(home.count).toHaveText(/^1 of /);
});

test("a filtered gallery can be linked; what finds nothing says so and can be cleared @phone", async ({
  page,
}) => {
  const home = new HomePage(page);
  await home.open("?find=policy+gradient");
  await expect(home.search).toBeInViewport();
  await expect(home.link(/^Chapter 10: /)).toBeVisible();
  expect(await home.listed()).toContain("Chapter 14: Q-learning against policy gradients");

  await home.presets.getByRole("combobox", { name: "Lab" }).selectOption("Glimpse");
  await home.presets.getByRole("combobox", { name: "Algorithm" }).selectOption("Planning");
  await expect(page).toHaveURL(/in=glimpse&by=planning/);
  await expect(home.count).toHaveText(/^0 of /);
  await expect(home.presets.getByText("Nothing here matches.")).toBeVisible();
  await home.button("Clear the search").click();
  await expect(home.search).toBeFocused();
  await expect(home.count).toHaveText(new RegExp(`^${presets.length} of `));
  await expect(page).toHaveURL(/\/$/);
});

test("a link that is pasted here opens, and the way back leads here", async ({ page }) => {
  const home = new HomePage(page);
  await home.open();
  await expect(home.clock).toBeVisible();
  await page.evaluate(() => {
    location.hash = "#cliff-walking";
  });
  await expect(new LabPage(page).title).toHaveText(/Cliff walking/);
  await page.goBack();
  await expect(home.clock).toBeVisible();
});

test("where the figure cannot be fetched, that is said, and all ways in are there", async ({
  page,
  problems,
}) => {
  await page.route(/\/Running-[^/]*\.js$/, (route) => route.abort());
  const home = new HomePage(page);
  await home.open();
  await expect(page.getByText("The figure could not be loaded.")).toBeVisible();
  await expect(home.link("Take the lecture")).toBeVisible();
  await expect(home.count).toHaveText(new RegExp(`^${presets.length} of `));
  problems.length = 0; // the request that was refused
});

test("nothing is out of reach, too small or too faint in any theme @phone", async ({ page }) => {
  const home = new HomePage(page);
  await home.open();
  await expect(home.count).toBeVisible();
  await home.moves();
  await home.button("Theme").click();
  await page.getByRole("radio", { name: "High contrast" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
  expect.soft(await axeInThemes(page), "with the list of themes").toEqual([]);
  await page.keyboard.press("Escape");
  await home.search.fill("cliff");
  expect.soft(await axeInThemes(page), "something found").toEqual([]);
  await home.search.fill("zebra");
  expect.soft(await axeInThemes(page), "nothing found").toEqual([]);
  await home.search.fill("");
  expect(await smallControls(page)).toEqual([]);
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 320, height: 256 }); // 1280 px at 400 %
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
});
