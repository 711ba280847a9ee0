import type { Page } from "@playwright/test";
import { presetById } from "../src/scenario/presets";
import { linkTo, openLab, type Site } from "./browser";
import { median, quantile, type Figure } from "./report";

const TICKS = 10_000_000;
const SEEKS = 20;

/** How long it takes to open a link to a place far inside a run, and to go from there to other places of the run. */
export async function measureTimeTravel(site: Site): Promise<Figure[]> {
  const scenario = {
    v: 1,
    env: presetById("cliff-walking")?.scenario.env,
    algo: { id: "q-learning", params: { alpha: 0.5, epsilon: 0.1, gamma: 1 } },
    view: { at: { tick: TICKS, phase: 0 } },
  };
  const begun = performance.now();
  const page = await openLab(site, linkTo(scenario));
  const opening = performance.now() - begun;
  const times: number[] = [];
  await seek(page, TICKS / 2);
  for (let i = 1; i <= SEEKS; i++) {
    // Multiples of the golden ratio fall evenly, and as if at random.
    times.push(await seek(page, Math.floor(TICKS * ((i * 0.618034) % 1))));
  }
  const middle = await seek(page, TICKS / 2);
  await page.context().close();
  return [
    { name: "opening a link at step 10 M", value: opening, unit: "ms", better: "less" },
    { name: "going to the middle of 10 M steps", value: middle, unit: "ms", better: "less" },
    {
      name: `going to ${SEEKS} places of 10 M steps: median`,
      value: median(times),
      unit: "ms",
      better: "less",
    },
    { name: "the slowest of them", value: quantile(times, 1), unit: "ms", better: "less" },
  ];
}

/** From the movement of the scrubber until its place is on screen. */
function seek(page: Page, tick: number): Promise<number> {
  return page.evaluate((to) => {
    const scrubber = document.querySelector<HTMLInputElement>('[aria-label="Position in the run"]');
    const clock = [...document.querySelectorAll('[aria-label="Run the experiment"] p')].find((p) =>
      / steps?$/.test(p.textContent ?? ""),
    );
    if (!scrubber || !clock) throw new Error("There is no scrubber or no clock on the page.");
    const shown = `· ${to.toLocaleString("en")} step`;
    return new Promise<number>((resolve) => {
      const begun = performance.now();
      const look = () => {
        const arrived = document.documentElement.dataset.fingerprint && clock.textContent?.includes(shown);
        if (arrived) resolve(performance.now() - begun);
        else requestAnimationFrame(look);
      };
      // As the browser does it: React listens for the event and compares with the value it set itself.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(scrubber, to);
      scrubber.dispatchEvent(new Event("input", { bubbles: true }));
      requestAnimationFrame(look);
    });
  }, tick);
}
