import type { Page } from "@playwright/test";

type Role = "button" | "gridcell" | "combobox" | "slider" | "textbox" | "switch" | "group" | "tab";

/** Presses Tab, or another key, until what has the focus matches; fails after as many presses as no page needs. */
export async function tabTo(page: Page, role: Role, name: RegExp, key = "Tab"): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(key);
    if ((await page.getByRole(role, { name }).and(page.locator(":focus")).count()) > 0) return;
  }
  throw new Error(`${key} does not reach the ${role} ${String(name)}.`);
}

/** Presses keys one after the other. */
export async function pressKeys(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
