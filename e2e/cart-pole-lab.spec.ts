import { CartLab, SMALL_DQN } from "./support/cart-lab";
import { expect, test } from "./support/fixtures";
import { tabTo } from "./support/keyboard";
import { texNumbers } from "./support/tex-numbers";

/** A world in which a person's try lasts as long as a test takes. */
const NO_FALL = "gravity=0&thetaLimitDeg=90&forceMag=0.001&xLimit=5&maxSteps=100000";

test("the lab opens from the header; each lab keeps what was in it, and undo goes back", async ({ page }) => {
  const lab = new CartLab(page);
  const goTo = async (name: string) => {
    await lab.button(name).click();
    await expect(lab.button(name)).toHaveAttribute("aria-current", "page");
  };
  await lab.open("#cliff-walking?at=300");
  await lab.fillBox(lab.parameters, "Step size", 0.25);
  const inGrid = await lab.step();
  const clock = String(await lab.clock.textContent());

  await goTo("Cart-pole");
  await lab.rests();
  await expect(lab.title).toHaveText("Presets. Now: DQN");
  await expect(lab.carts).toHaveAccessibleName(/step 0, cart .* of the centre, pole .* to the/);
  await expect(lab.badge).toContainText("WASM");
  for (let i = 0; i < 3; i++) await lab.step();
  const carts = String(await lab.carts.getAttribute("aria-label"));
  expect(carts).toContain("step 3,");

  await goTo("Grid world");
  await expect(lab.clock).toHaveText(clock);
  expect(await lab.rests()).toBe(inGrid);
  await expect(lab.parameters.getByRole("textbox", { name: "Step size" })).toHaveValue("0.25");
  await goTo("Cart-pole");
  await expect(lab.clock).toHaveText("0 episodes · 3 steps · 0 updates");
  await expect(lab.carts).toHaveAccessibleName(carts);
  await lab.button("Undo").first().click();
  await expect(lab.clock).toHaveText(clock);
  expect(await lab.rests()).toBe(inGrid);
});

test("DQN without a mouse: run, pause, step and back, by lines too", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&targetEvery=10000`); // an update that copies the target has one line more
  await page.keyboard.press("Space");
  await lab.reaches("update", 50);
  await page.keyboard.press("Space");
  const paused = await lab.rests();
  const clock = String(await lab.clock.textContent());
  expect(await lab.moving(() => page.keyboard.press("ArrowRight"))).not.toBe(paused);
  expect(await lab.moving(() => page.keyboard.press("ArrowLeft"))).toBe(paused);
  await expect(lab.clock).toHaveText(clock);

  await tabTo(page, "combobox", /A step is/);
  await page.keyboard.press("Home");
  await tabTo(page, "button", /^Step$/, "Shift+Tab");
  const lines: number[] = [];
  while (lines.at(-1) !== 10) {
    await lab.stepLine(() => page.keyboard.press("ArrowRight"));
    lines.push(await lab.litLine());
  }
  expect(lines.filter((line) => line !== 2)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  await expect(lab.clock).not.toHaveText(clock);
  for (const line of lines.toReversed().slice(1)) {
    await lab.stepLine(() => page.keyboard.press("ArrowLeft"));
    // On its way back from a checkpoint the run may show a line that it comes through.
    await expect.poll(() => lab.litLine()).toBe(line);
  }
  await lab.stepLine(() => page.keyboard.press("ArrowLeft"));
  await expect(lab.clock).toHaveText(clock);
  expect(await lab.rests()).toBe(paused);
});

test("an update line by line shows its numbers as they come, and they are right", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&double=false&at=40`);
  await lab.stepSize("one line");
  const shown: Record<number, string[]> = {};
  for (let line = 0; line < 10; line = await lab.litLine()) {
    await lab.stepLine();
    shown[await lab.litLine()] = await lab.formulas();
  }
  const counts = [6, 7, 8, 9, 10].map((line) => shown[line].length);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts[4]).toBeGreaterThan(counts[0]);

  // Every transition of the minibatch, each a press on “next”: y = r + γ max Q(s′, ·), δ = y − Q(s, a).
  let computed = 0;
  for (let i = 1; i <= 8; i++) {
    if (i > 1) await lab.equation.getByRole("button", { name: "Next transition" }).click();
    const [, next, ...lines] = await lab.numbersOf(`Update: transition ${i} of the minibatch`);
    const [r] = texNumbers(next);
    const y =
      lines
        .find((line) => line.startsWith("y_j"))
        ?.split("=")
        .at(-1) ?? "";
    const target = texNumbers(y).at(-1) ?? NaN;
    const greatest = lines.find((line) => line.startsWith("\\max"));
    if (greatest === undefined) {
      expect(target).toBe(r); // the episode ended
    } else {
      const [set, max] = greatest.split("\\max").at(-1)?.split("=") ?? [];
      const values = texNumbers(set);
      expect(values).toHaveLength(2);
      expect(texNumbers(max)).toEqual([Math.max(...values)]);
      expect(target).toBeCloseTo(r + 0.99 * Math.max(...values), 2);
      computed++;
    }
    const error =
      lines
        .find((line) => line.startsWith("\\delta"))
        ?.split(",\\quad")[0]
        .split("=") ?? [];
    const [minuend, subtrahend] = texNumbers(error.at(-2) ?? "");
    expect(minuend).toBeCloseTo(target, 3); // one decimal more, so that the difference adds up
    expect(texNumbers(error.at(-1) ?? "")[0]).toBeCloseTo(minuend - subtrahend, 2);
  }
  expect(computed).toBeGreaterThan(4);
});

