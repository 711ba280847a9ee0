import type { Page } from "@playwright/test";
import axe, { type AxeResults, type RunOptions } from "axe-core";

/** How the page names its themes in its root's `data-theme`. */
export const THEMES = ["light", "dark", "contrast"] as const;

/** All that a theme can spoil. */
const OF_COLOUR: RunOptions = { runOnly: ["color-contrast"] };

/** What axe finds wrong on the page as it is, one line a rule with the elements at fault. Should be empty. */
export async function axeViolations(page: Page, options: RunOptions = {}): Promise<string[]> {
  // Half a megabyte of script: once a page is enough.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (wanted) => (window as unknown as { axe: typeof axe }).axe.run(wanted),
    { resultTypes: ["violations"], ...options },
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
}

/** The same in each of these themes, which are put on in place: all rules in the first, those of colour in the others. */
export async function axeInThemes(page: Page, themes: readonly string[] = THEMES): Promise<string[]> {
  const before = await page.locator("html").getAttribute("data-theme");
  const found: string[] = [];
  for (const [i, theme] of themes.entries()) {
    await wear(page, theme);
    const violations = await axeViolations(page, i === 0 ? {} : OF_COLOUR);
    found.push(...violations.map((violation) => `${theme}: ${violation}`));
  }
  await wear(page, before ?? "light");
  return found;
}

/** Puts a theme on until the page sets its own again, and waits until drawings have the colours. */
export function wear(page: Page, theme: string): Promise<void> {
  return page.evaluate(async (name) => {
    document.documentElement.dataset.theme = name;
    for (let i = 0; i < 2; i++) await new Promise((drawn) => requestAnimationFrame(drawn));
  }, theme);
}
