import { axeInThemes, axeViolations } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { GlimpseLab } from "./support/glimpse-lab";
import { cutOff, smallControls, tooWide } from "./support/measures";

/** So small that an update takes milliseconds: nothing here is about learning well. */
const TINY = "glimpse-small?glimpses=6&trainCount=1000&batchSize=8&glimpseUnits=8&coreUnits=16";

test("six glimpses, one step each, and the answer", async ({ page }) => {
  const lab = new GlimpseLab(page);
  await lab.open(`#${TINY}`);
  await expect(lab.title).toHaveText(/Recurrent attention model on the glimpse/);
  for (let t = 1; t <= 6; t++) {
    await lab.step();
    await expect(lab.said).toHaveText(new RegExp(`^Glimpse ${t} of 6 at x`));
    expect(await lab.glimpsesTaken()).toBe(t);
  }
  expect(await lab.answer()).toMatch(/^[✓✗] Answers \d/);
  await expect(lab.clock).toHaveText("8 episodes · 48 steps · 1 update");
  await expect(lab.equation).toContainText("image 1 of the batch");
});

test("a digit of one's own, drawn with the mouse, and a held-out one, with glimpses placed by hand", async ({
  page,
}) => {
  const lab = new GlimpseLab(page);
  await lab.open(`#${TINY}`);
  const belief = () => lab.steps.getAttribute("aria-label");
  await lab.drawOne([
    [
      [0.5, 0.15],
      [0.5, 0.5],
      [0.5, 0.85],
    ],
  ]);
  const drawn = await belief();
  await lab.takeDigit(3);
  await expect.poll(belief).not.toBe(drawn);
  await lab.mode("Place the glimpses yourself");
  await lab.surface.click({ position: { x: 40, y: 40 } });
  await expect.poll(() => lab.glimpsesTaken()).toBe(1);
});

test("tests 200 held-out digits and says the error with its interval", async ({ page }) => {
  const lab = new GlimpseLab(page);
  await lab.open(`#${TINY}`);
  const error = await lab.evaluate("200");
  expect(error).toBeGreaterThan(50); // it has learned nothing yet
  expect(error).toBeLessThanOrEqual(100);
  await expect(lab.result).toContainText(/95 % interval [\d.]+ to [\d.]+ %/);
  await lab.pictureOfTest("Mistakes");
  await expect(lab.figure.getByRole("img").first()).toBeVisible();
});

test("trains in the page until it answers better than by chance", async ({ page }) => {
  test.slow();
  const lab = new GlimpseLab(page);
  await lab.open("#glimpse-small?trainCount=1000&batchSize=32");
  await lab.run();
  await lab.reaches("update", 150);
  await lab.button("Pause").last().click();
  await lab.rests();
  const rows = await lab.chartNumbers("Right answers");
  const share = (from: number, to: number) =>
    rows.slice(from, to).reduce((sum, row) => sum + Number(row["each update"]), 0) / (to - from);
  expect(share(0, 10)).toBeLessThan(0.3);
  expect(share(rows.length - 30, rows.length)).toBeGreaterThan(0.35);
  await expect(lab.badge).toContainText("WASM");
});

