import { readFile } from "node:fs/promises";
import { fingerprint } from "../src/engine/fingerprint";
import { importWeights } from "../src/nn/weights-file";
import { CartLab, SMALL_DQN, SMALL_REINFORCE } from "./support/cart-lab";
import { expect, test } from "./support/fixtures";

/** The pictures on each tab by their names, after a short training, and how many rows their tables have (0: no table). */
const PICTURES: Record<string, Record<string, [name: RegExp, rows: number][]>> = {
  [`#${SMALL_DQN}&at=60`]: {
    Run: [
      [/^Cart-pole: step \d+, cart .* m .* of the centre, pole .*° to the/, 0],
      [/^Phase plot: angle of the pole across/, 0],
      [/^Q\(s, ·\): left \S+, right \S+\. Best: (left|right)\.$/, 0],
    ],
    Values: [
      [/^max Q\(s, a\) over angle θ .* Greedy action: left in \d+ %, right in \d+ % of the map\.$/, 81],
    ],
    Network: [[/^Q\(s,a;θ\): 4 inputs, 8 units, 8 units, 2 outputs\. .*The strongest weight is/, 22]],
    Memory: [[/^Replay memory: 60 of 10,000 places filled\. .*The minibatch drew 8 transitions/, 8]],
    Errors: [[/^TD errors\. all 60 transitions in the memory.*: mean δ/, 30]],
  },
  [`#${SMALL_REINFORCE}&at=120`]: {
    Run: [
      [/^Cart-pole: 4 carts, \d of them balancing$/, 0],
      [/^Phase plot/, 0],
      [/^π\(· \| s\): left 0\.\d+, right 0\.\d+\. Most probable: (left|right)\.$/, 0],
    ],
    Values: [[/^π\(right \| s\) over angle θ .* Most probable action: left in/, 81]],
    Network: [
      [/^Policy π, .*: 4 inputs, 8 units, 2 outputs/, 14],
      [/^Value V: 4 inputs, 8 units, 1 output/, 13],
    ],
    Trajectory: [[/^Trajectory 1 of 4: \d+ steps, .* actions? (is|are) pushed up/, 1]],
  },
};

for (const [hash, tabs] of Object.entries(PICTURES)) {
  test(`every tab has its pictures, with names and tables: ${hash}`, async ({ page }) => {
    const lab = new CartLab(page);
    await lab.open(hash);
    for (const [tab, pictures] of Object.entries(tabs)) {
      await test.step(tab, async () => {
        await lab.picture(tab);
        const shown = lab.figure.getByRole("img");
        for (const [i, [name]] of pictures.entries()) {
          await expect(shown.nth(i)).toHaveAccessibleName(name);
          const box = await shown.nth(i).boundingBox();
          expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(60);
        }
        await expect(shown).toHaveCount(pictures.length);
        for (const [i, [, rows]] of pictures.entries()) {
          if (rows === 0) continue;
          await lab.figure.getByText("Numbers as a table").nth(i).click();
          const cells = lab.figure.getByRole("table").nth(i).getByRole("row");
          expect(await cells.count()).toBeGreaterThan(rows); // one is the head
        }
      });
    }
  });
}

test("a transition picked in the memory is the one of the equation", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=60`);
  const first = await lab.numbersOf("Update: transition 1 of the minibatch");
  await lab.picture("Memory");
  await lab.figure.getByRole("slider", { name: /pick one/ }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const third = await lab.numbersOf("Update: transition 3 of the minibatch");
  expect(third).not.toEqual(first);
  // “It led to s′: x 0.02, …”: the numbers that the equation has, to fewer digits.
  const led = await lab.figure.getByText(/^It led to s/).textContent();
  const short = (led?.match(/[−\d]\d*\.\d\d/g) ?? []).map((text) => Number(text.replace("−", "-")));
  const next = /s'_j = \((.*?)\)/.exec(third[1])?.[1].split(",\\,").map(Number) ?? [];
  expect(short).toHaveLength(4);
  for (const [i, value] of next.entries()) expect(Math.abs(value - short[i])).toBeLessThan(0.006);

  await lab.figure.getByRole("button", { name: "Next transition" }).click();
  await lab.numbersOf("Update: transition 4 of the minibatch");
  await lab.equation.getByRole("button", { name: "Previous transition" }).click();
  await expect(lab.figure.getByRole("slider", { name: /pick one/ })).toHaveAttribute(
    "aria-valuetext",
    /^drawn 3 of 8: /,
  );
});

test("a step picked on a trajectory is the one of the equation", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_REINFORCE}&at=120`);
  await lab.picture("Trajectory");
  const steps = lab.figure.getByRole("slider", { name: /pick one/ });
  await steps.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  const lines = await lab.numbersOf("Update: step 3 of the trajectory");
  const said = String(await steps.getAttribute("aria-valuetext"));
  expect(said).toMatch(/^step 3: (left|right), log π −\d/);
  const logarithm = Number(/log π −([\d.]+)/.exec(said)?.[1]);
  const inEquation = Number(/\\log [\d.]+ = -([\d.]+)/.exec(lines.join("\n"))?.[1]);
  expect(Math.abs(logarithm - inEquation)).toBeLessThan(0.006);
});

