import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { chromium } from "@playwright/test";
import { launch as launchFirefox } from "puppeteer-core";
import { CHROMIUM_ARGS, findBrowser } from "../../scripts/find-browser.mjs";

/** The little that a check in several browser engines needs of each. */
export interface Driver {
  version: string;
  goto(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page. */
  evaluate(expression: string): Promise<unknown>;
  pressArrowRight(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an engine; null if it is not installed. */
export const engines: Record<string, () => Promise<Driver | null>> = {
  Chromium: openChromium,
  Firefox: openFirefox,
  WebKit: openWebKit,
};

async function openChromium(): Promise<Driver | null> {
  const executablePath = await findBrowser();
  if (!executablePath) return null;
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const page = await browser.newPage();
  return {
    version: browser.version(),
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    pressArrowRight: () => page.keyboard.press("ArrowRight"),
    close: () => browser.close(),
  };
}

/** Firefox, through WebDriver BiDi. */
async function openFirefox(): Promise<Driver | null> {
  const executablePath = [
    process.env.FIREFOX ?? "",
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
  ].find((file) => existsSync(file));
  if (!executablePath) return null;
  const browser = await launchFirefox({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  return {
    version: await browser.version(),
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    pressArrowRight: () => page.keyboard.press("ArrowRight"),
    close: () => browser.close(),
  };
}

/** WebKitGTK's small browser, through W3C WebDriver. It has no headless mode, so it gets a display of its own. */
async function openWebKit(): Promise<Driver | null> {
  const binary = findMiniBrowser();
  const programs = ["/usr/bin/WebKitWebDriver", "/usr/bin/xvfb-run"];
  if (!binary || !programs.every((program) => existsSync(program))) return null;
  const port = await freePort();
  const driver = spawn("xvfb-run", ["--auto-servernum", "WebKitWebDriver", `--port=${port}`], {
    stdio: "ignore",
    detached: true, // a process group, so that the display goes when the driver goes
  });
  const stop = () => driver.pid !== undefined && process.kill(-driver.pid);
  try {
    const root = `http://127.0.0.1:${port}/session`;
    const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
    await untilItListens(port);
    const session = (await call("POST", root, { capabilities: { alwaysMatch: options } })) as {
      sessionId: string;
      capabilities: { browserVersion: string };
    };
    const here = `${root}/${session.sessionId}`;
    const right = [
      { type: "keyDown", value: "\uE014" },
      { type: "keyUp", value: "\uE014" },
    ];
    return {
      version: `WebKitGTK/${session.capabilities.browserVersion}`,
      goto: async (url) => void (await call("POST", `${here}/url`, { url })),
      evaluate: (expression) =>
        call("POST", `${here}/execute/sync`, { script: `return ${expression}`, args: [] }),
      pressArrowRight: async () =>
        void (await call("POST", `${here}/actions`, {
          actions: [{ type: "key", id: "keys", actions: right }],
        })),
      close: async () => {
        await call("DELETE", here);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** /usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser or the like. */
function findMiniBrowser(): string | undefined {
  const inside = (folder: string, pattern: RegExp) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => pattern.test(name))
          .map((name) => path.join(folder, name))
      : [];
  return inside("/usr/lib", /linux-gnu/)
    .flatMap((folder) => inside(folder, /^webkit.*gtk/))
    .map((folder) => path.join(folder, "MiniBrowser"))
    .find((file) => existsSync(file));
}

/** One WebDriver command. Throws with what the driver says. */
async function call(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebDriver: ${JSON.stringify(value)}`);
  return value;
}

async function untilItListens(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("WebKitWebDriver did not start.");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
