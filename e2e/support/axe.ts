import type { Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";

/** What axe finds wrong on the page as it is, one line a rule with the elements at fault. Should be empty. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Half a megabyte of script: once a page is enough.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(() =>
    (window as unknown as { axe: typeof axe }).axe.run(),
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
}
