import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

test.beforeEach(async ({ page, baseURL }) => {
  // As browsers do with frames of another site: looking at the storage throws.
  await page.addInitScript(() => {
    for (const storage of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, storage, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });
  const frame = (name: string) =>
    `<iframe sandbox="allow-scripts allow-same-origin" src="${baseURL}#lecture-grid" title="${name}" width="1000" height="600"></iframe>`;
  await page.setContent(
    `<label>Notes <input></label><p>A page of a course.</p>${frame("first")}${frame("second")}`,
  );
});

test("two labs in sandboxed frames work without storage, each for itself", async ({ page }) => {
  const [first, second] = ["first", "second"].map(
    (name) => new LabPage(page, page.frameLocator(`iframe[title=${name}]`)),
  );
  await first.rests();
  await second.rests();
  await first.step();
  await first.step();
  await second.stepSize("one sweep");
  await second.step();
  await expect(first.clock).toHaveText("0 sweeps · 2 backups");
  await expect(second.clock).toHaveText("1 sweep · 56 backups");

  await first.edit("Wall");
  await first.clickCell(2, 2);
  await expect(first.cell(2, 2)).toHaveAccessibleName(/wall/);
  await expect(second.cell(2, 2)).not.toHaveAccessibleName(/wall/);
  // The clipboard is refused here: the link is there to be copied by hand.
  await first.share();
  await first.dialog.getByRole("button", { name: "Copy link" }).click();
  await expect(first.dialog.getByText(/Copied|copy it/)).toBeVisible();
  await first.close();
});

test("keys typed in the host page belong to the host page", async ({ page }) => {
  const lab = new LabPage(page, page.frameLocator("iframe[title=first]"));
  await lab.rests();
  await page.getByRole("textbox", { name: "Notes" }).fill("r");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab"); // …
  await page.getByText("A page of a course.").click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await lab.rests();
  await expect(lab.clock).toHaveText("0 sweeps · 0 backups");
  // Once the frame has the focus, they are the lab's.
  await lab.clock.click();
  await lab.moving(() => page.keyboard.press("ArrowRight"));
  await expect(lab.clock).toHaveText("0 sweeps · 1 backup");
});