test("the shipped network reads held-out digits", async ({ page }) => {
  test.slow();
  const lab = new GlimpseLab(page);
  await lab.open("#glimpse-28");
  const error = await lab.evaluate("1,000");
  expect(error).toBeLessThan(4);
  await lab.figure.getByText("About these weights").click();
  await expect(lab.aboutWeights).toContainText(
    /[\d,]+ updates in \d+ epochs.*Seed\d+Test error[\d.]+ % \(95 % interval .*\(M = 1\).*scripts\/glimpse\/train\.py glimpse-28/,
  );
  expect(await axeViolations(page)).toEqual([]);
});

test("a network that diverges says so, and how to go on; the switch stops it from learning", async ({
  page,
}) => {
  const lab = new GlimpseLab(page);
  await lab.open("#glimpse-28?trainCount=1000&batchSize=8&learningRate=1");
  const learning = lab.figure.getByRole("switch", { name: "Learning" });
  await learning.click();
  await lab.run();
  await lab.reaches("episode", 80);
  expect(await lab.count("update")).toBe(0);
  await learning.click();
  await expect(lab.diverged).toContainText(/Learning has diverged: after update \d+ .*Change a setting here/);
  await lab.diverged.getByRole("button", { name: "Reset with learning rate 0.001" }).click();
  await expect(lab.diverged).toHaveCount(0);
  await lab.run();
  await lab.reaches("update", 5);
  await expect(lab.diverged).toHaveCount(0);
});

for (const { set, shard, says, isTestable } of [
  {
    set: "training",
    shard: "train-1",
    says: /There are no training digits, only those to test on\./,
    isTestable: true,
  },
  {
    set: "held-out",
    shard: "test-0",
    says: /There are no held-out digits to test the run on\./,
    isTestable: false,
  },
]) {
  test(`${set} digits that do not come: a sentence, a way out, and the rest of the lab works`, async ({
    page,
    problems,
  }) => {
    test.slow();
    const files = `**/digits/${shard}*`;
    await page.context().route(files, (route) => route.fulfill({ status: 503, body: "" }));
    const lab = new GlimpseLab(page);
    await lab.open("#glimpse-28");
    await expect(lab.missing).toContainText(says);
    await expect(lab.missing).toContainText(/could not be fetched \(the server answered 503\)/);
    for (const move of ["Step", "Run"]) {
      await lab.button(move).last().click();
      await expect(lab.outcome).toHaveText(/^That has to wait\./);
    }
    await lab.drawOne();
    if (isTestable) expect(await lab.evaluate("200")).toBeLessThan(4);
    else {
      await lab.tab("Test");
      await lab.button("Test").last().click();
      await expect(lab.missing).toContainText("That has to wait.");
    }
    expect(await axeViolations(page)).toEqual([]);

    await lab.tryAgain(files);
    await lab.tab("Run");
    await lab.step();
    expect(await lab.glimpsesTaken()).toBe(1);
    if (!isTestable) expect(await lab.evaluate("200")).toBeLessThan(4);
    problems.splice(0); // the refused requests are what this test is about
  });
}

test("a list of digits that does not come: what somebody draws is looked at all the same", async ({
  page,
  problems,
}) => {
  await page.context().route("**/digits/*", (route) => route.fulfill({ status: 503, body: "" }));
  const lab = new GlimpseLab(page);
  await lab.open(`#${TINY}&at=6`);
  await expect(lab.missing).toContainText("There are no digits.");
  await lab.drawOne();
  await lab.tryAgain("**/digits/*");
  await expect(lab.clock, "where the link says").toHaveText("8 episodes · 48 steps · 1 update");
  problems.splice(0); // the refused request is what this test is about
});

test("weights that do not come: a sentence, and a network drawn anew or another try", async ({
  page,
  problems,
}) => {
  await page.context().route("**/weights/*", (route) => route.fulfill({ status: 503, body: "" }));
  const lab = new GlimpseLab(page);
  await page.goto("./#glimpse-28");
  await expect(lab.messages).toContainText(/could not be fetched \(the server answered 503\)/);
  await lab.missing.getByRole("button", { name: "Begin with weights drawn anew" }).click();
  await lab.rests();
  await expect(lab.messages, "it is no longer so").not.toContainText("could not be fetched");
  await lab.step();
  await lab.drawOne();

  await page.goto("./#glimpse-60-translated");
  await expect(lab.missing).toBeVisible();
  await lab.tryAgain("**/weights/*");
  problems.splice(0); // the refused requests are what this test is about
});

test("damaged digits are refused, not learned from", async ({ page, problems }) => {
  await page.context().route("**/digits/test-0*", async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[1000] ^= 255;
    await route.fulfill({ response, body });
  });
  const lab = new GlimpseLab(page);
  await lab.open(`#${TINY}`);
  await expect(lab.missing).toContainText(/A file of digits, test-0\S+, is damaged/);
  await lab.run();
  await expect(lab.outcome).toHaveText(/^That has to wait\./);
  problems.splice(0);
});

test("axe finds nothing wrong on any tab, in any theme @phone", async ({ page, isMobile }) => {
  test.slow();
  const lab = new GlimpseLab(page);
  await lab.open(`#${TINY}&at=6`);
  const look = async (view: string) => {
    await expect(lab.figure.getByRole("img").first()).toBeVisible();
    const violations = isMobile ? await axeViolations(page) : await axeInThemes(page);
    expect.soft(violations, view).toEqual([]);
    expect.soft(await tooWide(page), `${view}: wider than the window`).toBeLessThanOrEqual(0);
    if (isMobile) expect.soft(await smallControls(page), `${view}: targets`).toEqual([]);
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    await page.setViewportSize({ width: 320, height: 256 }); // 1280 px at 400 %
    expect.soft(await tooWide(page), `${view} at 400 %`).toBeLessThanOrEqual(0);
    expect.soft(await cutOff(page), `${view} at 400 %`).toEqual([]);
    await page.setViewportSize({ width, height });
  };
  await look("Run");
  await lab.tab("Your own");
  await lab.takeDigit();
  await look("Your own");
  await lab.evaluate("200");
  for (const picture of ["Confusion matrix", "Mistakes", "Where it looks"] as const) {
    await lab.pictureOfTest(picture);
    await look(picture);
  }
});
