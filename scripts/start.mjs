import "./node-version.mjs";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { ensureInstalled, npm, root } from "./install.mjs";
import { serve } from "./serve.mjs";

/** The newest change of a file or of anything inside a folder, in ms; 0 if there is none. */
function changed(name) {
  const place = path.join(root, name);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((child) => changed(path.join(name, child))));
}

ensureInstalled();
const sources = ["src", "public", "index.html", "vite.config.ts", "package-lock.json"];
if (changed("dist/index.html") <= Math.max(...sources.map(changed))) {
  console.log("Building …");
  if (npm(["run", "build", "--silent"], ["ignore", "ignore", "inherit"]) !== 0) {
    console.error("The build failed; the lines above say where.");
    process.exit(1);
  }
}
const { url } = await serve({ directory: path.join(root, "dist") });
console.log(`Bellman is at ${url} (Ctrl+C stops it)`);