test("a step in the world shows its numbers line by line, and going back brings them back", async ({
  page,
}) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=40`);
  await lab.stepSize("one line");
  const step = lab.equation.getByRole("heading", { name: "This step" });
  const shown = new Map<number, string[]>();
  for (let line = 0; line < 6; line = await lab.litLine()) {
    await lab.stepLine();
    shown.set(await lab.litLine(), await lab.formulas());
  }
  expect([3, 4, 5].map((line) => shown.get(line)?.length)).toEqual([3, 4, 5]);
  expect(shown.get(5)?.join()).toMatch(/drawn.*\\epsilon.*r = 1.*\\mathcal D\[40\]/);
  await expect(step).toHaveCount(0);
  for (const line of [5, 4, 3]) {
    await lab.stepLine(() => lab.button("Back").click());
    // On its way back from a checkpoint the run may show a line that it comes through.
    await expect.poll(() => lab.litLine()).toBe(line);
    await expect(step).toBeVisible();
    await expect.poll(() => lab.formulas()).toEqual(shown.get(line));
  }
});

test("a push changes the run, by button and by key, and the link carries it", async ({
  page,
  openContext,
}) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=30`);
  const lean = () => lab.carts.getAttribute("aria-label");
  await lab.step();
  const alone = await lean();
  await lab.back();
  await lab.button("Push right").click();
  await lab.step();
  expect(await lean()).not.toBe(alone);
  await page.keyboard.press("[");
  await lab.step();
  await page.keyboard.press("]");
  const pushed = await lab.runTo(90);
  const name = String(await lean());
  const fragment = await lab.fragment();

  const friend = new CartLab(await (await openContext()).newPage());
  await friend.open(fragment);
  expect(await friend.rests()).toBe(pushed);
  await expect(friend.carts).toHaveAccessibleName(name);
  await friend.open(`#${SMALL_DQN}&at=90`);
  expect(await friend.rests()).not.toBe(pushed);
});

