import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { groupsOf, type DeviceResult } from "../src/ui/benchmark/result";
import { newPage, type Site } from "./browser";
import type { Figure } from "./report";

const REFERENCE = new URL("../src/ui/benchmark/reference.json", import.meta.url);

/** What the page's own “Benchmark this device” measures here. With `record` it becomes what the page compares others with. */
export async function measureDevice(site: Site, record: boolean): Promise<Figure[]> {
  const page = await newPage(site.browser);
  await page.goto(`${site.url}?lab`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Benchmark this device" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Measure" }).click();
  await dialog.getByText("Measured.", { exact: true }).waitFor({ timeout: 300_000 });
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as JSON" }).click();
  const result = JSON.parse(readFileSync(await (await download).path(), "utf8")) as DeviceResult;
  await page.context().close();
  const rows = groupsOf(result).flatMap((group) => group.rows);
  if (record) {
    const values = Object.fromEntries(rows.map(({ id, value }) => [id, value]));
    const machine = `${cpus()[0].model}, ${cpus().length} cores, Chromium ${site.browser.version()}`;
    const reference = { machine, when: new Date().toISOString().slice(0, 10), values };
    writeFileSync(REFERENCE, `${JSON.stringify(reference, null, 2)}\n`);
  }
  return rows.map(({ what, value, unit }) => ({
    name: `benchmark page: ${what}`,
    value,
    unit,
    better: /^(ms|µs|)$/.test(unit) ? "less" : "more",
  }));
}
