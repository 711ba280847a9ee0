import type { Page } from "@playwright/test";
import { lab, type LabColor } from "d3";

/** The colour of the page's pixel at a point, as a screenshot has it, with whatever the browser emulates. */
export async function pixelAt(page: Page, x: number, y: number): Promise<LabColor> {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  const reader = await page.context().newPage();
  const [r, g, b] = await reader.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const context = new OffscreenCanvas(1, 1).getContext("2d");
      context?.drawImage(picture, 0, 0);
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
    },
    [...png],
  );
  await reader.close();
  return lab(`rgb(${r}, ${g}, ${b})`);
}

/** How far two colours are apart: 1 can just be seen, 10 at a glance. */
export function apart(a: LabColor, b: LabColor): number {
  return Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}
