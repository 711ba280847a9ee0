import { fileURLToPath } from "node:url";
import { newPage, openSite } from "./browser";
import type { DrawTimes } from "./figure/main";
import { browserTime } from "./processor-time";
import { median, type Figure } from "./report";

const SIDES = [4, 10, 64];
const PICTURES = 150;

/** What one picture of the grid costs the main thread with all layers on, by size of the map. */
export async function measureDrawing(): Promise<Figure[]> {
  const site = await openSite(fileURLToPath(new URL("figure/", import.meta.url)));
  const page = await newPage(site.browser);
  const figures: Figure[] = [];
  for (const side of SIDES) {
    for (const changing of ["one", "all"] as const) {
      await page.goto(`${site.url}?lab`);
      const spent = await browserTime(site.browser);
      const { update, frame } = await page.evaluate(
        ([n, what, pictures]) => (globalThis as unknown as { measure: Measure }).measure(n, what, pictures),
        [side, changing, PICTURES] as const,
      );
      const spentSince = await browserTime(site.browser);
      const perPicture = (1000 * (spentSince.main - spent.main)) / PICTURES;
      const what = `drawing ${side}×${side}, ${changing === "one" ? "one entry" : "every number"} new`;
      figures.push(
        { name: `${what}: our code`, value: median(update), unit: "ms", better: "less" },
        { name: `${what}: with layout and painting`, value: median(frame), unit: "ms", better: "less" },
        { name: `${what}: of the processor`, value: perPicture, unit: "ms", better: "less" },
      );
    }
  }
  await site.close();
  return figures;
}

type Measure = (side: number, changing: "one" | "all", pictures: number) => Promise<DrawTimes>;
