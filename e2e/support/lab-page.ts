import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** The page itself, or a frame that shows it. */
type Scope = Pick<Page | FrameLocator, "getByRole" | "getByLabel" | "getByText" | "locator">;

/** The lab as a person meets it: by role and visible word. Rows and columns count from 1, as cells are named. */
export class LabPage {
  readonly figure: Locator;
  readonly transport: Locator;
  readonly parameters: Locator;
  readonly charts: Locator;
  readonly equation: Locator;
  readonly pseudoCode: Locator;
  readonly messages: Locator;
  readonly dialog: Locator;
  readonly grid: Locator;
  readonly clock: Locator;
  readonly scrubber: Locator;

  constructor(
    readonly page: Page,
    readonly scope: Scope = page,
  ) {
    this.figure = scope.getByRole("region", { name: "Figure" });
    this.transport = scope.getByRole("region", { name: "Run the experiment" });
    this.parameters = scope.getByRole("region", { name: "Algorithm and parameters" });
    this.charts = scope.getByRole("region", { name: "Charts" });
    this.equation = scope.getByRole("region", { name: /^(The update rule|Update|This step|Bellman|Now)/ });
    this.pseudoCode = scope.getByRole("region", { name: /line by line/ });
    this.messages = scope.getByRole("region", { name: "Messages" });
    this.dialog = scope.getByRole("dialog");
    this.grid = this.figure.getByRole("grid");
    this.clock = this.transport.getByText(
      /^(preparing|[\d,]+ (stage|sweep|episode)s? · .*(backup|step|update)s?( and improvements)?$)/,
    );
    this.scrubber = this.transport.getByRole("slider", { name: "Position in the run" });
  }

  /** Opens the page, with what follows the # of a link, and waits until the run is there. */
  async open(hash = ""): Promise<void> {
    await this.page.goto("about:blank"); // or only the fragment would change
    await this.page.goto(hash === "" ? "./?lab" : `./${hash}`);
    await this.rests();
  }

  /** The table's fingerprint; undefined while the run is on its way. */
  fingerprint(): Promise<string | undefined> {
    return this.scope.locator("html").evaluate((html: HTMLElement) => html.dataset.fingerprint);
  }

  /** Waits until the run stands still; gives the fingerprint. */
  async rests(timeout = 20_000): Promise<string> {
    await expect(this.scope.locator("html")).toHaveAttribute("data-fingerprint", /^[0-9a-f]{16}$/, {
      timeout,
    });
    return String(await this.fingerprint());
  }

  /** Does something that moves the run, waits for the clock to change, and gives the fingerprint there. */
  async moving(act: () => Promise<void>): Promise<string> {
    const before = await this.clock.textContent();
    await act();
    await expect(this.clock).not.toHaveText(before ?? "");
    return this.rests();
  }

  button(name: string | RegExp): Locator {
    return this.scope.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
  }

  step(): Promise<string> {
    return this.moving(() => this.button("Step").click());
  }

  /** One line of the algorithm, which the clock may know nothing of: by what is said of the line. */
  async stepLine(act = () => this.button("Step").click()): Promise<void> {
    const says = this.pseudoCode.getByRole("paragraph").first();
    const before = await says.textContent();
    await act();
    await expect(says).not.toHaveText(before ?? "");
  }

  back(): Promise<string> {
    return this.moving(() => this.button("Back").click());
  }

  async run(): Promise<void> {
    await this.button("Run").last().click();
  }

  /** Runs until the run ends by itself. */
  async runToEnd(): Promise<string> {
    await this.run();
    await expect(this.outcome).toHaveText(/\S/, { timeout: 30_000 });
    return this.rests();
  }

  /** Why the run stands still. */
  get outcome(): Locator {
    return this.transport.getByRole("status");
  }

  async stepSize(label: string): Promise<void> {
    await this.transport.getByRole("combobox", { name: "A step is" }).selectOption({ label });
  }

  /** How fast it runs: 0 (one step a second) to 41 (as fast as possible). */
  async speed(position: number | "max"): Promise<void> {
    const slider = this.transport.getByRole("slider", { name: "Speed" });
    await slider.fill(position === "max" ? String(await slider.getAttribute("max")) : String(position));
  }

  async stopAfter(kind: string, count?: number): Promise<void> {
    await this.transport.getByRole("combobox", { name: "Stop" }).selectOption({ label: kind });
    if (count === undefined) return;
    const box = this.transport.getByRole("textbox", { name: "Count to stop at" });
    await box.fill(String(count));
    await box.press("Enter");
  }

  async algorithm(label: string): Promise<void> {
    await this.parameters.getByRole("combobox", { name: "Algorithm" }).selectOption({ label });
  }

