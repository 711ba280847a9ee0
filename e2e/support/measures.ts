import type { Page } from "@playwright/test";

/** How much wider the page is than the window; what is cut off cannot be reached. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Controls that are less than 24 px in one direction, each with its size. */
export function smallControls(page: Page): Promise<string[]> {
  return page
    .locator("button:visible, select:visible, summary:visible, a[href]:visible")
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        const unseen = control.closest("[role=toolbar]") !== null; // for the keyboard only
        return unseen || (width >= 24 && height >= 24)
          ? []
          : [`${control.textContent} ${Math.round(width)}×${Math.round(height)}`];
      }),
    );
}