test("with learning off the weights stay, with it on they move", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=60`);
  const trained = await lab.rests();
  const updates = await lab.count("update");
  const learning = lab.figure.getByRole("switch", { name: "Learning" });
  await learning.uncheck();
  await expect(lab.figure.getByText(/A test:.*learns nothing/)).toBeVisible();
  expect(await lab.runTo(160)).toBe(trained);
  expect(await lab.count("update")).toBe(updates);
  await learning.check();
  await expect(lab.figure.getByText(/A test:/)).toHaveCount(0);
  expect(await lab.runTo(200)).not.toBe(trained);
  expect(await lab.count("update")).toBeGreaterThan(updates);
});

test("gravity changes while the agent acts: the same agent, another world, and a link to it", async ({
  page,
  openContext,
}) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=60`);
  const before = await lab.rests();
  await lab.step();
  const onEarth = String(await lab.carts.getAttribute("aria-label"));
  await lab.back();
  await lab.button(/^World/).click();
  await lab.fillBox(lab.parameters, "Gravity", 30);
  await expect(lab.button(/^World: .*30/)).toBeVisible();
  await expect(lab.clock).toHaveText(/ · 60 steps · /);
  expect(await lab.rests()).toBe(before);
  const after = await lab.runTo(120);

  const friend = new CartLab(await (await openContext()).newPage());
  await friend.open(await lab.fragment());
  expect(await friend.rests()).toBe(after);
  await friend.open(`#${SMALL_DQN}&at=61`);
  await expect(friend.carts).toHaveAccessibleName(onEarth);
  await friend.open(`#${SMALL_DQN}&at=120`);
  expect(await friend.rests()).not.toBe(after);
});

for (const size of ["one step", "one update", "one episode"]) {
  test(`as many steps back as forward show the same weights again: ${size}`, async ({ page }) => {
    const lab = new CartLab(page);
    await lab.open(`#${SMALL_DQN}&at=50`);
    await lab.stepSize(size);
    const forward = [await lab.step()]; // from here on where such a step begins
    for (let i = 0; i < 4; i++) forward.push(await lab.step());
    expect(new Set(forward).size).toBe(5);
    const backward = [forward[4]];
    for (let i = 0; i < 4; i++) backward.push(await lab.back());
    expect(backward).toEqual(forward.toReversed());
  });
}

test("the scrubber goes anywhere in a network’s run, exactly", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=80`);
  const middle = await lab.rests();
  const end = await lab.runTo(400);
  await expect(lab.scrubber).toHaveAttribute("max", "400");
  for (const [tick, fingerprint] of [
    [80, middle],
    [400, end],
  ] as const) {
    await lab.scrubber.fill(String(tick));
    await expect(lab.clock).toHaveText(new RegExp(` · ${tick} steps · `));
    expect(await lab.rests()).toBe(fingerprint);
  }
  await lab.scrubber.fill("0");
  await expect(lab.clock).toHaveText("0 episodes · 0 steps · 0 updates");
  await lab.scrubber.focus();
  await page.keyboard.press("End");
  await expect(lab.clock).toHaveText(/ · 400 steps · /);
  expect(await lab.rests()).toBe(end);
});

test("a run stops when it is solved", async ({ page }) => {
  const lab = new CartLab(page);
  // Nobody falls in five steps.
  await lab.open(`#${SMALL_DQN}&maxSteps=5&testEvery=100`);
  await expect(lab.reading("Solved")).toHaveText("not yet, needs 4.75");
  await lab.stopAfter("when solved");
  await lab.runToEnd();
  await expect(lab.outcome).toHaveText("Stopped: the greedy policy has passed its test.");
  await expect(lab.reading("Solved")).toHaveText("at step 100");
  await expect(lab.reading("Greedy test")).toHaveText("5.0");
  await expect(lab.figure.getByText("100 episodes, step 100")).toBeVisible();
  expect(await lab.count("step"), "with the policy that was tested").toBe(100);
});