  cell(row: number, column: number): Locator {
    return this.grid.getByRole("gridcell", { name: new RegExp(`^row ${row}, column ${column}(,|$)`) });
  }

  /** Where on the page a cell lies; `right` and `down` from its middle, in parts of its side. */
  async pointIn(row: number, column: number, right = 0, down = 0): Promise<[x: number, y: number]> {
    const box = await this.cell(row, column).boundingBox();
    if (!box) throw new Error(`There is no cell in row ${row}, column ${column}.`);
    return [box.x + (0.5 + right) * box.width, box.y + (0.5 + down) * box.height];
  }

  /** The overlay of named cells lets the pointer through to the drawing, so the mouse goes where the cell is. */
  async clickCell(row: number, column: number, right = 0, down = 0): Promise<void> {
    await this.page.mouse.click(...(await this.pointIn(row, column, right, down)));
  }

  async drag(from: [row: number, column: number], to: [row: number, column: number]): Promise<void> {
    await this.page.mouse.move(...(await this.pointIn(...from)));
    await this.page.mouse.down();
    await this.page.mouse.move(...(await this.pointIn(...to)), { steps: 4 });
    await this.page.mouse.up();
  }

  /** A "row,column" for each lit outline on the drawing, which has no roles: it is decoration to a screen reader. */
  litCells(): Promise<string[]> {
    return this.figure.locator("svg g.lit").evaluateAll((marks) => {
      const places = marks.map((mark) => {
        const [x, y] = (mark.getAttribute("transform") ?? "").match(/-?[\d.]+/g) ?? [];
        return `${Number(y) / 100 + 1},${Number(x) / 100 + 1}`;
      });
      return places.toSorted();
    });
  }

  /** The number of the lit line of the pseudo-code, from 1. */
  async litLine(): Promise<number> {
    const lines = this.pseudoCode.getByRole("listitem");
    return lines.evaluateAll(
      (items) => items.findIndex((item) => item.getAttribute("aria-current") === "step") + 1,
    );
  }

  /** The numbers in the equation as they can be focused, each with the cell it comes from. */
  get numbers(): Locator {
    return this.equation.getByRole("toolbar").getByRole("button");
  }

  /** A number as it is drawn in the equation, to hover. */
  drawnNumber(text: string): Locator {
    return this.equation.locator(".katex-html [data-ref]").filter({ hasText: text });
  }

  async edit(tool?: string): Promise<void> {
    await this.button("Edit map").click();
    if (tool) await this.tool(tool).click();
  }

  tool(name: string): Locator {
    return this.editor.getByRole("group", { name: "Tools" }).getByRole("button", { name, exact: true });
  }

  get editor(): Locator {
    return this.figure.getByRole("region", { name: "Map editor" });
  }

  async doneEditing(): Promise<void> {
    await this.button("Done editing").click();
  }

  async fillBox(scope: Locator, name: string, value: number | string): Promise<void> {
    const box = scope.getByRole("textbox", { name, exact: true });
    await box.fill(String(value));
    await box.press("Enter");
  }

  /** The map as the text that the editor shows; the editor must be open. */
  async mapText(): Promise<string> {
    await this.editor.getByRole("button", { name: "As text" }).click();
    const text = await this.editor.getByRole("textbox", { name: /One line for each row/ }).inputValue();
    await this.editor.getByRole("button", { name: "Cancel" }).click();
    return text;
  }

  async useMapText(text: string): Promise<void> {
    await this.editor.getByRole("button", { name: "As text" }).click();
    await this.editor.getByRole("textbox", { name: /One line for each row/ }).fill(text);
    await this.editor.getByRole("button", { name: "Use this map" }).click();
  }

  async share(): Promise<void> {
    await this.button("Share").click();
    await expect(this.dialog).toBeVisible();
  }

  /** The link that the share dialog hands out. */
  async link(): Promise<string> {
    await this.share();
    const link = await this.dialog.getByRole("textbox", { name: /^Everything/ }).inputValue();
    await this.close();
    return link;
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  async openPreset(title: string): Promise<void> {
    await this.button(/^Presets/).click();
    await this.dialog.getByRole("link", { name: title, exact: true }).click();
    await this.rests();
  }

  /** Which experiment the page says it shows. */
  get title(): Locator {
    return this.button(/^Presets\. Now:/);
  }

  message(text: string | RegExp): Locator {
    return this.messages.getByText(text);
  }

  async theme(name: string): Promise<void> {
    await this.button("More").click();
    await this.scope.getByRole("radio", { name }).check();
    await this.page.keyboard.press("Escape");
  }

  async picture(name: string): Promise<void> {
    await this.figure
      .getByRole("group", { name: "Picture" })
      .getByRole("button", { name, exact: true })
      .click();
  }
}
