import { axeViolations } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { NetworkLab, SLOW, SOFTWARE_GPU } from "./support/network-lab";

test.use({
  launchOptions: async ({ launchOptions }, provide) => {
    await provide({ ...launchOptions, args: [...(launchOptions.args ?? []), SOFTWARE_GPU] });
  },
});

const WARM_UP = 100;
const UPDATES = 60;
const EXPERIMENT = { algo: "dqn", params: { warmup: WARM_UP, batchSize: 64 }, tick: WARM_UP + UPDATES };

/** The loss of each update so far, as the chart's file has it. */
async function losses(lab: NetworkLab): Promise<number[]> {
  const rows = await lab.chartNumbers("Loss");
  return rows.map((row) => Number(row["each update"]));
}

test("trains on WebGPU where it is asked for, with the losses that WebAssembly has", async ({
  page,
  openContext,
}) => {
  test.setTimeout(2 * SLOW);
  const onGpu = new NetworkLab(page);
  await onGpu.train("?backend=webgpu", EXPERIMENT);
  await expect(onGpu.badge).toContainText(/WebGPU.*swiftshader/i);
  expect(await onGpu.count("update")).toBeGreaterThanOrEqual(20);

  const other = await openContext();
  const onProcessor = new NetworkLab(await other.newPage());
  await onProcessor.train("?backend=wasm", EXPERIMENT);
  await expect(onProcessor.badge).toContainText("WASM");

  const [here, there] = [await losses(onGpu), await losses(onProcessor)];
  expect(here).toHaveLength(await onGpu.count("update"));
  expect(there).toHaveLength(here.length);
  for (const [i, loss] of here.entries()) {
    expect(loss).toBeGreaterThan(0);
    const difference = Math.abs(loss - there[i]) / there[i];
    expect(difference, `update ${i + 1}: ${loss} and ${there[i]}`).toBeLessThan(1e-3);
  }
  expect(new Set(here).size, "losses that never change would prove nothing").toBeGreaterThan(10);
});

test("does not take a software adapter unasked, and says so", async ({ page }) => {
  const lab = new NetworkLab(page);
  await lab.train("", { algo: "dqn" });
  await expect(lab.badge).toContainText("WASM");
  await lab.badge.click();
  await expect(lab.dialog).toContainText(/WebAssembly, because WebGPU would run on a software adapter/);
  await expect(lab.dialog).toContainText(/Name.*in software \(not used\)/);
  await expect(lab.dialog.getByRole("row", { name: /Loss of update 4 0.521261 .* yes/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});
