import { newPage, type Site } from "./browser";
import { median, type Figure } from "./report";

const VISITS = 5;
const SLOWDOWN = 4;

/** What is waited for: an element with such a text. */
interface Awaited {
  selector: string;
  text: string;
}

/** Values in the figure. */
const DRAWN: Awaited = { selector: ".grid-figure-drawing .numbers text", text: "." };
/** The clock of the landing page's run goes. */
const MOVING: Awaited = { selector: "main section p", text: "^Episode .* step [1-9]" };

/** From an empty browser to the first figure, its main thread slowed down to that of a cheap phone. */
export async function measureFirstVisit(site: Site): Promise<Figure[]> {
  const lab = await visits(site, "?lab", DRAWN);
  const home = await visits(site, "", MOVING);
  const slowed = `with a ${SLOWDOWN} times slower processor`;
  const figure = (name: string, value: number, aim: number): Figure => {
    return { name: `first visit ${slowed}: ${name}`, value, unit: "ms", better: "less", aim };
  };
  return [
    figure("something on screen", lab.paint, 1800),
    figure("figure with values", lab.there, 3000),
    figure("landing page, text on screen", home.paint, 1800),
    figure("landing page, its run moves", home.there, 3000),
  ];
}

/** Medians of several visits: until the first paint, and until what is waited for is painted. */
async function visits(
  site: Site,
  query: string,
  awaited: Awaited,
): Promise<{ paint: number; there: number }> {
  const there: number[] = [];
  const paint: number[] = [];
  for (let i = 0; i < VISITS; i++) {
    const page = await newPage(site.browser);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    await page.addInitScript(whenThere, awaited);
    await page.goto(site.url + query);
    const seen = await page.evaluate(
      () => (globalThis as unknown as { seen: Promise<{ there: number; paint: number }> }).seen,
    );
    there.push(seen.there);
    paint.push(seen.paint);
    await page.context().close();
  }
  return { paint: median(paint), there: median(there) };
}

/** Runs in the page before its own scripts: waits for an element, and for it to be painted. */
function whenThere({ selector, text }: Awaited): void {
  const isThere = () =>
    [...document.querySelectorAll(selector)].some((node) => new RegExp(text).test(node.textContent ?? ""));
  const seen = new Promise<{ there: number; paint: number }>((resolve) => {
    const look = () => {
      if (!isThere()) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
        resolve({ there: performance.now(), paint });
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  Object.assign(globalThis, { seen });
}
