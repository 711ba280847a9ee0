import type { Locator } from "@playwright/test";
import { contrast } from "../src/plots/colour";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

/** A computed colour of an element. */
function colourOf(
  element: Locator,
  property: "color" | "background-color" | "outline-color" | "fill" | "stroke",
) {
  return element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
}

test("in the colours of the system, what is chosen, focused or drawn stands out, whatever the page's theme", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "light" });
  const lab = new LabPage(page);
  await lab.open("#cliff-walking?at=3000");
  await lab.theme("Light");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    const atLeast = (least: number, what: string, a: string, b: string) =>
      expect.soft(contrast(a, b), `${colorScheme}: ${what}, ${a} on ${b}`).toBeGreaterThanOrEqual(least);
    const paper = await colourOf(page.locator("html"), "background-color");

    const [chosen, other] = [lab.charts.getByRole("button", { name: "Return" }), lab.button("Error")];
    const filled = await colourOf(chosen, "background-color");
    await expect(other).toHaveCSS("background-color", /, 0\)$/); // the paper shows through
    atLeast(3, "the chosen chart beside others", filled, paper);
    atLeast(4.5, "its name", await colourOf(chosen, "color"), filled);

    await lab.button("Step").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await expect(lab.button("Step")).toBeFocused();
    await expect(lab.button("Step")).toHaveCSS("outline-style", "solid");
    atLeast(3, "the focus ring", await colourOf(lab.button("Step"), "outline-color"), paper);

    // What keeps its own colours has its own paper, and both fit the system's.
    const chart = lab.charts.getByRole("figure");
    const under = await colourOf(chart, "background-color");
    expect.soft(contrast(under, paper), `${colorScheme}: ${under} beside ${paper}`).toBeLessThan(1.5);
    for (const text of await chart.locator("svg text").all()) {
      atLeast(4.5, "a word in the chart", await colourOf(text, "fill"), under);
    }
    atLeast(3, "the line", await colourOf(chart.locator("svg .smooth").first(), "stroke"), under);
    const figure = lab.figure.locator(".grid-figure");
    atLeast(
      7,
      "ink in the figure",
      await colourOf(figure, "color"),
      await colourOf(figure, "background-color"),
    );
  }
});
