import { expect, type Locator } from "@playwright/test";
import { NetworkLab, SLOW } from "./network-lab";

/** A point on an image, from 0, 0 at the top left to 1, 1 at the bottom right. */
export type Point = readonly [x: number, y: number];

const STROKE: readonly (readonly Point[])[] = [
  [
    [0.3, 0.3],
    [0.7, 0.7],
  ],
];

/** The lab of the glimpse classifier. */
export class GlimpseLab extends NetworkLab {
  /** The image with the glimpses on it; its name says where each was and what was believed. */
  get image(): Locator {
    return this.figure.getByRole("img", { name: /^An image/ }).first();
  }

  /** The glimpses one by one; its name holds the answer. */
  get steps(): Locator {
    return this.figure.getByRole("img", { name: /^What the network made of it/ });
  }

  get hiddenState(): Locator {
    return this.figure.getByRole("img", { name: /^Hidden state/ });
  }

  /** What is told to screen readers about the newest glimpse. */
  get said(): Locator {
    return this.figure.getByRole("status").filter({ hasText: /^Glimpse/ });
  }

  tab(name: "Run" | "Your own" | "Test"): Promise<void> {
    return this.picture(name);
  }

  /** Which glimpse it has come to, from what the picture says of itself: 0 before the first. */
  async glimpsesTaken(): Promise<number> {
    const name = (await this.steps.getAttribute("aria-label")) ?? "";
    return [...name.matchAll(/Glimpse \d+ of/g)].length;
  }

  /** “✓ Answers 7 (98 %): right”, “So far 7 (62 %), 2 of 6 glimpses”. */
  async answer(): Promise<string> {
    const name = (await this.steps.getAttribute("aria-label")) ?? "";
    return /([✓✗] )?(Answers|So far|No glimpse)[^.]*/.exec(name)?.[0] ?? "";
  }

  /** The image on “Your own”, to draw on, drag or place glimpses on. */
  get surface(): Locator {
    return this.figure.getByRole("application");
  }

  /** What the pointer does on it. */
  async mode(name: "Draw" | "Move" | "Place the glimpses yourself"): Promise<void> {
    await this.figure
      .getByRole("group", { name: "On the image" })
      .getByRole("button", { name, exact: true })
      .click();
  }

  /** Where on the page a point of the image lies. */
  async pointOn([x, y]: Point): Promise<[x: number, y: number]> {
    await this.surface.scrollIntoViewIfNeeded();
    const box = await this.surface.boundingBox();
    if (!box) throw new Error("There is no image to draw on.");
    return [box.x + x * box.width, box.y + y * box.height];
  }

  /** Draws, or drags, along each stroke in turn. */
  async draw(strokes: readonly (readonly Point[])[]): Promise<void> {
    const { mouse } = this.page;
    for (const [first, ...rest] of strokes) {
      await mouse.move(...(await this.pointOn(first)));
      await mouse.down();
      for (const point of rest) await mouse.move(...(await this.pointOn(point)), { steps: 6 });
      await mouse.up();
    }
  }

  /** Draws a digit of one's own, and waits until all of its glimpses are there. */
  async drawOne(strokes: readonly (readonly Point[])[] = STROKE, glimpses = 6): Promise<void> {
    await this.tab("Your own");
    await this.draw(strokes);
    await expect.poll(() => this.glimpsesTaken()).toBe(glimpses);
  }

  /** What was missing comes now: tries again, and is rid of the sentence. */
  async tryAgain(files: string): Promise<void> {
    await this.page.context().unroute(files);
    await this.figure.getByRole("button", { name: "Try again" }).click();
    await this.rests();
    await expect(this.missing, "it is no longer so").toHaveCount(0);
  }

  /** Takes a held-out digit by its number, from 1, as the image. */
  async takeDigit(number = 1): Promise<void> {
    const take = this.button("Take a test digit");
    if (await take.isVisible()) await take.click();
    const box = this.figure.getByRole("textbox", { name: "Number of the test digit" });
    await expect(box).toBeVisible();
    await box.fill(String(number));
    await box.press("Enter");
    await expect(box).toHaveValue(String(number));
  }

  /** Tests the network on held-out digits; the error in %. */
  async evaluate(count: "200" | "1,000" | "all 10,000" = "200", gaze = "learned gaze"): Promise<number> {
    await this.tab("Test");
    await this.button(count).click();
    await this.figure.getByRole("combobox", { name: "Where it looks" }).selectOption({ label: gaze });
    await this.figure.getByRole("button", { name: "Test", exact: true }).last().click();
    await expect(this.figure.getByRole("progressbar", { name: "Digits tested" })).toHaveCount(0, {
      timeout: SLOW,
    });
    await expect(this.result).toBeVisible({ timeout: SLOW });
    const text = (await this.result.textContent()) ?? "";
    return Number(/Error ([\d.]+) %/.exec(text)?.[1] ?? NaN);
  }

  /** “Error 2.00 %, 95 % interval 0.78 to 5.03 %; 4 of 200 wrong”. */
  get result(): Locator {
    return this.figure.getByRole("status").filter({ hasText: "95 % interval" });
  }

  /** What is told of digits or weights that have not come, with the ways on. */
  get missing(): Locator {
    return this.figure.getByRole("group", { name: "What is missing" });
  }

  /** The card of the shipped weights. */
  get aboutWeights(): Locator {
    return this.figure.getByRole("group").filter({ hasText: "About these weights" });
  }

  /** Which picture of a test is shown. */
  async pictureOfTest(name: "Confusion matrix" | "Mistakes" | "Where it looks"): Promise<void> {
    await this.figure
      .getByRole("group", { name: "Picture of the test" })
      .getByRole("button", { name, exact: true })
      .click();
  }
}
