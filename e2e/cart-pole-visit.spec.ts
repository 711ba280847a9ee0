import { CartLab, SMALL_REINFORCE } from "./support/cart-lab";
import { expect, test } from "./support/fixtures";

/** What somebody meets who goes to and fro between experiments. */

const KEPT = /Training was kept in this browser/;

test("a preset chosen from the list begins anew; what was made of it goes on under another name", async ({
  page,
}) => {
  const lab = new CartLab(page);
  await lab.open("#cart-pole-dqn");
  const left = await lab.runTo(1200);
  for (const title of ["REINFORCE with a learned baseline", "DQN"]) {
    await lab.openPreset(title);
    await expect.poll(() => lab.count("step"), title).toBe(0);
    await expect(lab.transport.getByText(/Training again/)).toHaveCount(0);
  }
  await expect(lab.message(/earlier work is open/)).toHaveCount(0);
  await lab.button("Undo").click();
  await expect(lab.title).toContainText("REINFORCE");
  await lab.button("Undo").click();
  await expect.poll(() => lab.count("step")).toBe(1200);
  expect(await lab.rests()).toBe(left);

  await lab.openPreset("REINFORCE with a learned baseline");
  await lab.button(/^Presets/).click();
  const own = lab.dialog.getByRole("listitem").filter({ hasText: "DQN, as you left it" });
  await expect(own).toContainText("DQN, after 1,200 steps");
  await own.getByRole("button").click();
  await expect(lab.message(/earlier work is open/)).toBeVisible();
  await expect.poll(() => lab.count("step")).toBe(1200);
  await lab.button("Reset").click();
  await expect(lab.message(/earlier work is open/)).toHaveCount(0);
  await expect(lab.message(KEPT)).toHaveCount(0);
});

test("what is said of a run goes when it goes on, or another begins", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open("#cart-pole-dqn");
  await lab.runTo(1200);
  await page.reload();
  await expect(lab.message(KEPT)).toBeVisible({ timeout: 20_000 });
  await lab.rests();
  await lab.button("Reset").click();
  await expect(lab.message(KEPT)).toHaveCount(0);
  await lab.button("Undo").click();
  await expect.poll(() => lab.count("step")).toBe(1200);

  await page.reload();
  await expect(lab.message(KEPT)).toBeVisible({ timeout: 20_000 });
  await lab.rests();
  await lab.run();
  await expect(lab.message(KEPT)).toHaveCount(0);
});

test("where several environments are stepped at once, a run stops after rounds of them", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_REINFORCE}`);
  await lab.stopAfter("after rounds", 7);
  await lab.speed("max");
  await lab.runToEnd();
  await expect(lab.outcome).toHaveText(
    "Stopped after 7 rounds, as set, each one step of every environment at once.",
  );
  expect(await lab.count("step")).toBe(28);
  const progress = lab.transport.getByRole("progressbar", { name: "Progress to the stop" });
  await expect(progress).toHaveAttribute("aria-valuetext", "7 of 7 rounds");
  const choice = lab.transport.getByRole("combobox", { name: "Stop" });
  await expect(choice).toHaveAccessibleDescription(/^A round: one step of every environment at once\./);
});

test("the glimpse lab stops after glimpses", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open("#glimpse-small");
  const choice = lab.transport.getByRole("combobox", { name: "Stop" });
  await expect(choice.locator("option:checked")).toHaveText("when solved, or after glimpses");
  await expect(choice).toHaveAccessibleDescription(/one glimpse of every image of the batch/);
});

test("without replay the memory's picture is the newest transitions", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open("#cart-pole-no-replay?warmup=16&units=8");
  await lab.picture("Memory");
  await expect(
    lab.figure.getByText(/^Replay is off: every gradient step learns from the newest 16/),
  ).toBeVisible();
  await lab.runTo(60);
  const strip = lab.figure.getByRole("img", { name: /^Replay is off: the newest 16 transitions\. / });
  await expect(strip).toBeVisible();
  await expect(lab.figure.getByText(/places filled/)).toHaveCount(0);
});

test("log π is drawn along the trajectory @phone", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_REINFORCE}&at=120`);
  await lab.picture("Trajectory");
  const plot = lab.figure.getByRole("img", { name: /log π of the actions: mean −\d/ });
  await expect(plot).toBeVisible();
  await expect(plot.getByText(/^log π\(a\|s\)/)).toBeVisible();
  const bars = await plot.locator("path.log").boundingBox();
  expect(bars?.height ?? 0).toBeGreaterThan(8);
  expect(bars?.width ?? 0).toBeGreaterThan(200);
});
