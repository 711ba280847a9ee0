import { expect, type Locator } from "@playwright/test";
import { Lecture } from "./lecture";

/** The challenges at the end of a chapter, as a person meets them. */
export class Challenge extends Lecture {
  /** Opens the end of a chapter and begins one of its challenges. */
  async begin(chapter: string, title: string): Promise<void> {
    await this.openStep(chapter, 99);
    await this.card(title).getByRole("button", { name: "Begin" }).click();
    await expect(this.heading).toHaveText(title);
    await this.rests();
  }

  /** The challenge in the list at the end of the chapter. */
  card(title: string): Locator {
    return this.chapter
      .getByRole("region", { name: "Challenges" })
      .getByRole("region", { name: title, exact: true });
  }

  /** A number of the folded settings. */
  async set(name: string, value: number): Promise<void> {
    const box = this.parameters.getByRole("textbox", { name, exact: true });
    if (!(await box.isVisible())) {
      await this.parameters.getByRole("button", { name: /^All settings/ }).click();
    }
    await box.fill(String(value));
    await box.press("Enter");
    await this.rests();
  }

  async check(): Promise<void> {
    await this.chapter.getByRole("button", { name: "Check", exact: true }).click();
  }

  /** What is said of the challenge on screen. */
  get says(): Locator {
    return this.chapter.getByRole("region", { name: "What the simulator says" });
  }

  /** The link of an answer that passed. */
  handInLink(): Promise<string> {
    return this.chapter.getByRole("textbox", { name: /^Hand-in link/ }).inputValue();
  }

  /** Opens a hand-in link and waits for what is said in the end: where it trains networks, that takes a while. */
  async openLink(link: string, timeout = 30_000): Promise<void> {
    await this.page.goto("about:blank");
    await this.page.goto(link);
    await expect(this.says.getByText(/^(Verified|Not verified)\.$/)).toBeVisible({ timeout });
  }
}
