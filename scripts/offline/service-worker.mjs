import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { build } from "vite";

const SOURCE = path.resolve(import.meta.dirname, "../../src/offline/worker/sw.ts");

/** What no page asks for, or, as the digits, the page keeps itself. */
const LEFT_OUT = /^(digits\/.*\.bin|sw\.js|_headers|scenario\.schema\.json)$/;

/** The files of a built site that the service worker keeps from the first visit on: paths with slashes, sorted. */
export function precachedFiles(site) {
  const names = readdirSync(site, { recursive: true }).map((name) => String(name).replaceAll("\\", "/"));
  const files = names.filter((name) => statSync(path.join(site, name)).isFile() && !LEFT_OUT.test(name));
  files.sort((a, b) => (a < b ? -1 : 1));
  return files;
}

function integrityOf(file) {
  return `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
}

/**
 * Compiles the service worker of the site in this folder into its sw.js, with the list of its files. The page is listed
 * as "", as hosts forward from index.html to the folder, and a forwarded answer opens no page.
 */
export async function writeServiceWorker(site) {
  const listing = precachedFiles(site).map((name) => [
    name === "index.html" ? "" : name,
    integrityOf(path.join(site, name)),
  ]);
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    define: { FILES: JSON.stringify(Object.fromEntries(listing)) },
    build: {
      outDir: site,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: SOURCE, output: { format: "iife", entryFileNames: "sw.js" } },
    },
  });
}
