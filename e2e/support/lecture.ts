import { expect, type Locator, type Page } from "@playwright/test";
import { LabPage } from "./lab-page";

/** The lecture beside the lab, as a person meets it. */
export class Lecture extends LabPage {
  readonly chapter: Locator;

  constructor(page: Page) {
    super(page);
    this.chapter = page.getByRole("article", { name: /^Chapter \d+:/ });
  }

  /** Opens the address of a step (counted from 1) and waits until its experiment is there. */
  async openStep(id: string, step = 1): Promise<void> {
    await this.open(`?lesson=${id}&step=${step}`);
    await expect(this.chapter).toBeVisible();
  }

  get heading(): Locator {
    return this.chapter.getByRole("heading", { level: 2 });
  }

  get question(): Locator {
    return this.chapter.getByRole("region", { name: "A question" });
  }

  /** The first button of the steps that leads onwards: to the next step, or to the next chapter. */
  get next(): Locator {
    return this.chapter.getByRole("navigation").getByRole("button", { name: /^Next/ });
  }

  /** What an option says, counted from 0. */
  async optionText(option: number): Promise<string> {
    return (await this.question.locator("label").nth(option).textContent()) ?? "";
  }

  /** Chooses an option, counted from 0, and has the run answer. */
  async predict(option: number): Promise<void> {
    await this.question.getByRole("radio").nth(option).check();
    await this.question.getByRole("button", { name: "Run it and see" }).click();
  }

  get verdict(): Locator {
    return this.question.getByText(/^(Yes|No): the run shows/);
  }
}
