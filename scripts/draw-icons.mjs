import "./node-version.mjs";
import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, findBrowser } from "./find-browser.mjs";
import { root } from "./install.mjs";

/*
 * Draws public/icons/*.png from src/ui/icon.svg, with Chromium: `node scripts/draw-icons.mjs`. They are committed, as the
 * icon hardly ever changes.
 */

const FOLDER = path.join(root, "public/icons");

/** Side in pixels, the part of it that the drawing takes, and what is around it. Phones cut a maskable icon to their shape. */
const ICONS = {
  "icon-192.png": { side: 192, share: 1, around: "transparent" },
  "icon-512.png": { side: 512, share: 1, around: "transparent" },
  "maskable-512.png": { side: 512, share: 0.8, around: "#1f4e79" },
  "apple-touch-icon.png": { side: 180, share: 0.9, around: "#1f4e79" },
};

const svg = readFileSync(path.join(root, "src/ui/icon.svg"), "utf8");
const executablePath = await findBrowser();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) });
for (const [name, { side, share, around }] of Object.entries(ICONS)) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const inner = side * share;
  await page.setContent(
    `<style>body { margin: 0; display: grid; place-items: center; height: ${side}px; background: ${around} }
     svg { width: ${inner}px; height: ${inner}px }</style>${svg}`,
  );
  await page.screenshot({ path: path.join(FOLDER, name), omitBackground: true });
  await page.close();
}
await browser.close();
