import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findBrowser } from "./scripts/find-browser.mjs";

/** What repeats in another size or another place what a quicker test has shown: with LONG=1 only. */
const leftOut = process.env.LONG ? /@phone-only/ : /@phone-only|@long/;

const executablePath = await findBrowser();

/** The built site under a sub-path, as a university's web server might host it. The server picks a free port. */
const BASE = "/some/sub/path/";

/** The folder of the built site. */
const DIRECTORY = process.env.SITE ?? "dist";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  reporter: [["line"], ["json", { outputFile: ".cache/e2e.json" }]],
  webServer: {
    command: `node scripts/serve.mjs --base ${BASE} --directory ${DIRECTORY}`,
    wait: { stdout: /127\.0\.0\.1:(?<SITE_PORT>\d+)/ },
  },
  use: {
    baseURL: `http://127.0.0.1:${process.env.SITE_PORT}${BASE}`,
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) },
    // Or every test would fetch the whole site; e2e/offline.spec.ts has it.
    serviceWorkers: "block",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 720 } }, grepInvert: leftOut },
    {
      name: "phone",
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
      grep: /@phone/,
    },
  ],
});
