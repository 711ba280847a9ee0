import { expect, test } from "./support/fixtures";
import { headless } from "./support/headless";
import { LabPage } from "./support/lab-page";

const WAYS = [
  { name: "planning, one backup", hash: "#lecture-grid?noise=0.2", size: "one backup", steps: 8 },
  { name: "planning, one sweep", hash: "#lecture-grid?noise=0.2", size: "one sweep", steps: 5 },
  { name: "learning, one step", hash: "#cliff-walking?at=200", size: "one step", steps: 8 },
  { name: "learning, one episode", hash: "#cliff-walking", size: "one episode", steps: 5 },
];

for (const { name, hash, size, steps } of WAYS) {
  test(`as many steps back as forward show the same tables again: ${name}`, async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open(hash);
    await lab.stepSize(size);
    const forward = [await lab.rests()];
    for (let i = 0; i < steps; i++) forward.push(await lab.step());
    expect(new Set(forward).size, "steps that change something").toBeGreaterThan(steps / 2);
    const backward = [forward[steps]];
    for (let i = 0; i < steps; i++) backward.push(await lab.back());
    expect(backward).toEqual(forward.toReversed());
  });
}

test("the scrubber goes anywhere in the run so far, and back, exactly", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?at=400");
  const middle = await lab.rests();
  const clock = String(await lab.clock.textContent());
  await lab.stopAfter("after steps", 3000);
  await lab.speed("max");
  const end = await lab.runToEnd();
  await expect(lab.scrubber).toHaveAttribute("max", "3000");
  const chart = lab.charts.getByRole("slider");
  await expect(chart).toHaveCount(1);

  await lab.scrubber.fill("400");
  await expect(lab.clock).toHaveText(clock);
  expect(await lab.rests()).toBe(middle);
  await lab.scrubber.fill("3000");
  await expect(lab.clock).toHaveText(/ 3,000 steps/);
  expect(await lab.rests()).toBe(end);
  await lab.scrubber.fill("0");
  await expect(lab.clock).toHaveText("0 episodes · 0 steps");
  expect(await lab.rests()).not.toBe(end);
  // By keyboard, from the start into the run.
  await lab.scrubber.focus();
  await page.keyboard.press("End");
  await expect(lab.clock).toHaveText(/ 3,000 steps/);
  expect(await lab.rests()).toBe(end);
});

test("a sweep that changes nothing says so before the run ends", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  await lab.stepSize("one sweep");
  const remark = lab.transport.getByText(/^This sweep changed nothing by more than θ/);
  for (let i = 0; i < 3; i++) await lab.step();
  await expect(remark).toHaveCount(0);
  await lab.step();
  await expect(remark).toBeVisible();
  await lab.button("Step").click();
  await expect(lab.outcome).toHaveText(/^Converged/);
  await expect(remark).toHaveCount(0);
});

test("undo in a number box takes back the setting, not only its text", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  const box = lab.parameters.getByRole("textbox", { name: "Step size", exact: true });
  const slider = lab.parameters.getByRole("slider", { name: "Step size", exact: true });
  await lab.fillBox(lab.parameters, "Step size", 0.3);
  await lab.fillBox(lab.parameters, "Step size", 0.7);
  await page.keyboard.press("Control+z");
  await expect(box).toHaveValue("0.3");
  await expect(slider).toHaveAttribute("aria-valuetext", "0.3");
  await page.keyboard.press("Control+Shift+z");
  await expect(box).toHaveValue("0.7");
  await expect(slider).toHaveAttribute("aria-valuetext", "0.7");
  await box.fill("0.9");
  await page.keyboard.press("Escape");
  await expect(box).toHaveValue("0.7");
});

test("speed and step size do not change the result: the command line's, bit for bit", async ({ page }) => {
  const lab = new LabPage(page);
  const { fingerprint, clock } = headless("cliff-walking");
  await lab.open("#cliff-walking");
  await lab.speed("max");
  expect(await lab.runToEnd()).toBe(fingerprint);
  await expect(lab.clock).toHaveText(
    `${clock.episodes.toLocaleString("en")} episodes · ${clock.steps.toLocaleString("en")} steps`,
  );

  await lab.button("Reset").click();
  await expect(lab.clock).toHaveText("0 episodes · 0 steps");
  await lab.stepSize("one episode");
  await lab.speed(24); // 250 episodes a second
  expect(await lab.runToEnd()).toBe(fingerprint);
});

test("pauses, steps back and a reload in the middle do not change the result", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  await lab.stepSize("one step");
  await lab.speed(30); // 1000 steps a second
  await lab.run();
  await expect(lab.clock).toHaveText(/^(\d{2,}|[2-9]) episodes/, { timeout: 10_000 });
  await page.keyboard.press("Space");
  const paused = await lab.rests();
  const clock = String(await lab.clock.textContent());
  await page.reload();
  await expect(lab.clock).toHaveText(clock);
  expect(await lab.rests()).toBe(paused);

  await lab.back();
  await lab.back();
  await lab.speed("max");
  expect(await lab.runToEnd()).toBe(headless("cliff-walking").fingerprint);
});

test("a reload while the page saves work of one's own keeps edits and position", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?at=500");
  await lab.fillBox(lab.parameters, "Step size", 0.25);
  await lab.stepSize("one episode");
  const there = await lab.step();
  const clock = String(await lab.clock.textContent());
  await page.reload();
  await expect(lab.clock).toHaveText(clock);
  expect(await lab.rests()).toBe(there);
  await expect(lab.parameters.getByRole("textbox", { name: "Step size" })).toHaveValue("0.25");
});
