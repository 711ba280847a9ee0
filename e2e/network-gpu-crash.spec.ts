import { expect, test } from "./support/fixtures";
import { NetworkLab, SLOW, SOFTWARE_GPU } from "./support/network-lab";
import { logWorkers } from "./support/worker-log";

// A browser of its own: it ends without a graphics processor.
test.use({
  launchOptions: async ({ launchOptions }, provide) => {
    await provide({ ...launchOptions, args: [...(launchOptions.args ?? []), SOFTWARE_GPU] });
  },
});

test("training outlives the process of the graphics processor, and its second death", async ({
  page,
  browser,
}) => {
  test.setTimeout(4 * SLOW);
  const log = await logWorkers(page);
  const lab = new NetworkLab(page);
  await lab.train("?backend=webgpu", { algo: "dqn", params: { warmup: 100, batchSize: 64 } });
  await expect(lab.badge).toContainText("WebGPU");
  await lab.run();

  const session = await browser.newBrowserCDPSession();
  /** Crashes the process a while after training has come so far; gives what was known then. */
  const crashAfter = async (step: number) => {
    await lab.reaches("step", step);
    const known = await log();
    const at = await page.evaluate(() => performance.now());
    await session.send("Browser.crashGpuProcess").catch(() => {}); // it may die before it answers
    return { at, loads: known.loads.length };
  };

  const first = await crashAfter(150);
  await expect(lab.message(/graphics processor was lost.*from its last checkpoint, step \d+/)).toBeVisible({
    timeout: 20_000,
  });
  const load = (await log()).loads[first.loads];
  expect(load.from, "it goes on, not from the start").toBeGreaterThan(100);
  const { checkpoints } = await log();
  const kept = checkpoints.findLast(({ step, at }) => step === load.from && at <= load.at);
  expect(first.at - (kept?.at ?? 0), "age of the checkpoint").toBeLessThan(2000);
  const reached = await lab.count("step");

  await lab.reaches("step", reached + 20);
  const second = await crashAfter(reached + 40);
  await expect(lab.message(/second time.*WebAssembly.*Reload/)).toBeVisible({ timeout: 20_000 });
  const then = (await log()).loads[second.loads];
  expect(then.backend).toBe("wasm");
  expect(then.from).toBeGreaterThanOrEqual(load.from ?? Infinity);
  await lab.reaches("step", reached + 500);
  await expect(lab.badge).toContainText("WASM");
  expect((await log()).workers).toBe(3);
  await expect(lab.messages.getByRole("alert")).toHaveCount(0);
});
