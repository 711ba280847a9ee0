import "./node-version.mjs";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./install.mjs";

/** The most that a browser may have to load, in kB (1000 bytes) after gzip. */
const LIMITS = { entry: 130, css: 20, worker: 40 };

const dist = path.join(root, "dist");
if (!existsSync(path.join(dist, "index.html"))) {
  console.error("There is no dist/index.html: run `npm run build` first.");
  process.exit(1);
}
const names = readdirSync(dist, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.(js|css|html|json|webmanifest|svg)$/.test(name));
const text = new Map(names.map((name) => [name, readFileSync(path.join(dist, name), "utf8")]));
const kilobytes = (list) => list.reduce((sum, name) => sum + gzipSync(text.get(name)).length / 1000, 0);

/** What a script imports before it can start. Dynamic imports are not among these. */
function importsOf(script) {
  // The builder writes `import{a}from"./b.js"`, `import"./b.js"` and `export{a}from"./b.js"`.
  return [...text.get(script).matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)].map(([, target]) =>
    path.posix.join(path.posix.dirname(script), target),
  );
}

/** These scripts and all that they import, directly or not. */
function withImports(scripts) {
  const found = new Set(scripts);
  for (const script of found) importsOf(script).forEach((name) => found.add(name));
  return [...found];
}

/** Addresses that stand in strings and are never loaded: names of languages, and React’s error messages. */
const NEVER_LOADED = new Set(["http://www.w3.org", "https://json-schema.org", "https://react.dev"]);

const entries = [
  ...text.get("index.html").matchAll(/<(?:script|link)[^>]+(?:src|href)="\.\/([^"]+\.js)"/g),
].map(([, name]) => name);
const entry = withImports(entries);
const workerFiles = names.filter((name) => /(^|\/)worker-[^/]*\.js$/.test(name));
const workers = withImports(workerFiles);
const css = names.filter((name) => name.endsWith(".css"));

const problems = [];
const row = (what, list, limit) => {
  const size = kilobytes(list);
  if (size > limit) problems.push(`${what} is ${size.toFixed(1)} kB, more than ${limit} kB.`);
  console.log(
    `${what.padEnd(36)} ${size.toFixed(1).padStart(7)} kB of ${String(limit).padStart(3)}   ${list.length} files`,
  );
};
row("Entry scripts and what they import", entry, LIMITS.entry);
row("Worker and what it imports", workers, LIMITS.worker);
row("Style sheets (without fonts)", css, LIMITS.css);

for (const [list, what] of [
  [entries, "an entry script"],
  [workers, "the worker"],
  [css, "a style sheet"],
]) {
  if (list.length === 0) problems.push(`${what} was not found in dist/.`);
}
for (const name of entry) {
  if (/tensorflow|tfjs/i.test(text.get(name)))
    problems.push(`${name}, loaded at the start, contains TensorFlow.js.`);
}
for (const name of names.filter((script) => script.endsWith(".js"))) {
  if (importsOf(name).some((target) => workerFiles.includes(target))) {
    problems.push(`${name} imports the worker's own file, which WebKit would then run twice.`);
  }
}
for (const [name, content] of text) {
  const origins = content.match(/\bhttps?:\/\/[a-z0-9.-]+/gi) ?? [];
  for (const origin of new Set(origins)) {
    if (!NEVER_LOADED.has(origin)) problems.push(`${name} names another origin: ${origin}`);
  }
}
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
