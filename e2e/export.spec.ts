import { readFile } from "node:fs/promises";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

/** Presses a button of the share dialog and gives the file that it saves. */
async function saved(lab: LabPage, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    lab.page.waitForEvent("download"),
    lab.dialog.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Rows of a CSV file without quotes, by the names in its header; lines with # are remarks. */
function parseCsv(bytes: Buffer): Record<string, string>[] {
  const lines = bytes.toString("utf8").trim().split(/\r?\n/);
  const [header, ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(row.map((value, i) => [header[i], value])));
}

test("without a network everything can be exported, and holds what is on screen", async ({
  page,
  context,
}) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  await lab.speed("max");
  const fingerprint = await lab.runToEnd();
  await context.setOffline(true);
  await lab.share();

  const table = await saved(lab, "CSV of the table");
  expect(table.name).toBe("bellman-the-lectures-grid.csv");
  const cells = parseCsv(table.bytes);
  expect(cells).toHaveLength(16);
  const cell = cells.find(({ row, column }) => row === "1" && column === "2");
  expect(cell).toMatchObject({ V: "-1", Q_up: "-2", Q_right: "-3", Q_down: "-3", Q_left: "-1" });

  const metrics = parseCsv((await saved(lab, "CSV of the metrics")).bytes);
  const residuals = metrics.filter(({ metric }) => metric === "residual").map(({ mean }) => Number(mean));
  expect(residuals).toEqual([1, 1, 1, 0]);

  const svg = (await saved(lab, "SVG of the figure")).bytes.toString("utf8");
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toMatch(/>[-−]3</);
  expect(svg.replaceAll(/xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(
    /https?:|url\((?!("|'|&quot;)?(#|data:))|<script|@import/,
  );
  expect(svg, "styles are written out, not in classes of the page").not.toMatch(/var\(--/);

  const png = (await saved(lab, "PNG of the figure")).bytes;
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = /<svg[^>]*\swidth="([\d.]+)"[^>]*\sheight="([\d.]+)"/.exec(svg) ?? [];
  expect(Math.abs(width - 2 * Number(size[1]))).toBeLessThan(2);
  expect(Math.abs(height - 2 * Number(size[2]))).toBeLessThan(2);

  const file = await saved(lab, "Save file");
  expect(file.name).toBe("bellman-the-lectures-grid.json");
  expect(JSON.parse(file.bytes.toString("utf8"))).toMatchObject({ v: 1, view: { at: { tick: 224 } } });
  await lab.close();
  await lab.button("Reset").click();
  await expect(lab.clock).toHaveText("0 sweeps · 0 backups");
  await lab.share();
  await expect(lab.dialog.getByRole("button", { name: "CSV of the metrics" })).toBeDisabled();
  await expect(lab.dialog.getByText(/finish a sweep or an episode first/)).toBeVisible();
  await lab.dialog
    .getByLabel("Open file")
    .setInputFiles({ name: file.name, mimeType: "application/json", buffer: file.bytes });
  await expect(lab.clock).toHaveText("4 sweeps · 224 backups");
  expect(await lab.rests()).toBe(fingerprint);
});

test("a picture of the figure is in the light theme, whatever the page's", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?at=100");
  const svg = async () => {
    await lab.share();
    const { bytes } = await saved(lab, "SVG of the figure");
    await lab.close();
    return bytes.toString("utf8");
  };
  const light = await svg();
  await lab.theme("Dark");
  expect(await svg()).toBe(light);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a file dropped on the page opens", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open();
  const scenario = {
    v: 1,
    env: { id: "grid-world", params: { rows: ["S.T"] } },
    algo: { id: "sarsa", params: {} },
    seed: 3,
  };
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "mine.json", { type: "application/json" }));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }
  }, JSON.stringify(scenario));
  await expect(lab.cell(1, 3)).toHaveAccessibleName(/terminal/);
  await expect(lab.parameters.getByRole("combobox", { name: "Algorithm" })).toHaveValue("sarsa");
});

test("a chart is saved as CSV, SVG and PNG, and read as a table and by keyboard", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?at=3000");
  await expect(lab.clock).toHaveText(/ 3,000 steps$/);
  const episodes = Number(/^\d+/.exec((await lab.clock.textContent()) ?? "")?.[0]);
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      lab.charts.getByRole("button", { name, exact: true }).click(),
    ]);
    return readFile(await download.path());
  };
  expect(parseCsv(await save("CSV"))).toHaveLength(episodes);
  expect((await save("SVG")).toString("utf8")).toContain("<svg");
  expect((await save("PNG")).subarray(1, 4).toString()).toBe("PNG");
  await lab.charts.getByRole("slider", { name: /read values/ }).focus();
  await page.keyboard.press("End");
  const slider = lab.charts.getByRole("slider", { name: /read values/ });
  await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(`episode ${episodes}`));
  await lab.charts.getByRole("button", { name: "Table" }).click();
  await expect(lab.charts.getByRole("table").getByRole("row")).toHaveCount(Math.min(50, episodes) + 1);
});
