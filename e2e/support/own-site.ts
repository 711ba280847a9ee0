import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";
import { writeServiceWorker } from "../../scripts/offline/service-worker.mjs";
import { expect, test as base } from "./fixtures";

export { expect };

const BUILT = process.env.SITE ?? "dist";

/** A copy of the built site with a server of its own, which can be stopped and can get another version. */
export interface OwnSite {
  url: string;
  /** From now on nothing answers. */
  stop(): void;
  /** Puts another version in the place of the present one: same behaviour, and not one script has the same name. */
  publishNext(): Promise<void>;
}

/** Tests in which the service worker is at work. */
export const test = base.extend<{ site: OwnSite }>({
  serviceWorkers: "allow",

  site: async ({}, provide) => {
    const directory = mkdtempSync(path.join(tmpdir(), "bellman-site-"));
    cpSync(BUILT, directory, { recursive: true });
    const { url, close } = await serve({ directory, base: "/some/sub/path/" });
    await provide({ url, stop: close, publishNext: () => renameScripts(directory) });
    close();
    rmSync(directory, { recursive: true });
  },

  baseURL: async ({ site }, provide) => provide(site.url),
});

/** There in the next version of the page, and not in that which was built. */
export function isNext(page: Page): Locator {
  return page.locator("meta[name=version]");
}

async function renameScripts(directory: string): Promise<void> {
  const assets = path.join(directory, "assets");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const anyScript = /[\w-]+\.js\b/g;
  const known = new Set(scripts);
  const renamed = (name: string) => (known.has(name) ? name.replace(/\.js$/, "-next.js") : name);
  for (const name of scripts) {
    const content = readFileSync(path.join(assets, name), "utf8").replace(anyScript, renamed);
    writeFileSync(path.join(assets, renamed(name)), content);
    rmSync(path.join(assets, name));
  }
  const page = path.join(directory, "index.html");
  const html = readFileSync(page, "utf8")
    .replace(anyScript, renamed)
    .replace("</head>", '<meta name="version" content="next" /></head>');
  writeFileSync(page, html);
  await writeServiceWorker(directory);
}
