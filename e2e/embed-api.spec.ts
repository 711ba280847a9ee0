import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import type { Clock } from "../src/core/algo";
import { expect, test } from "./support/embed-host";
import { SMALL_DQN } from "./support/cart-lab";
import { headless } from "./support/headless";

test("the page around loads, steps, reads and resets a run in a frame without an origin", async ({
  host,
}) => {
  await host.open(`?embed=1${host.named}#lecture-grid`);
  await host.hears("ready", { bellman: 1, from: "null" });
  await host.hears("state", { status: "paused", title: "The lecture’s grid" });
  expect(await host.frame.locator("html").evaluate(() => [self.origin, crossOriginIsolated])).toEqual([
    "null",
    false,
  ]);

  await host.send({ bellman: 1, type: "step", granularity: "sweep" });
  await expect(host.lab.clock).toHaveText("1 sweep · 56 backups");
  const { fingerprint } = await host.hears("state", { fingerprint: await host.lab.rests() });
  expect(fingerprint).toBe(headless("lecture-grid", "--sweeps", "1").fingerprint);

  await host.send({ bellman: 1, type: "read", id: "a", series: true });
  const metrics = await host.hears("metrics", { id: "a" });
  expect(metrics.latest).toEqual({ residual: 1, bound: 1 });
  expect(metrics.series).toMatchObject({
    residual: { label: "Largest change of V in a sweep", per: "sweep", stride: 1, mean: [1] },
  });

  await host.send({ bellman: 1, type: "play" });
  await host.hears("state", { status: "running" });
  await host.send({ bellman: 1, type: "pause" });
  await host.lab.rests();
  await host.send({ bellman: 1, type: "reset" });
  await expect(host.lab.clock).toHaveText("0 sweeps · 0 backups");

  await host.send({ bellman: 1, type: "load", link: "#cliff-walking?seed=7&at=300" });
  await host.hears("state", { title: "Cliff walking, Q-learning", position: { tick: 300, phase: 0 } });
  await host.send({
    bellman: 1,
    type: "load",
    scenario: { v: 1, title: "From the course", env: { id: "grid-world" }, algo: { id: "sarsa" }, seed: 3 },
  });
  await host.hears("state", { title: "From the course", status: "paused" });
  await expect(host.frame.getByRole("heading", { name: "From the course" })).toBeVisible();

  const states = await host.told("state");
  states.slice(1).forEach((state, i) => expect(state).not.toEqual(states[i]));
  for (const { status, fingerprint } of states)
    if (status === "paused") expect(fingerprint).toMatch(/^[0-9a-f]+$/);
});

test("wrong messages are answered with a sentence, those for others with nothing", async ({ host }) => {
  await host.open(`?embed=1${host.named}#lecture-grid?at=56`);
  await host.hears("state", { status: "paused" });
  const wrong: [unknown, RegExp][] = [
    [{ bellman: 2, type: "play" }, /version 1/],
    [{ bellman: 1, type: "explode", id: "b" }, /“explode”/],
    [{ bellman: 1, type: "step", granularity: "episode" }, /Value iteration has no step “episode”/],
    [{ bellman: 1, type: "load", link: "#v1.damaged" }, /could not be opened: .*cut off/],
    [{ bellman: 1, type: "load", scenario: { v: 1 } }, /could not be opened: .*environment/],
    [{ bellman: 1, type: "load" }, /either a link or a scenario/],
    [{ bellman: 1, type: "load", link: "?lesson=bellman&step=2" }, /step of the lecture/],
    [{ bellman: 1, type: "play", rate: 9 }, /“rate”/],
  ];
  for (const [i, [message, says]] of wrong.entries()) {
    await host.send(message);
    await expect.poll(() => host.told("error")).toHaveLength(i + 1);
    expect((await host.told("error"))[i].says).toMatch(says);
  }
  expect((await host.told("error"))[1].id).toBe("b");
  for (const foreign of ["play", 7, null, [1], { type: "play" }, { hello: "world" }])
    await host.send(foreign);
  await host.send({ bellman: 1, type: "read" });
  await host.hears("metrics");
  expect(await host.told("error")).toHaveLength(wrong.length);
  await expect(host.lab.clock).toHaveText("1 sweep · 56 backups");
});

test("commands are obeyed in the order in which they come", async ({ host }) => {
  await host.open(`?embed=1${host.named}#lecture-grid`);
  await host.hears("state", { status: "paused" });
  await host.send({ bellman: 1, type: "load", link: "#cliff-walking?seed=7" });
  await host.send({ bellman: 1, type: "step", granularity: "episode" });
  await expect(host.lab.clock).toHaveText(/^1 episode/);
  expect(await host.told("error")).toEqual([]);
});

test("a run that has diverged is not played, and that is answered", async ({ host }) => {
  test.slow();
  await host.open(`?embed=1${host.named}&rate=max#${SMALL_DQN}&target=none&learningRate=1&learningRateEnd=1`);
  await host.hears("state", { status: "paused" });
  await host.send({ bellman: 1, type: "play" });
  await host.hears("state", { status: "finished" }, 60_000);
  await host.send({ bellman: 1, type: "play", id: "again" });
  const { says } = await host.hears("error", { id: "again" });
  expect(says).toContain("has diverged");
});

