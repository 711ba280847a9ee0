import { expect, type Page } from "@playwright/test";

/** The lecture hall: the window with the slides, and the speaker's. */
export class Hall {
  constructor(readonly page: Page) {}

  /** Opens a step, counted from 1, as a slide, and waits until its experiment is there. */
  async open(id: string, step = 1): Promise<void> {
    await this.page.goto("about:blank");
    await this.page.goto(`./?lesson=${id}&step=${step}&present=1`);
    await expect(this.slide).toHaveAttribute("data-spot", `${id} ${step} open`, { timeout: 20_000 });
    await this.rests();
  }

  get slide() {
    return this.page.locator("article");
  }

  get heading() {
    return this.slide.getByRole("heading", { level: 1 });
  }

  get main() {
    return this.page.getByRole("main", { name: "Presentation" });
  }

  /** The fingerprint of the run once it stands still. */
  async rests(): Promise<string> {
    const html = this.page.locator("html");
    await expect(html).toHaveAttribute("data-fingerprint", /^[0-9a-f]{16}$/, { timeout: 30_000 });
    return String(await html.getAttribute("data-fingerprint"));
  }

  /** What is shown: chapter, step and stage. */
  async spot(): Promise<string> {
    return String(await this.slide.getAttribute("data-spot"));
  }

  async shows(spot: string | RegExp): Promise<void> {
    await expect(this.slide).toHaveAttribute("data-spot", spot, { timeout: 20_000 });
  }

  /** Presses the clicker's button until something else is shown; gives that. */
  async press(key: "PageDown" | "PageUp"): Promise<string> {
    const before = await this.spot();
    await this.page.keyboard.press(key);
    await expect(this.slide).not.toHaveAttribute("data-spot", before, { timeout: 20_000 });
    return this.spot();
  }

  /** Writes down every spot from now on, also those that a run which ends leaves at once. Gives how to read them. */
  async record(): Promise<() => Promise<string[]>> {
    const list = await this.page.evaluateHandle(() => {
      const spots: string[] = [];
      const read = () => {
        const spot = document.querySelector("article")?.dataset.spot;
        if (spot !== undefined && spot !== spots.at(-1)) spots.push(spot);
      };
      new MutationObserver(read).observe(document.body, {
        subtree: true,
        childList: true,
        attributeFilter: ["data-spot"],
      });
      read();
      return spots;
    });
    return () => list.jsonValue();
  }

  /** Opens the speaker's window by its key. */
  async speaker(): Promise<Speaker> {
    const opening = this.page.waitForEvent("popup");
    await this.page.keyboard.press("s");
    const speaker = new Speaker(await opening);
    await speaker.agrees(this);
    return speaker;
  }
}

export class Speaker {
  constructor(readonly page: Page) {}

  get notes() {
    return this.page.locator("[data-spot]");
  }

  async shows(spot: string | RegExp): Promise<void> {
    await expect(this.notes).toHaveAttribute("data-spot", spot, { timeout: 20_000 });
  }

  /** Waits until both windows show the same: a run that ends meanwhile moves both. */
  async agrees(hall: Hall): Promise<void> {
    const both = async () => [
      await hall.spot(),
      await this.notes.getAttribute("data-spot", { timeout: 20_000 }),
    ];
    await expect
      .poll(
        async () => {
          const [first, second] = await both();
          return first === second;
        },
        { timeout: 20_000, intervals: [20, 50, 100] },
      )
      .toBe(true);
  }

  button(name: string | RegExp) {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }
}
