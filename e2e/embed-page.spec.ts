import { axeInThemes } from "./support/axe";
import { expect, test } from "./support/embed-host";
import { LabPage } from "./support/lab-page";
import { smallControls } from "./support/measures";

test("a frame shows the chosen parts and no others, and the way to all of it", async ({ host }) => {
  await host.open("?embed=1&show=transport,charts#cliff-walking?at=300", { width: 640, height: 640 });
  await host.lab.rests();
  const { frame, lab } = host;
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Cliff walking, Q-learning");
  await expect(lab.transport).toBeVisible();
  await expect(lab.charts).toBeVisible();
  for (const part of [
    lab.parameters,
    lab.equation,
    lab.pseudoCode,
    frame.getByText(/shortest way along the edge/),
  ]) {
    await expect(part).toHaveCount(0);
  }
  for (const name of ["Share", "More", "Lecture", /^Presets/]) await expect(lab.button(name)).toHaveCount(0);
  await lab.step();

  const opened = host.page.waitForEvent("popup");
  await frame.getByRole("link", { name: "Open in full" }).click();
  const full = new LabPage(await opened);
  expect(await full.rests()).toBe(await lab.rests());
  await expect(full.clock).toHaveText(/ 301 steps$/);
  await expect(full.button("Share")).toBeVisible();
});

test("what the address says and nobody understands is told in place, and the rest is done", async ({
  host,
}) => {
  await host.open("?embed=1&show=code,pictures&lock=gama&rate=fast#lecture-grid", {
    width: 640,
    height: 900,
  });
  await host.lab.rests();
  await expect(host.lab.pseudoCode).toBeVisible();
  await host.lab.button(/older message/).click();
  await expect(host.lab.message(/show “pictures”.*transport, caption/)).toBeVisible();
  await expect(host.lab.message(/lock “gama”/)).toBeVisible();
  await expect(host.lab.message(/speed “fast”/)).toBeVisible();
});

test("a step of the lecture is shown in a frame, without the ways out of it", async ({ host, page }) => {
  await host.open("?embed=1&lesson=value-iteration&step=2", { width: 640, height: 900 });
  await host.lab.rests();
  const chapter = host.frame.getByRole("article");
  await expect(chapter.getByRole("heading", { level: 2 })).toHaveText("How many sweeps?");
  await expect(host.lab.button("Leave the lecture")).toHaveCount(0);
  await chapter.getByRole("radio").nth(1).check();
  await host.lab.button("Run it and see").click();
  await expect(chapter.getByText(/^(Yes|No): the run shows/)).toBeVisible();
  const link = host.frame.getByRole("link", { name: "Open in full" });
  await link.focus();
  await expect(link).toHaveAttribute("href", /\/\?lesson=value-iteration&step=2$/);
  await page.getByRole("textbox", { name: "Notes" }).focus();
  await chapter.getByRole("navigation").getByRole("button", { name: /^Back/ }).click();
  await expect(chapter.getByRole("heading", { level: 2 })).not.toHaveText("How many sweeps?");
});

test("what is locked in a frame cannot be changed by pointer, key or message", async ({ host, page }) => {
  await host.open(
    `?embed=1&show=transport,parameters&lock=gamma,map,algorithm,seed${host.named}#cliff-walking?at=300`,
    { width: 1000, height: 600 },
  );
  const { lab, frame } = host;
  const before = await lab.rests();
  const gamma = lab.parameters.getByRole("textbox", { name: /^Discount/ });
  await expect(gamma).toBeDisabled();
  await expect(gamma).toHaveAccessibleName(/locked/);
  await expect(lab.parameters.getByRole("combobox", { name: "Algorithm" })).toBeDisabled();
  await expect(lab.parameters.getByRole("textbox", { name: /^Step size/ }).first()).toBeEnabled();
  await expect(lab.button("Edit map")).toHaveCount(0);
  await expect(frame.getByText("Map locked")).toBeVisible();
  await expect(lab.button("Unlock a copy for myself")).toHaveCount(0);

  // Neither the keys of the editor nor those of undo change anything.
  await lab.clickCell(2, 3);
  for (const key of ["1", "Enter", "Shift+ArrowUp", "Control+z"]) await page.keyboard.press(key);
  expect(await lab.rests()).toBe(before);
  await expect(lab.cell(2, 3)).not.toHaveAccessibleName(/wall/);
  await lab.fillBox(lab.parameters, "Step size", 0.1);
  await expect(lab.parameters.getByRole("textbox", { name: "Step size" })).toHaveValue("0.1");
  // The locks of the frame are not those of what is loaded into it, and hold all the same.
  await host.send({ bellman: 1, type: "load", link: "#lecture-grid" });
  await host.hears("state", { title: "The lecture’s grid", status: "paused" });
  await expect(frame.getByText("Map locked")).toBeVisible();
});