test("a challenge that is checked is told, with a link that proves a pass, and what is changed opens in full", async ({
  host,
}) => {
  await host.open(`?embed=1${host.named}&show=parameters&lesson=bellman&challenge=bridge`, {
    width: 640,
    height: 900,
  });
  await host.lab.rests();
  const check = host.lab.button("Check");
  await check.click();
  await host.hears("challenge", { challenge: "bellman/bridge", passed: false });
  const full = host.frame.getByRole("link", { name: "Open in full" });
  await full.focus();
  await expect(full).toHaveAttribute("href", /\/\?lesson=bellman&challenge=bridge$/);
  await host.frame.getByRole("button", { name: /^All settings/ }).click();
  const noise = host.frame.getByRole("textbox", { name: "Noise", exact: true });
  await noise.fill("0");
  await noise.press("Enter");
  await host.lab.rests();
  await check.click();
  const { link, ...told } = await host.hears("challenge", { passed: true });
  expect(told).not.toHaveProperty("id");
  expect(link).toMatch(/challenge=bridge&claim=.+#v1/);
  await check.focus();
  await full.focus();
  await expect(full).toHaveAttribute("href", /\/#v1/);
});

test.describe("a page that the address does not name", () => {
  for (const [what, named] of [
    ["when another is named", "&host=https://other.example"],
    ["when none is", ""],
  ]) {
    test(`may not command, and hears nothing of the run: ${what}`, async ({ host, page }) => {
      await host.open(`?embed=1${named}#lecture-grid`);
      await host.lab.rests();
      await host.hears("height");
      await host.send({ bellman: 1, type: "step", id: "vain" });
      const { says } = await host.hears("error", { id: "vain" });
      expect(says).toContain(`add host=${host.origin} to it`);
      await host.send({ bellman: 1, type: "read" });
      await host.lab.rests();
      await expect(host.lab.clock).toHaveText("0 sweeps · 0 backups");
      const types = await page.evaluate(() =>
        (window as unknown as { told: { type: string }[] }).told.map(({ type }) => type),
      );
      expect(new Set(types)).toEqual(new Set(["height", "error"]));
    });
  }
});

test("a frame beside it in the same page may not command", async ({ host, page }) => {
  await host.open(`?embed=1${host.named}#lecture-grid`, {
    before: `<p><button onclick="intrude()">Intrude</button></p><script>
      function intrude() {
        const other = document.createElement("iframe");
        other.title = "Another";
        other.srcdoc = "<script>parent.frames[0].postMessage({ bellman: 1, type: 'step' }, '*')<\\/script>";
        document.querySelector("main").append(other);
      }</script>`,
  });
  await host.hears("state", { status: "paused" });
  await page.getByRole("button", { name: "Intrude" }).click();
  await expect(page.locator("iframe[title=Another]")).toBeVisible();
  await host.send({ bellman: 1, type: "read" });
  await host.hears("metrics");
  await expect(host.lab.clock).toHaveText("0 sweeps · 0 backups");
});

test("the height is what the frame needs, and the page that gives it that sees all of it", async ({
  host,
  page,
}) => {
  await host.open("?embed=1&show=transport,charts#lecture-grid", { width: 400, height: 150 });
  await host.lab.rests();
  await page.evaluate(() =>
    addEventListener("message", ({ data }) => {
      const frame = document.querySelector("iframe");
      if (frame && data.type === "height") frame.height = data.height;
    }),
  );
  await host.page.evaluate(() => {
    const frame = document.querySelector("iframe");
    if (frame) frame.width = "500";
  });
  const settled = await settledHeight(page);
  expect(settled).toBeGreaterThan(500);
  const left = await host.frame.locator("html").evaluate((html) => html.scrollHeight - html.clientHeight);
  expect(left).toBe(0);
});

/** The height of the frame once it has stayed the same for half a second. */
async function settledHeight(page: Page): Promise<number> {
  let before = -1;
  for (;;) {
    const now = await page.locator("iframe").evaluate((frame) => frame.clientHeight);
    if (now === before) return now;
    before = now;
    await page.waitForTimeout(500);
  }
}

test("a network trains in a sandboxed frame, on WebAssembly", async ({ host }) => {
  await host.open(
    `?embed=1&backend=wasm&show=transport,charts&rate=max${host.named}#cart-pole-dqn?warmup=16&batchSize=8&units=8`,
  );
  await host.hears("state", { status: "paused" });
  await host.send({ bellman: 1, type: "play" });
  const updates = async () => ((await host.told("state")).at(-1)?.clock as Clock | undefined)?.updates;
  await expect.poll(updates, { timeout: 30_000 }).toBeGreaterThan(50);
  await host.send({ bellman: 1, type: "pause" });
  await host.hears("state", { status: "paused", fingerprint: await host.lab.rests() });
  await expect(
    host.lab.transport.getByRole("button", { name: /Networks are computed on WASM/ }),
  ).toBeVisible();
});

test("the page that the documentation shows works as it stands", async ({ host, page, baseURL }) => {
  const text = readFileSync(new URL("../docs/embedding.md", import.meta.url), "utf8");
  const [, html] = /## A whole page\s+```html\n([^]*?)```/.exec(text) ?? [];
  await host.openPage(
    html
      .replaceAll("https://bellman.example/", String(baseURL))
      .replaceAll("https://lms.example.org", host.origin),
  );
  const says = page.locator("#says");
  await expect(says).toHaveText("0 episodes, paused");
  await page.getByRole("button", { name: "One episode" }).click();
  await expect(says).toHaveText("1 episodes, paused");
  const logged = page.waitForEvent("console", (message) => message.text().startsWith("the latest return: -"));
  await page.getByRole("button", { name: "Run" }).first().click();
  await expect(says).toHaveText(/running/);
  await page.getByRole("button", { name: "Pause" }).first().click();
  await expect(says).toHaveText(/paused/);
  await logged;
});
