import { expect, test } from "./support/fixtures";
import { GlimpseLab } from "./support/glimpse-lab";
import { SLOW, SOFTWARE_GPU } from "./support/network-lab";

test.use({
  launchOptions: async ({ launchOptions }, provide) => {
    await provide({ ...launchOptions, args: [...(launchOptions.args ?? []), SOFTWARE_GPU] });
  },
});

const UPDATES = 20;
const TICKS = 2 * UPDATES;
const HASH = `#glimpse-small?glimpses=2&trainCount=1000&batchSize=8&glimpseUnits=8&coreUnits=16&at=${TICKS}`;

/** Opens the page on a backend, paused after the updates, and reads the loss of each. */
async function lossesOn(lab: GlimpseLab, query: string): Promise<number[]> {
  await lab.page.goto(`./${query}${HASH}`);
  await lab.rests(2 * SLOW);
  const rows = await lab.chartNumbers("Loss of the class");
  return rows.map((row) => Number(row["each update"]));
}

test("twenty updates on WebGPU have the losses that they have on WebAssembly", async ({
  page,
  openContext,
}) => {
  test.setTimeout(3 * SLOW);
  const onGpu = new GlimpseLab(page);
  const here = await lossesOn(onGpu, "?backend=webgpu");
  await expect(onGpu.badge).toContainText(/WebGPU/);
  const other = new GlimpseLab(await (await openContext()).newPage());
  const there = await lossesOn(other, "?backend=wasm");
  await expect(other.badge).toContainText("WASM");
  expect(here).toHaveLength(UPDATES);
  expect(new Set(here).size, "losses that never change would prove nothing").toBeGreaterThan(10);
  here.forEach((loss, i) =>
    expect(Math.abs(loss - there[i]) / there[i], `update ${i + 1}`).toBeLessThan(1e-3),
  );
});
