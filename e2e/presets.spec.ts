import { algoSpec } from "../src/algos";
import { envSpecs } from "../src/envs";
import { presets, presetScenario } from "../src/scenario/presets";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

/** A network's run would go on until it is solved; so many episodes of an agent that knows nothing yet are short. */
const FEW_EPISODES = 20;

for (const { id: world, title } of Object.values(envSpecs)) {
  const inWorld = presets.filter(({ scenario }) => scenario.env.id === world);

  test(`every preset opens from the list, steps and runs: ${title}`, async ({ page }) => {
    test.slow();
    const lab = new LabPage(page);
    await lab.open();
    for (const preset of inWorld) {
      const { algo, env } = presetScenario(preset);
      await test.step(preset.id, async () => {
        await lab.openPreset(preset.title);
        await expect(lab.title).toContainText(preset.title);
        await expect(lab.clock).toHaveText(/^0 .* 0 /);
        if (world === "grid-world") {
          const { length } = env.params.rows as string[];
          await expect(lab.grid).toHaveAttribute("aria-rowcount", String(length));
        } else {
          const picture = world === "cart-pole" ? /^Cart-pole: / : /^(An|No) image/;
          await expect(lab.figure.getByRole("img", { name: picture })).toBeVisible();
        }
        await lab.step();
        await lab.speed("max");
        if (algoSpec(algo.id)?.network) await lab.stopAfter("after episodes", FEW_EPISODES);
        await lab.runToEnd();
        await expect(lab.messages.getByRole("alert")).toHaveCount(0);
      });
    }
  });
}

test("the list of the lab can be searched, and what is typed there is no key of the page", async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open("#cart-pole-dqn");
  await lab.button(/^Presets/).click();
  const titles = () => lab.dialog.getByRole("listitem").getByRole("link").allTextContents();
  expect((await titles())[0]).toBe("DQN"); // those of the lab on screen come first
  await lab.dialog.getByRole("searchbox", { name: "Search" }).fill("gymnasium");
  await expect(lab.dialog.getByRole("status")).toHaveText(/^4 of /);
  await page.keyboard.type(" r?");
  await expect(lab.dialog.getByText("Nothing here matches.")).toBeVisible();
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(lab.dialog).toHaveCount(0);
  await expect(lab.title).toHaveText(/Cliff walking, Q-learning/);
});

const ALGORITHMS = {
  "#russell-norvig-4x3": [
    "Policy evaluation",
    "Policy iteration",
    "Value iteration",
    "Prioritized sweeping",
    "Monte Carlo control",
    "Q-learning",
    "SARSA",
    "Expected SARSA",
    "Double Q-learning",
    "SARSA(λ)",
    "Dyna-Q",
  ],
  "#cart-pole-dqn": ["DQN", "REINFORCE", "Actor-critic"],
  "#glimpse-small": ["Recurrent attention model", "Full image, no glimpses"],
};

for (const [hash, wanted] of Object.entries(ALGORITHMS)) {
  test(`every algorithm can be chosen, steps, shows its equation and its line: ${hash}`, async ({ page }) => {
    test.slow();
    const lab = new LabPage(page);
    await lab.open(hash);
    const options = lab.parameters.getByRole("combobox", { name: "Algorithm" }).getByRole("option");
    await expect(options.first()).toBeAttached(); // the panel is a chunk of its own
    const offered = await options.allTextContents();
    expect(offered).toEqual(expect.arrayContaining(wanted));
    for (const title of offered) {
      await test.step(title, async () => {
        await lab.algorithm(title);
        await expect(lab.clock).toHaveText(/^0 .* 0 /);
        await lab.step();
        await lab.step();
        expect(await lab.litLine()).toBeGreaterThan(0);
        await expect(lab.pseudoCode).toHaveAccessibleName(`${title}, line by line`);
        await expect(lab.equation.locator(".katex").first()).toBeVisible();
        await expect(lab.equation.locator(".katex-error")).toHaveCount(0);
        await expect(lab.messages.getByRole("alert")).toHaveCount(0);
      });
    }
  });
}

test("a preset is named and explained only where what is said of it holds", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  const notice = page.getByText(/about −50 an episode/);
  await expect(notice).toBeVisible();
  await lab.fillBox(lab.parameters, "Exploration", 0);
  await expect(notice).toHaveCount(0);
  await lab.algorithm("Expected SARSA");
  await expect(lab.title).toHaveText("Presets. Now: Cliff walking");
  await expect(page).toHaveTitle("Cliff walking · Bellman");
});

test("prioritized sweeping shows its queue", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?algo=prioritized-sweeping&at=40");
  await expect(lab.cell(4, 1)).toHaveAccessibleName(/, priority 1$/);
  await lab.button("Layers").click();
  await lab.scope.getByRole("checkbox", { name: "Queue" }).uncheck();
  await expect(lab.cell(4, 1)).not.toHaveAccessibleName(/priority/);
  await lab.algorithm("Value iteration");
  await lab.button("Layers").click();
  await expect(lab.scope.getByRole("checkbox", { name: "Queue" })).toHaveCount(0);
});

test("random against optimal, and the maze seen three ways", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#sutton-barto-4x4");
  await lab.picture("Random vs optimal");
  await expect(lab.figure.getByRole("grid", { name: /Random/ })).toBeVisible();
  await expect(lab.figure.getByRole("grid", { name: /Optimal/ })).toBeVisible();
  // Sutton & Barto, figure 4.1: −14 beside a terminal, −22 in the far corner; the optimum is −1 and −3.
  const values = async (grid: RegExp) => {
    const { length } = await lab.figure.getByRole("grid", { name: grid }).getByRole("gridcell").all();
    expect(length).toBe(16);
    const cell = (name: RegExp) =>
      lab.figure.getByRole("grid", { name: grid }).getByRole("gridcell", { name });
    return [cell(/^row 1, column 2,/), cell(/^row 1, column 4,/)];
  };
  const [nearRandom, farRandom] = await values(/Random/);
  await expect(nearRandom).toHaveAccessibleName(/V −14/);
  await expect(farRandom).toHaveAccessibleName(/V −22/);
  const [nearOptimal, farOptimal] = await values(/Optimal/);
  await expect(nearOptimal).toHaveAccessibleName(/V −1\b/);
  await expect(farOptimal).toHaveAccessibleName(/V −3\b/);

  await lab.open("#lecture-maze?noise=0.2");
  await lab.picture("Policy, value, model");
  await expect(lab.figure.getByRole("grid")).toHaveCount(3);
  await lab.figure
    .getByRole("grid")
    .first()
    .getByRole("gridcell", { name: /^row 1, column 1,/ })
    .focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(lab.figure.getByText(/From row 2, column 2.*P = 0.8, r = −1/)).toBeVisible();
});
