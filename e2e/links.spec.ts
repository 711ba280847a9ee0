import { type Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { headless } from "./support/headless";
import { LabPage } from "./support/lab-page";

const hashOf = (address: string) => address.slice(address.indexOf("#"));

/** A map of one's own, a learner, a live change, a selection, chosen layers, and a run paused in the middle. */
async function make(lab: LabPage): Promise<void> {
  await lab.open("#blank");
  await lab.algorithm("SARSA");
  await lab.edit("Wall");
  await lab.drag([4, 1], [4, 6]);
  await lab.doneEditing();
  await lab.stepSize("one episode");
  await lab.step();
  await lab.step();
  await lab.fillBox(lab.parameters, "Step size", 0.2); // live: from here on
  await lab.step();
  await lab.stepSize("one step");
  await lab.step();
  await lab.clickCell(2, 7, 0.3);
}

async function whatIsShown(lab: LabPage) {
  return {
    fingerprint: await lab.rests(),
    clock: await lab.clock.textContent(),
    names: await lab.grid.getByRole("gridcell").evaluateAll((cells) => cells.map((cell) => cell.ariaLabel)),
    equation: await lab.equation.getByRole("heading").textContent(),
    stepSize: await lab
      .button("Step")
      .locator("..")
      .locator("..")
      .getByRole("combobox", { name: "A step is" })
      .inputValue(),
    alpha: await lab.parameters.getByRole("textbox", { name: "Step size" }).inputValue(),
  };
}

test("a link shows a friend exactly what was on screen, and goes on in the same way", async ({
  page,
  context,
  openContext,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const lab = new LabPage(page);
  await make(lab);
  const mine = await whatIsShown(lab);
  await lab.share();
  await lab.dialog.getByRole("button", { name: "Copy link" }).click();
  await expect(lab.dialog.getByText("Copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#v1\./);
  await expect(lab.dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  await lab.close();

  const friend = new LabPage(await (await openContext()).newPage());
  await friend.open(hashOf(link));
  expect(await whatIsShown(friend)).toEqual(mine);
  await friend.page.close();

  // The same episode from here on, and the same link.
  const other = new LabPage(await (await openContext()).newPage());
  await other.open(hashOf(link));
  expect(await other.link()).toBe(link);
  await lab.stepSize("one episode");
  await other.stepSize("one episode");
  expect(await other.step()).toBe(await lab.step());
  expect(await other.back()).toBe(await lab.back());
});

test("the position in a link is the one that Node comes to", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?alpha=0.1&seed=7&at=1234");
  const { fingerprint } = headless("cliff-walking?alpha=0.1&seed=7", "--ticks", "1234");
  expect(await lab.rests()).toBe(fingerprint);
  const full = hashOf(await lab.link());
  await lab.open(full);
  expect(await lab.rests()).toBe(fingerprint);
  await expect(lab.clock).toHaveText(/ 1,234 steps$/);
});

const WAYS = [
  { name: "by loading the page", open: (lab: LabPage, hash: string) => lab.open(hash) },
  { name: "in the page as it stands", open: (lab: LabPage, hash: string) => follow(lab.page, hash) },
];

for (const way of WAYS) {
  test(`opening a link leaves one's own work as it was: ${way.name}`, async ({ page }) => {
    const lab = new LabPage(page);
    await make(lab);
    const mine = await whatIsShown(lab);
    await way.open(lab, "#lecture-grid?at=56");
    await expect(lab.title).toHaveText(/The lecture’s grid/);
    await lab.edit("Wall");
    await lab.clickCell(2, 2); // now a second piece of work
    await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
    await expect(lab.message(/Your earlier work is kept/)).toBeVisible();

    await page.reload();
    await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
    await returnToWork(lab);
    await expect(lab.clock).toHaveText(mine.clock ?? "");
    expect(await whatIsShown(lab)).toEqual(mine);
  });
}

/** Opens the earlier work from the list in the presets. */
async function returnToWork(lab: LabPage): Promise<void> {
  await lab.button(/^Presets/).click();
  const saved = lab.dialog.getByRole("listitem").filter({ hasText: "Last changed" });
  await saved.first().getByRole("button").click();
}

test("two tabs that go on with the same work both keep what they did", async ({ page, context }) => {
  const lab = new LabPage(page);
  await lab.open("#blank");
  await lab.edit("Wall");
  await lab.clickCell(2, 2);
  await stored(page, ([work]) => walledRows(work) === 1);

  const other = new LabPage(await context.newPage());
  await other.open(); // takes up the newest work
  await expect(other.cell(2, 2)).toHaveAccessibleName(/wall/);
  await other.edit("Wall");
  await other.clickCell(3, 3);
  await stored(page, (works) => works.length === 1 && walledRows(works[0]) > 1);

  await lab.clickCell(4, 4);
  await expect(lab.message(/Another tab has changed this work too/)).toBeVisible();
  await stored(page, (works) => works.length === 2 && walledRows(works[0]) > 1);
  await other.page.reload();
  await expect(other.cell(3, 3)).toHaveAccessibleName(/wall/);
  await expect(other.cell(4, 4)).not.toHaveAccessibleName(/wall/);
  await page.reload();
  await expect(lab.cell(4, 4)).toHaveAccessibleName(/wall/);
  await expect(lab.cell(3, 3)).not.toHaveAccessibleName(/wall/);
});

test("of more works than there is room for, the list says that older ones are gone", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#blank");
  await lab.edit("Wall");
  await lab.clickCell(2, 2);
  await stored(page, (works) => works.length === 1);
  await page.evaluate(() => {
    const [work] = JSON.parse(localStorage.getItem("bellman.works") ?? "[]") as { id: string }[];
    const works = Array.from({ length: 30 }, (_, i) => ({ ...work, id: `work ${i}`, saved: 1000 - i }));
    localStorage.setItem("bellman.works", JSON.stringify(works));
  });
  await lab.clickCell(3, 3);
  await stored(page, (works) => works.length === 30 && !works[0].includes('"work 0"'));
  await lab.doneEditing();
  await lab.button(/^Presets/).click();
  await expect(lab.dialog.getByText(/1 older one has made room/)).toBeVisible();
  const saved = lab.dialog.getByRole("listitem").filter({ hasText: "Last changed" });
  await expect(saved).toHaveCount(6);
  await lab.dialog.getByText("23 more, older").click();
  await expect(saved).toHaveCount(29);
});

/** How many rows with a wall a stored work, or none, speaks of. */
function walledRows(work = ""): number {
  return work.match(/"[.ST]*#[.ST#]*"/g)?.length ?? 0;
}

/** Waits until the works stored in the browser, each as text, are as wanted. */
async function stored(page: Page, wanted: (works: string[]) => boolean): Promise<void> {
  const works = () =>
    page.evaluate(() =>
      (JSON.parse(localStorage.getItem("bellman.works") ?? "[]") as unknown[]).map((work) =>
        JSON.stringify(work),
      ),
    );
  await expect.poll(async () => wanted(await works())).toBe(true);
}

test("a link opened in the address bar of the page replaces what is shown, and Back returns to it", async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?at=56");
  const before = await lab.rests();
  await follow(page, "#cliff-walking?at=300");
  await expect(lab.clock).toHaveText(/ 300 steps$/);
  await expect(lab.title).toHaveText(/Cliff walking/);
  await page.goBack();
  await expect(lab.clock).toHaveText("1 sweep · 56 backups");
  expect(await lab.rests()).toBe(before);
});

async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, hash);
}

test("a scenario that is too long for a link says so and is saved as a file", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#large-cave");
  await lab.share();
  await lab.dialog.getByRole("textbox", { name: "What to notice" }).fill(noise(4000));
  await expect(lab.dialog.getByText(/too (long|fine)/).first()).toBeVisible();
  await expect(lab.dialog.getByRole("button", { name: "Save file" })).toBeEnabled();
});

/** Text that does not pack. */
function noise(length: number): string {
  let x = 1;
  return Array.from({ length }, () => {
    x = (x * 48271) % 2147483647;
    return String.fromCharCode(0x4e00 + (x % 20000));
  }).join("");
}
