import { axeInThemes } from "./support/axe";
import { CartLab, SMALL_DQN } from "./support/cart-lab";
import { expect, test } from "./support/fixtures";
import { tabTo } from "./support/keyboard";

test("divergence is caught and explained, and the way out is there for the keyboard", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&target=none&learningRate=1&learningRateEnd=1`);
  await lab.rests();
  await page.keyboard.press("Space");
  await expect(lab.diverged).toContainText(
    /Learning has diverged: after gradient step \d+ .*learning rate 1 /,
  );
  await expect(lab.diverged).toContainText("Lower the learning rate");
  await expect(lab.diverged).toContainText(/The network has the weights after gradient step \d+ again/);
  await expect(lab.outcome).toHaveText("Learning has diverged: change a setting to go on, or Reset.");
  await expect(lab.button("Run").last(), "it would end here again").toBeDisabled();
  await expect(lab.button("Run").last()).toHaveAccessibleDescription(/change a setting to go on/);
  const good = await lab.rests();
  expect(await axeInThemes(page)).toEqual([]);

  const diverged = String(await lab.clock.textContent());

  // A look at what went wrong, then out of it.
  await lab.picture("Errors");
  await expect(lab.diverged).toBeVisible();
  await tabTo(page, "button", /^Reset with learning rate 0\.002$/);
  await page.keyboard.press("Enter");
  await expect(lab.diverged).toHaveCount(0);
  await expect(lab.clock).toHaveText("0 episodes · 0 steps · 0 updates");
  expect(await lab.rests(), "the weights had learnt").not.toBe(good);
  await expect(lab.parameters.getByRole("textbox", { name: "Learning rate", exact: true })).toHaveValue(
    "0.002",
  );
  // The run that diverged is not lost.
  await page.keyboard.press("Control+z");
  await expect(lab.clock).toHaveText(diverged);
  await page.keyboard.press("Control+Shift+z");
  await expect(lab.clock).toHaveText("0 episodes · 0 steps · 0 updates");
  await lab.runTo(200);
  await expect(lab.diverged).toHaveCount(0);
});

test("a setting put right, a run that has diverged goes on from its last good weights", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&target=none&learningRate=1&learningRateEnd=1`);
  await lab.speed("max");
  await lab.runToEnd();
  const steps = await lab.count("step");
  await page.keyboard.press("Space");
  await expect(lab.diverged).toBeVisible();
  await lab.fillBox(lab.parameters, "Learning rate", 0.002);
  await expect(lab.diverged).toHaveCount(0);
  await lab.run();
  await lab.reaches("step", steps + 50);
});

test("a number beyond its cap is refused in a box, with the cap", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=30`);
  const before = await lab.rests();
  await lab.button(/^All settings/).click();
  for (const [name, value, says] of [
    ["Units in each", 257, /between 2 and 256, not 257\. Still 8/],
    ["Minibatch", 513, /between 1 and 512, not 513\. Still 8/],
    ["Environments", 17, /between 1 and 16, not 17\. Still 1/],
    ["Capacity", 100_001, /between 1 and 100000, not 100001\. Still/],
  ] as const) {
    const box = lab.parameters.getByRole("textbox", { name }); // of some the name goes on: “restarts”
    await box.fill(String(value));
    await box.press("Enter");
    await expect(box).toHaveAccessibleDescription(says);
    await box.press("Escape");
  }
  await lab.fillBox(lab.parameters, "Minibatch", 100);
  await expect(lab.message(/After a warm-up of 16 steps there are too few transitions/)).toBeVisible();
  await expect(lab.clock).toHaveText(/ · 30 steps · /);
  expect(await lab.rests()).toBe(before);
});

const BAD_LINKS = {
  "too many units": [
    `#${SMALL_DQN}&units=257`.replace("&units=8", ""),
    /“units”.* between 2 and 256, not 257/,
  ],
  "too large a minibatch": ["#cart-pole-dqn?batchSize=513", /“batchSize”.* between 1 and 512, not 513/],
  "too many environments": ["#cart-pole-dqn?environments=17", /“environments”.* between 1 and 16, not 17/],
  "too many layers": ["#cart-pole-dqn?hiddenLayers=4", /“hiddenLayers”.* between 1 and 3, not 4/],
  "too many trajectories": [
    "#cart-pole-reinforce-baseline?trajectories=33",
    /“trajectories”.* and 32, not 33/,
  ],
  "a parameter that there is not": ["#cart-pole-dqn?layers=2", /“layers”.*has such a parameter/],
  "a world that cannot be": [
    "#cart-pole-dqn?startRange=0.4",
    /start range 0\.4 is wider than the angle limit/,
  ],
  "an algorithm of another world": ["#cart-pole-dqn?algo=value-iteration", /The link could not be opened/],
} as const;

test("a bad link to the cart-pole is refused with a sentence that names the cap; the work stays", async ({
  page,
}) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}`);
  await lab.step();
  await lab.fillBox(lab.parameters, "Learning rate", 0.005);
  const mine = await lab.step();
  const clock = String(await lab.clock.textContent());
  for (const [name, [hash, says]] of Object.entries(BAD_LINKS)) {
    await test.step(name, async () => {
      await lab.open(hash);
      await expect(lab.messages.getByRole("alert")).toHaveText(says);
      await expect(lab.messages.getByRole("alert")).toHaveText(/The link could not be opened/);
      await expect(lab.clock).toHaveText(clock);
      expect(await lab.rests()).toBe(mine);
    });
  }
});
