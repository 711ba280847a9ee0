import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { encodeLink } from "../../src/scenario/link";
import { parseScenario } from "../../src/scenario/schema";
import { LabPage } from "./lab-page";

/** What a Chromium without a graphics processor needs to offer WebGPU all the same: computed by the processor. */
export const SOFTWARE_GPU = "--enable-unsafe-webgpu";

/** How long a software adapter may take to compile what a network needs, on a machine that does other things too. */
export const SLOW = 120_000;

interface Experiment {
  algo: string;
  params?: Record<string, unknown>;
  seed?: number;
  stop?: Record<string, unknown>;
  /** The tick at which it is paused. */
  tick?: number;
}

/** The part of a link after the address: a cart-pole experiment. */
export function linkTo({ algo, params = {}, seed = 1, stop, tick }: Experiment): string {
  const parsed = parseScenario({
    v: 1,
    env: { id: "cart-pole" },
    algo: { id: algo, params },
    seed,
    ...(stop && { stop }),
    ...(tick && { view: { at: { tick } } }),
  });
  if (!parsed.ok) throw new Error(parsed.error);
  const link = encodeLink(parsed.value);
  if (!link.ok) throw new Error(link.error);
  return link.value;
}

/** The lab that trains networks. */
export class NetworkLab extends LabPage {
  /** What networks are computed on; it opens a dialog. */
  readonly badge: Locator;

  constructor(page: Page) {
    super(page);
    this.badge = this.transport.getByRole("button", { name: /^Networks are computed on/ });
  }

  /** Opens an experiment; `query` is a part of the address such as "?backend=wasm". */
  async train(query: string, experiment: Experiment): Promise<void> {
    await this.page.goto("about:blank"); // or only the fragment would change
    await this.page.goto(`./${query}${linkTo(experiment)}`);
    await this.rests(SLOW);
  }

  /** What is told once learning has diverged, with the ways out. */
  get diverged(): Locator {
    return this.figure.getByRole("alert");
  }

  /** What the clock says: “118 episodes · 7,167 steps · 6,167 updates”. */
  async count(unit: "episode" | "step" | "update"): Promise<number> {
    const text = (await this.transport.textContent()) ?? "";
    const [, digits] = new RegExp(`([\\d,]+) ${unit}s?(?![a-z/])`).exec(text) ?? [];
    return Number((digits ?? "NaN").replaceAll(",", ""));
  }

  /** Waits until so many have been counted. */
  async reaches(unit: "episode" | "step" | "update", count: number, timeout = SLOW): Promise<void> {
    await expect.poll(() => this.count(unit), { timeout }).toBeGreaterThanOrEqual(count);
  }

  /** The numbers of a chart, by what its tab is called: rows of its CSV file by the names in its header. */
  async chartNumbers(tab: string): Promise<Record<string, string>[]> {
    await this.charts.getByRole("button", { name: tab, exact: true }).click();
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.charts.getByRole("button", { name: "CSV", exact: true }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    const lines = text.trim().split(/\r?\n/);
    const [header, ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
    return rows.map((row) => Object.fromEntries(row.map((value, i) => [header[i], value])));
  }
}
