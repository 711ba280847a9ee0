import type { Size } from "./chart-layout";

/** Font size of the small text in a drawing's own units: where the page's is larger, all of the drawing is. */
const FONT_SIZE = 12;
/** From this size on a picture grows with its host, up to so many times; one with many rows needs more. */
export const ROOMY = { width: 600, height: 340 };
const MOST_GROWTH = 1.7;

/** How many CSS pixels a unit of a drawing is, in a host of this size with small text of `fontSize` pixels. */
export function unitOf({ width, height }: Size, fontSize: number, roomy: Size = ROOMY): number {
  const page = fontSize / FONT_SIZE || 1;
  const growth = Math.min(width / roomy.width, height / roomy.height) / page;
  return page * Math.max(1, Math.min(MOST_GROWTH, growth));
}