test("a person plays by keyboard, hears the result, and leaves", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=30`);
  const clock = String(await lab.clock.textContent());
  await tabTo(page, "button", /^Play$/);
  await page.keyboard.press("Enter");
  const field = lab.figure.getByRole("application", { name: /hold the left or the right arrow key/ });
  await expect(field).toBeFocused();
  const result = lab.figure.getByRole("status");
  await expect(lab.figure.getByText("Hold ← or → to push the cart")).toBeVisible();
  await page.keyboard.down("ArrowRight");
  await expect(result).toHaveText(/^You balanced it for \d+ steps, \d+\.\d s\. Your best so far\./);
  await page.keyboard.up("ArrowRight");
  const [, steps] = /for (\d+) steps/.exec((await result.textContent()) ?? "") ?? [];
  await expect(lab.figure.getByRole("row", { name: `You, best ${steps} ` })).toBeVisible();
  await expect(lab.figure.getByRole("img", { name: /Your cart: .* Fell after/ })).toBeVisible();
  await expect(lab.figure.getByText("← or → for another try")).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(lab.button("Play")).toBeFocused();
  await expect(lab.figure.getByRole("img", { name: /Your cart: step 0,/ })).toBeVisible();
  await expect(lab.clock, "the arrows were the game’s").toHaveText(clock);
  await lab.moving(() => page.keyboard.press("ArrowRight"));
});

test("a person pushes by mouse, finger and key, to either side in turn", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=30&${NO_FALL}`);
  const clock = String(await lab.clock.textContent());
  await lab.button("Play").click();
  const push = () =>
    lab.figure.locator("path.arrow:not(.blow)").evaluate((arrow) => {
      if (arrow.getAttribute("d") === "") return "none";
      return arrow.getAttribute("transform")?.startsWith("translate(-") ? "left" : "right";
    });
  const places = await Promise.all(["← Left", "Right →"].map((name) => lab.button(name).boundingBox()));
  const [left, right] = places.map((box) => ({
    x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
    y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
  }));
  const turns = [
    ["right", right],
    ["left", left],
    ["right", right],
  ] as const;
  for (const [side, { x, y }] of turns) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await expect.poll(push).toBe(side);
    await page.mouse.up();
    await expect.poll(push).toBe("none");
  }
  const hand = await page.context().newCDPSession(page);
  /** The fingers that are down from now on. */
  const touch = (type: "touchStart" | "touchEnd", ...touchPoints: { x: number; y: number; id: number }[]) =>
    hand.send("Input.dispatchTouchEvent", { type, touchPoints });
  for (const [side, at] of turns) {
    await touch("touchStart", { ...at, id: 0 });
    await expect.poll(push).toBe(side);
    await touch("touchEnd");
    await expect.poll(push).toBe("none");
  }
  // Two thumbs: the one put down last counts.
  await touch("touchStart", { ...left, id: 0 });
  await touch("touchStart", { ...left, id: 0 }, { ...right, id: 1 });
  await expect.poll(push).toBe("right");
  await touch("touchEnd");
  await expect.poll(push).toBe("none");
  await page.keyboard.down("ArrowRight");
  await expect.poll(push).toBe("right");
  await page.keyboard.up("ArrowRight");
  await expect(lab.clock, "all of it was the game’s").toHaveText(clock);
});

test("a try ends without a result when the world changes", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open(`#${SMALL_DQN}&at=30&${NO_FALL}`);
  await lab.button("Play").click();
  await lab.figure.getByRole("application").press("Space");
  await expect(lab.figure.getByText("Hold ← or → to push the cart")).toHaveCount(0);
  await lab.button(/^World/).click();
  await lab.fillBox(lab.parameters, "Gravity", 5);
  await expect(lab.figure.getByText("Hold ← or → to push the cart")).toBeVisible();
  await expect(lab.figure.getByRole("img", { name: /Your cart: step 0,/ })).toBeVisible();
  await expect(lab.figure.getByRole("status")).toHaveText("");
});

test("a preset is named only where its settings hold", async ({ page }) => {
  const lab = new CartLab(page);
  await lab.open("#cart-pole-dqn");
  const notice = page.getByText(/greedy tests jump up and down/);
  await expect(notice).toBeVisible();
  await lab.fillBox(lab.parameters, "Learning rate", 0.01);
  await expect(lab.title).toHaveText("Presets. Now: DQN on the cart-pole");
  await expect(notice).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(lab.title).toHaveText("Presets. Now: DQN");
});