test("a step that the pointer has just left with its panel is not picked any more", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_REINFORCE}&at=120`);
  await lab.picture("Trajectory");
  await lab.numbersOf("Update: step 0 of the trajectory");
  const values = lab.figure.getByRole("group", { name: "Picture" }).getByRole("button", { name: "Values" });
  const other = await values.elementHandle();
  await lab.figure.getByRole("slider", { name: /pick one/ }).evaluate((picker, tab) => {
    const { left, top, width, height } = picker.getBoundingClientRect();
    const at = { clientX: left + 0.7 * width, clientY: top + height / 2, bubbles: true };
    picker.dispatchEvent(new PointerEvent("pointermove", at));
    if (tab instanceof HTMLElement) tab.click();
  }, other);
  await expect(lab.figure.getByRole("img", { name: /^π\(right/ })).toBeVisible();
  await page.waitForTimeout(300);
  await lab.numbersOf("Update: step 0 of the trajectory");
});

test("the weights are saved as a file that holds the very networks of the run", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_REINFORCE}&at=120`);
  const shown = await lab.rests();
  await lab.picture("Network");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    lab.button("Save the weights (safetensors)").click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^bellman-.*\.safetensors$/);
  const bytes = await readFile(await download.path());
  const networks = Object.entries({ policy: [4, 8, 2], value: [4, 8, 1] });
  const weights = networks.map(([name, sizes]) => importWeights({ sizes }, bytes, name));
  expect(fingerprint(weights.map((read) => (read.ok ? read.value : new Float32Array())))).toBe(shown);
});

test("the map of values can be turned to other numbers of the state", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=60`);
  await lab.picture("Values");
  const map = lab.figure.getByRole("img", { name: /^max Q/ });
  await lab.figure.getByRole("combobox", { name: "Across" }).selectOption({ label: "position x" });
  await expect(map).toHaveAccessibleName(/over position x \(m\) and angular velocity/);
  await lab.figure.getByRole("combobox", { name: "Up" }).selectOption({ label: "position x" });
  await expect(map).toHaveAccessibleName(/over angular velocity .* and position x/);
  await lab.figure.getByRole("button", { name: "Greedy action" }).click();
  await expect(lab.figure.getByText(/Which action the network prefers/)).toBeVisible();
});

test("pictures are saved as CSV, SVG and PNG", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=60`);
  await lab.picture("Memory");
  const save = async (kind: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      lab.figure.getByRole("group", { name: /^Save/ }).getByRole("button", { name: kind }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`replay-memory.${kind.toLowerCase()}`);
    return readFile(await download.path());
  };
  const rows = (await save("CSV")).toString("utf8").trim().split(/\r?\n/);
  expect(rows[0]).toMatch(/^# ?Replay memory; dqn, seed 0, gradient step 44/);
  expect(rows).toHaveLength(2 + 8);
  const svg = (await save("SVG")).toString("utf8");
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg, "styles are written out").not.toMatch(/var\(--|<script|@import/);
  expect((await save("PNG")).subarray(1, 4).toString()).toBe("PNG");
});

test("the scatter of gradients is measured, which can be cancelled, and changes nothing", async ({
  page,
}) => {
  const lab = new CartLab(page);
  await lab.open(`#cart-pole-reinforce-baseline?trajectories=32&units=64&at=60`);
  const before = await lab.rests();
  await lab.picture("Variance");
  const measure = lab.figure.getByRole("button", { name: "Measure the scatter of gradients" });
  await measure.click();
  await expect(lab.figure.getByRole("progressbar", { name: "Gradients measured" })).toBeVisible();
  await lab.figure.getByRole("button", { name: "Cancel" }).click();
  await expect(measure).toBeEnabled();
  await expect(lab.figure.getByRole("img")).toHaveCount(0);
  expect(await lab.rests()).toBe(before);

  await lab.open(`#${SMALL_REINFORCE}&at=60`);
  const frozen = await lab.rests();
  const clock = String(await lab.clock.textContent());
  await lab.picture("Variance");
  await measure.click();
  const picture = lab.figure.getByRole("img", { name: /^Noise of the gradient estimates/ });
  await expect(picture).toBeVisible({ timeout: 30_000 });
  await expect(picture).toHaveAccessibleName(/“reward-to-go” .* times smaller/);
  await lab.figure.getByText("Numbers as a table").click();
  await expect(lab.figure.getByRole("cell", { name: "whole return", exact: true })).toBeVisible();
  await expect(lab.clock).toHaveText(clock);
  expect(await lab.rests()).toBe(frozen);
  await lab.stepSize("one update");
  await lab.step();
  await expect(lab.figure.getByText(/The policy has changed since/)).toBeVisible();
});
