import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";
import { apart, pixelAt } from "./support/pixels";

test("what is good and what is bad is told apart with any colour vision, and without any", async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open("#russell-norvig-4x3?stepReward=-0.5&at=2000");
  // Two ends that are worth as much, one above zero and one below; a point of each under its number.
  const [good, bad] = [await lab.pointIn(1, 4, 0, 0.33), await lab.pointIn(2, 4, 0.2, 0.33)];
  const session = await page.context().newCDPSession(page);
  for (const type of ["none", "deuteranopia", "protanopia", "tritanopia"] as const) {
    await session.send("Emulation.setEmulatedVisionDeficiency", { type });
    const distance = apart(await pixelAt(page, ...good), await pixelAt(page, ...bad));
    expect.soft(distance, type).toBeGreaterThan(15);
  }
  // In grey they are alike, and the signs tell.
  await expect(lab.figure.locator("svg").getByText("−1.00", { exact: true })).toBeVisible();
  await expect(lab.figure.locator("svg").getByText("1.00", { exact: true })).toBeVisible();
});

test("no two lines of a chart differ in hue only", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#glimpse-small?trainCount=1000&batchSize=8");
  const legend = lab.charts.getByRole("figure").locator("svg .legend path");
  await expect(legend).toHaveCount(4);
  const looks = await legend.evaluateAll((lines) =>
    lines.map((line) => {
      const { strokeWidth, strokeDasharray } = getComputedStyle(line);
      return `${strokeWidth} wide, dashes ${strokeDasharray}`;
    }),
  );
  expect(new Set(looks).size, looks.join("; ")).toBe(4);
});
