import type { Page, Worker } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { linkTo, NetworkLab } from "./support/network-lab";
import { logWorkers } from "./support/worker-log";

const LAST = 2000;
const EXPERIMENT = { algo: "dqn", params: { warmup: 100, batchSize: 16, units: 16 }, stop: { ticks: LAST } };
/** On the speed slider: 200 steps a second, so that there is time to do harm before the last. */
const UNHURRIED = 23;
const POLLING = { timeout: 30_000 };

/** Trains to the end without any trouble; gives the weights' fingerprint. */
async function undisturbed(page: Page): Promise<string> {
  const lab = new NetworkLab(page);
  await lab.train("?backend=wasm", EXPERIMENT);
  return lab.runToEnd();
}

const DEATHS: Record<string, { strike(worker: Worker): Promise<unknown>; says: RegExp }> = {
  "throws an error": {
    strike: (worker) =>
      worker.evaluate(() => {
        setTimeout(() => {
          throw new Error("crash on purpose");
        });
      }),
    says: /stopped unexpectedly. Training goes on from its last checkpoint, step [\d,]+; nothing is lost/,
  },
  "ends without a word": {
    strike: (worker) => worker.evaluate(() => self.close()).catch(() => {}),
    says: /stopped answering. Training goes on from its last checkpoint/,
  },
  "never answers again": {
    strike: (worker) =>
      worker.evaluate(() => {
        setTimeout(() => {
          for (;;);
        });
      }),
    says: /stopped answering. Training goes on from its last checkpoint/,
  },
};

for (const [what, { strike, says }] of Object.entries(DEATHS)) {
  test(`training goes on by itself when its worker ${what}, and comes to the same`, async ({
    page,
    openContext,
    problems,
  }) => {
    const log = await logWorkers(page);
    const lab = new NetworkLab(page);
    await lab.train("?backend=wasm", EXPERIMENT);
    await lab.speed(UNHURRIED);
    await lab.run();
    await expect.poll(async () => (await log()).checkpoints.at(-1)?.step, POLLING).toBeGreaterThan(300);
    await strike(page.workers()[0]);
    await expect(lab.message(says)).toBeVisible(POLLING);
    expect((await log()).loads.at(-1)?.from).toBeGreaterThan(300);
    await lab.speed("max");
    await expect(lab.outcome).toHaveText(/as set/, { timeout: 30_000 });
    const fingerprint = await lab.rests();
    expect(await lab.count("step")).toBe(LAST);
    await expect.poll(() => page.workers().length).toBe(1);
    expect(problems.filter((problem) => !problem.includes("crash on purpose"))).toEqual([]);
    problems.length = 0;

    expect(fingerprint).toBe(await undisturbed(await (await openContext()).newPage()));
  });
}

test("network code that could not be fetched is fetched at another try", async ({
  page,
  context,
  problems,
}) => {
  const lab = new NetworkLab(page);
  await context.route(/backend-[^/]*\.js$/, (route) => route.abort());
  await page.goto(`./?backend=wasm${linkTo(EXPERIMENT)}`);
  await expect(lab.message(/The simulation cannot go on/)).toBeVisible(POLLING);
  expect(problems.every((problem) => /backend-[^/]*\.js|Failed to load resource/.test(problem))).toBe(true);
  problems.length = 0;
  await context.unroute(/backend-[^/]*\.js$/);
  await lab.messages.getByRole("button", { name: "Try again" }).click();
  await lab.rests();
  await expect(lab.badge).toContainText("WASM");
});

test("an unknown backend in the address is named and passed over", async ({ page }) => {
  const lab = new NetworkLab(page);
  await lab.train("?backend=cuda", EXPERIMENT);
  await expect(lab.message(/asks for the backend “cuda”, which there is not/)).toBeVisible();
  await expect(lab.badge).toBeVisible();
});
