import { expect, type Locator, type Page } from "@playwright/test";

/** The landing page as a person meets it. */
export class HomePage {
  readonly figure: Locator;
  readonly clock: Locator;
  readonly openThis: Locator;
  readonly presets: Locator;
  readonly search: Locator;
  readonly count: Locator;

  constructor(readonly page: Page) {
    this.figure = page.getByRole("region", { name: "Q-learning in the lecture’s maze" });
    this.clock = this.figure.getByText(/^Episode/);
    this.openThis = this.figure.getByRole("link", { name: "Open this in the lab" });
    this.presets = page.getByRole("region", { name: "Presets and chapters" });
    this.search = this.presets.getByRole("searchbox", { name: "Search" });
    this.count = this.presets.getByRole("status");
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`./${query}`);
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole("link", typeof name === "string" ? { name, exact: true } : { name });
  }

  /** Presets and chapters that are listed, by their titles. */
  listed(): Promise<string[]> {
    return this.presets.getByRole("listitem").getByRole("link").allTextContents();
  }

  /** The steps that the run has made. */
  async steps(): Promise<number> {
    return Number((await this.clock.textContent())?.match(/step ([\d,]+)/)?.[1].replace(",", ""));
  }

  /** The run makes steps. */
  async moves(): Promise<void> {
    const before = await this.steps();
    await expect.poll(() => this.steps()).toBeGreaterThan(before);
  }

  /** The table's fingerprint where the run stands still. */
  async fingerprint(): Promise<string> {
    const html = this.page.locator("html");
    await expect(html).toHaveAttribute("data-fingerprint", /^[0-9a-f]{16}$/);
    return String(await html.getAttribute("data-fingerprint"));
  }
}