test("an author locks what is shared; whoever opens it may unlock a copy", async ({ page, openContext }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?at=300");
  await lab.share();
  await lab.dialog.getByRole("textbox", { name: "Title" }).fill("Walk the cliff");
  await lab.dialog.getByRole("textbox", { name: "What to notice" }).fill("Only the step size is yours.");
  const group = lab.dialog.getByRole("group", { name: "Locked for whoever opens it" });
  await group.getByRole("checkbox", { name: "The map" }).check();
  await group.getByRole("checkbox", { name: "The algorithm" }).check();
  await lab.dialog.getByText("Single parameters").click();
  await lab.dialog
    .getByRole("group", { name: "Locked one by one" })
    .getByRole("checkbox", { name: "Discount" })
    .check();
  await lab.close();
  const link = await lab.link();

  const friend = new LabPage(await (await openContext()).newPage());
  await friend.open(link.slice(link.indexOf("#")));
  await expect(friend.title).toHaveText(/Walk the cliff/);
  await expect(friend.page.getByText("Only the step size is yours.")).toBeVisible();
  await expect(friend.parameters.getByRole("combobox", { name: "Algorithm" })).toBeDisabled();
  await expect(friend.parameters.getByRole("textbox", { name: /^Discount/ })).toBeDisabled();
  await expect(friend.button("Edit map")).toHaveCount(0);
  expect(await friend.link()).toBe(link);
  await friend.button("Unlock a copy for myself").click();
  await expect(friend.parameters.getByRole("textbox", { name: "Discount" })).toBeEnabled();
  await friend.edit("Wall");
  await friend.clickCell(2, 2);
  await expect(friend.cell(2, 2)).toHaveAccessibleName(/wall/);
});

test("the HTML that the share dialog hands out shows the experiment in a page", async ({
  host,
  page,
  context,
  baseURL,
}) => {
  const other = await context.newPage();
  const lab = new LabPage(other);
  await lab.open("#cliff-walking?alpha=0.25&at=300");
  const fingerprint = await lab.rests();
  await lab.share();
  await lab.dialog.getByRole("checkbox", { name: "Charts" }).check();
  await lab.dialog
    .getByRole("group", { name: "Locked in the frame" })
    .getByRole("checkbox", { name: "The map" })
    .check();
  await lab.dialog.getByRole("combobox", { name: "Size of the frame" }).selectOption("1000 × 600");
  const html = await lab.dialog.getByRole("textbox", { name: "HTML for the page" }).inputValue();
  expect(html).toContain(`src="${baseURL}?embed=1&amp;show=transport,caption,charts&amp;lock=editor#`);
  expect(html).toContain('title="Cliff walking, Q-learning" width="1000" height="600"');
  await other.close();
  await host.openHtml(html.replace("title=", 'id="lab" title='));
  const framed = new LabPage(page, page.frameLocator("#lab"));
  expect(await framed.rests()).toBe(fingerprint);
  await expect(framed.charts).toBeVisible();
  await expect(framed.scope.getByText("Map locked")).toBeVisible();
});

test("a frame that runs by itself begins when the reader comes to it", async ({ host, page }) => {
  await host.open("?embed=1&autoplay=1&rate=50#lecture-grid", {
    before: `<div style="height: 3000px"></div>`,
  });
  await host.lab.rests();
  await page.waitForTimeout(500);
  await expect(host.lab.clock).toHaveText("0 sweeps · 0 backups");
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await expect(host.lab.clock).not.toHaveText("0 sweeps · 0 backups");
  await host.lab.button("Pause").click();
  await host.lab.rests();
});

test("where motion is unwelcome nothing runs by itself", async ({ host, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await host.open("?embed=1&autoplay=1&rate=50#lecture-grid");
  await host.lab.rests();
  await page.waitForTimeout(500);
  await expect(host.lab.clock).toHaveText("0 sweeps · 0 backups");
});

test("the focus and the keys of the page around stay with it", async ({ host, page }) => {
  await host.open("?embed=1&show=transport&lesson=value-iteration&step=2");
  await host.lab.rests();
  await expect(host.frame.getByRole("article")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  await page.getByRole("textbox", { name: "Notes" }).fill("r");
  for (const key of ["ArrowRight", "r", "Space"]) await page.keyboard.press(key);
  await page.getByText("Text of the course.").click();
  for (const key of ["ArrowRight", "Space"]) await page.keyboard.press(key);
  await host.lab.rests();
  await expect(host.lab.clock).toHaveText("0 sweeps · 0 backups");
  // Once the frame has the focus, they are the lab's.
  await host.lab.clock.click();
  await host.lab.moving(() => page.keyboard.press("ArrowRight"));
});

test("a frame of our own site shows nothing of the visitor's work, and leaves it alone", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#blank");
  await lab.edit("Wall");
  await lab.clickCell(2, 2);
  await expect.poll(() => works(page)).toMatch(/#/);
  const mine = await works(page);

  await lab.open("?embed=1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The lecture’s grid");
  await lab.edit("Wall");
  await lab.clickCell(2, 3);
  await expect(lab.cell(2, 3)).toHaveAccessibleName(/wall/);
  await page.waitForTimeout(1000); // longer than the page waits to save
  await page.reload();
  await lab.rests();
  await expect(lab.cell(2, 3)).not.toHaveAccessibleName(/wall/);
  expect(await works(page)).toBe(mine);
  await lab.open();
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
});

const works = (page: LabPage["page"]) => page.evaluate(() => localStorage.getItem("bellman.works") ?? "");

test("axe finds nothing wrong in a frame in any theme, and controls are large enough", async ({ page }) => {
  test.slow();
  const lab = new LabPage(page);
  for (const address of [
    "#cliff-walking?at=300",
    "&show=transport,caption,equation,parameters,charts,code&lock=all#cliff-walking?at=300",
    "&lesson=value-iteration&step=2",
    "&show=pictures#cart-pole-dqn",
  ]) {
    await lab.open(`?embed=1&theme=dark${address}`);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    for (const [width, height] of [
      [640, 400],
      [320, 480],
    ]) {
      await page.setViewportSize({ width, height });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const state = `${width}×${height} ${address}`;
      expect.soft(await axeInThemes(page), state).toEqual([]);
      expect.soft(await smallControls(page), state).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `${state}: nothing beyond the right edge`).toBeLessThanOrEqual(width);
    }
  }
});
