import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

/** A run with edits and a live change in the middle, and what it shows. */
async function make(lab: LabPage) {
  await lab.open("#cliff-walking?at=2000");
  await lab.edit("Wall");
  await lab.clickCell(2, 5);
  await lab.doneEditing();
  await lab.stepSize("one step");
  await lab.step();
  return { fingerprint: await lab.rests(), clock: (await lab.clock.textContent()) ?? "" };
}

/** The run is where it was, with what was edited, and goes on as if nothing had happened. */
async function isAsBefore(lab: LabPage, before: Awaited<ReturnType<typeof make>>): Promise<void> {
  await expect(lab.message(/was started again where it was/)).toBeVisible({ timeout: 15_000 });
  await expect(lab.clock).toHaveText(before.clock);
  await expect.poll(() => lab.fingerprint()).toBe(before.fingerprint);
  await expect(lab.cell(2, 5)).toHaveAccessibleName(/wall/);
  const next = await lab.step();
  expect(next).not.toBe("");
  expect(await lab.back()).toBe(before.fingerprint);
  await expect(lab.button("Undo").first()).toHaveAttribute("aria-disabled", "false");
}

test("a worker that crashes is started again where it was, with a notice", async ({ page, problems }) => {
  const lab = new LabPage(page);
  const before = await make(lab);
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("crash on purpose");
    });
  });
  await isAsBefore(lab, before);
  expect(problems.filter((problem) => !problem.includes("crash on purpose"))).toEqual([]);
  problems.length = 0;
});

test("a run that was going on when its worker crashed goes on by itself", async ({ page, problems }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  await lab.speed("max");
  await lab.stopAfter("never");
  await lab.run();
  await expect(lab.button("Pause")).toBeVisible();
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("crash on purpose");
    });
  });
  await expect(lab.message(/was started again where it was/)).toBeVisible({ timeout: 15_000 });
  const before = await lab.clock.textContent();
  await expect(lab.clock).not.toHaveText(before ?? "", { timeout: 15_000 });
  await expect(lab.button("Pause")).toBeVisible();
  expect(problems.filter((problem) => !problem.includes("crash on purpose"))).toEqual([]);
  problems.length = 0;
});

test("a worker that hangs is started again where it was, with a notice", async ({ page }) => {
  const lab = new LabPage(page);
  const before = await make(lab);
  void page
    .workers()[0]
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {}); // it never returns: the worker is ended
  await isAsBefore(lab, before);
});
