import { expect, test } from "./support/fixtures";
import { NetworkLab } from "./support/network-lab";
import { logWorkers } from "./support/worker-log";

const LAST = 2000;
const EXPERIMENT = { algo: "dqn", params: { warmup: 100, batchSize: 16, units: 16 }, stop: { ticks: LAST } };
/** On the speed slider: 200 steps a second, so that there is time to reload before the last. */
const UNHURRIED = 23;
const POLLING = { timeout: 30_000 };
const KEPT = /Training was kept in this browser up to step [\d,]+/;

test("a reload in the midst of training goes on from where it was, and comes to the same", async ({
  page,
  openContext,
}) => {
  const log = await logWorkers(page);
  const lab = new NetworkLab(page);
  await lab.train("?backend=wasm", EXPERIMENT);
  await lab.speed(UNHURRIED);
  await lab.run();
  await expect.poll(async () => (await log()).checkpoints.at(-1)?.step, POLLING).toBeGreaterThan(500);
  const before = await lab.count("step");
  await page.reload();
  await expect(lab.message(KEPT)).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => lab.count("step"), POLLING).toBeGreaterThanOrEqual(before);
  const [load] = (await log()).loads;
  expect(load.from, "the last that was known before the reload").toBeGreaterThan(500);
  await lab.speed("max");
  await lab.runToEnd();
  expect(await lab.count("step")).toBe(LAST);

  const undisturbed = new NetworkLab(await (await openContext()).newPage());
  await undisturbed.train("?backend=wasm", EXPERIMENT);
  expect(await lab.rests()).toBe(await undisturbed.runToEnd());
});

test("training that is kept can be begun anew", async ({ page }) => {
  const lab = new NetworkLab(page);
  await lab.train("?backend=wasm", EXPERIMENT);
  await lab.runToEnd();
  await expect.poll(() => page.evaluate(keptSteps), POLLING).toEqual([LAST]);
  await page.reload();
  await expect(lab.message(KEPT)).toBeVisible(POLLING);
  await lab.button("Start anew").click();
  await expect.poll(() => lab.count("step"), POLLING).toBe(0);
  await page.reload();
  await expect(lab.message(/kept in this browser up to step 2,000/)).toBeVisible(POLLING);
  await expect.poll(() => lab.count("step"), POLLING).toBe(0);
  await lab.button("Go on from there").click();
  await expect.poll(() => lab.count("step"), POLLING).toBe(LAST);
});

test("training of another backend is gone on from only where that is wanted", async ({ page }) => {
  const log = await logWorkers(page);
  const lab = new NetworkLab(page);
  await lab.train("?backend=wasm", EXPERIMENT);
  await lab.runToEnd();
  await expect.poll(() => page.evaluate(keptSteps), POLLING).toEqual([LAST]);
  await page.goto(page.url().replace("backend=wasm", "backend=cpu"));
  const offer = lab.message(/step 2,000\. Up to there it was trained on WebAssembly; on Plain JavaScript/);
  await expect(offer).toBeVisible(POLLING);
  expect((await log()).loads.at(-1)?.from).toBeNull();
  await lab.button("Go on from there").click();
  await expect(lab.message(KEPT)).toBeVisible(POLLING);
  await expect.poll(() => lab.count("step"), POLLING).toBe(LAST);
  expect((await log()).loads.at(-1)?.from).toBe(LAST);
});

test("a link to a far place in a run that this browser has trained is there at once", async ({
  page,
  context,
}) => {
  const lab = new NetworkLab(page);
  await lab.train("?backend=wasm", EXPERIMENT);
  const fingerprint = await lab.runToEnd();
  await expect.poll(() => page.evaluate(keptSteps), POLLING).toEqual([LAST]);
  const link = await lab.link();

  const friend = new NetworkLab(await context.newPage());
  const log = await logWorkers(friend.page);
  await friend.page.goto(`./?backend=wasm${link.slice(link.indexOf("#"))}`);
  expect(await friend.rests()).toBe(fingerprint);
  expect((await log()).loads[0].from).toBe(LAST);
});

test("damaged training is put away, and the run is trained again", async ({ page }) => {
  const log = await logWorkers(page);
  const lab = new NetworkLab(page);
  await lab.train("?backend=wasm", EXPERIMENT);
  const fingerprint = await lab.runToEnd();
  await expect.poll(() => page.evaluate(keptSteps), POLLING).toEqual([LAST]);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("bellman-training");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const change = opening.result.transaction("runs", "readwrite");
          const runs = change.objectStore("runs");
          const all = runs.getAll();
          all.onsuccess = () => {
            const [{ key, run }] = all.result;
            run.checkpoint.memory = { nonsense: true }; // right in form, of no use to the algorithm
            runs.put({ key, run });
          };
          change.oncomplete = resolve;
        };
      }),
  );
  await page.reload();
  await expect(lab.message(/damaged, so it is done again from the start/)).toBeVisible(POLLING);
  expect(await lab.rests(60_000)).toBe(fingerprint);
  expect((await log()).loads.at(-1)?.from).toBeNull();
});

test("what a newer page has kept is put away, and training is kept again", async ({ page }) => {
  const lab = new NetworkLab(page);
  await page.goto("./?lab");
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("bellman-training", 1000);
        opening.onerror = reject;
        opening.onupgradeneeded = () => opening.result.createObjectStore("something else");
        opening.onsuccess = () => {
          opening.result.close();
          resolve(undefined);
        };
      }),
  );
  await lab.train("?backend=wasm", EXPERIMENT);
  await lab.runToEnd();
  await expect.poll(() => page.evaluate(keptSteps), POLLING).toEqual([LAST]);
});

test("everything works where the browser stores nothing, and the badge says what that means", async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
  });
  const lab = new NetworkLab(page);
  await lab.train("?backend=wasm", EXPERIMENT);
  await lab.runToEnd();
  expect(await lab.count("step")).toBe(LAST);
  await lab.badge.click();
  await expect(lab.dialog).toContainText("This browser does not let the page keep training");
});

test("at most three runs are kept", async ({ page }) => {
  const lab = new NetworkLab(page);
  for (let seed = 1; seed <= 4; seed++) {
    await lab.train("?backend=wasm", { ...EXPERIMENT, seed, stop: { ticks: 300 } });
    await lab.runToEnd();
    const kept = Array.from({ length: Math.min(seed, 3) }, () => 300);
    await expect.poll(() => page.evaluate(keptSteps), POLLING).toEqual(kept);
  }
});

/** Runs in the page: at which step each run that is kept stands. */
function keptSteps(): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("bellman-training");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains("runs")) return resolve([]);
      const all = database.transaction("runs").objectStore("runs").getAll();
      all.onsuccess = () => {
        database.close();
        resolve(all.result.map(({ run }) => run.checkpoint.clock.steps as number));
      };
    };
  });
}
