import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./install.mjs";

const CACHE = path.join(root, ".cache/chromium");
const MINUTE = 60_000;

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => path.join(folder, "Google/Chrome/Application/chrome.exe")),
];

/** What a Chromium under test is started with: no sandbox (containers have none) and no traffic of its own. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Playwright's own Chromium, which `playwright install chromium` puts here. */
async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** Programs that may be a Chromium, the surest first. */
async function candidates() {
  const { CHROME_PATH, CHROMIUM } = process.env;
  const known = existsSync(CACHE) ? readFileSync(CACHE, "utf8") : undefined;
  return [CHROME_PATH, CHROMIUM, known, ...USUAL, await playwrightsOwn()].filter(
    (file) => file && isProgram(file),
  );
}

/** The path of a Chromium on this machine, or undefined. Installs nothing and starts nothing. */
export async function findBrowser() {
  return (await candidates())[0];
}

/** True if this program starts, headless, as a browser under test. */
async function starts(executablePath) {
  const { chromium } = await import("@playwright/test");
  try {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS, timeout: MINUTE });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function firstThatStarts() {
  for (const file of await candidates()) if (await starts(file)) return file;
  return undefined;
}

const run = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], timeout: 10 * MINUTE }).status === 0;

const WAYS_TO_INSTALL = [
  () => run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]),
  () =>
    existsSync("/etc/debian_version") &&
    process.getuid?.() === 0 &&
    run("apt-get", ["update"]) &&
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]),
];

/** The path of a Chromium that starts; installs one if there is none. Throws if that fails. Remembers the answer. */
export async function ensureBrowser() {
  let found = await firstThatStarts();
  for (const install of WAYS_TO_INSTALL) {
    if (found) break;
    console.error("There is no Chromium here that starts; installing one …");
    install();
    found = await firstThatStarts();
  }
  if (!found) {
    throw new Error(
      "No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROME_PATH.",
    );
  }
  mkdirSync(path.dirname(CACHE), { recursive: true });
  writeFileSync(CACHE, found);
  return found;
}
