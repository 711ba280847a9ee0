import "./node-version.mjs";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./install.mjs";
import { precachedFiles } from "./offline/service-worker.mjs";

/** The most that a browser may have to load, in kB (1000 bytes) after gzip. */
const LIMITS = { home: 85, lab: 140, css: 29, worker: 40, networks: 182, wasm: 150, offline: 4000 };

/** Names that only TensorFlow.js has, and that survive minifying: of its core, of WebGPU, of WebAssembly. */
const TFJS = { core: "registerBackend", webgpu: "WEBGPU_DEFERRED_SUBMIT", wasm: "WASM_HAS_SIMD_SUPPORT" };
/** The same of our own WebGPU kernels. */
const KERNELS = "storageBarrier";

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

const targetsOf = (script, pattern) =>
  [...text.get(script).matchAll(pattern)].map(([, target]) =>
    path.posix.join(path.posix.dirname(script), target),
  );

/** What a script imports before it can start. Dynamic imports are not among these. */
function importsOf(script) {
  // The builder writes `import{a}from"./b.js"`, `import"./b.js"` and `export{a}from"./b.js"`.
  return targetsOf(script, /(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g);
}

/** What a script may import later. */
function importsLater(script) {
  return targetsOf(script, /\bimport\(\s*["'`](\.[^"'`]+\.js)["'`]/g);
}

/** These scripts and all that they import, directly or not; with `later`, also what they may import later. */
function withImports(scripts, later = false) {
  const found = new Set(scripts);
  for (const script of found) {
    for (const name of importsOf(script)) found.add(name);
    if (later) for (const name of importsLater(script)) found.add(name);
  }
  return [...found];
}

/** Addresses that stand in strings and are never loaded: names of languages, and React’s error messages. */
const NEVER_LOADED = new Set(["http://www.w3.org", "https://json-schema.org", "https://react.dev"]);
/** The same for the comments and error messages of TensorFlow.js, which the page itself never holds. */
const NEVER_LOADED_BY_TFJS = new Set([
  "http://www.apache.org",
  "https://emscripten.org",
  "https://en.wikipedia.org",
  "https://github.com",
  "https://www.shadertoy.com",
]);

const entries = [
  ...text.get("index.html").matchAll(/<(?:script|link)[^>]+(?:src|href)="\.\/([^"]+\.js)"/g),
].map(([, name]) => name);
/** The entry only finds out which of these the address asks for, and fetches it. */
const startOf = (view) => withImports([...entries, ...names.filter((name) => view.test(name))]);
const home = startOf(/(^|\/)start-home-[^/]*\.js$/);
const lab = startOf(/(^|\/)start-lab-[^/]*\.js$/);
const workerFiles = names.filter((name) => /(^|\/)worker-[^/]*\.js$/.test(name));
const workers = withImports(workerFiles);
const css = names.filter((name) => name.endsWith(".css"));
const page = withImports(entries, true);

/** All that training on a GPU and, where there is none, with WebAssembly loads beside the algorithm. */
const later = withImports(workerFiles, true).filter((name) => !workers.includes(name));
const holding = (mark) => later.filter((name) => text.get(name).includes(mark));
const networks = withImports([TFJS.webgpu, TFJS.wasm, KERNELS].flatMap(holding)).filter(
  (name) => !workers.includes(name),
);
const wasm = readdirSync(path.join(dist, "assets")).filter((name) => /simd.*\.wasm$/.test(name));
for (const name of wasm) text.set(name, readFileSync(path.join(dist, "assets", name)));

const problems = [];
const row = (what, list, limit) => total(what, kilobytes(list), list, limit);
function total(what, size, list, limit) {
  if (size > limit) problems.push(`${what} is ${size.toFixed(1)} kB, more than ${limit} kB.`);
  console.log(
    `${what.padEnd(36)} ${size.toFixed(1).padStart(7)} kB of ${String(limit).padStart(4)}   ${list.length} files`,
  );
}
row("Landing page: scripts to its start", home, LIMITS.home);
row("Lab: scripts to its start", lab, LIMITS.lab);
row("Worker and what it imports", workers, LIMITS.worker);
row("Style sheets (without fonts)", css, LIMITS.css);
row("Networks: WebGPU and WebAssembly", networks, LIMITS.networks);
row("The WebAssembly file (SIMD)", wasm, LIMITS.wasm);
wasm.forEach((name) => text.delete(name));
const offline = precachedFiles(dist);
const kept = offline.reduce((sum, name) => {
  const bytes = readFileSync(path.join(dist, name));
  return sum + Math.min(bytes.length, gzipSync(bytes).length) / 1000;
}, 0);
total("All that is kept for use offline", kept, offline, LIMITS.offline);

for (const [list, what] of [
  [entries, "an entry script"],
  [home.filter((name) => !entries.includes(name)), "the start of the landing page"],
  [lab.filter((name) => !entries.includes(name)), "the start of the lab"],
  [workers, "the worker"],
  [css, "a style sheet"],
  [holding(TFJS.core), "TensorFlow.js"],
  [holding(TFJS.webgpu), "its WebGPU backend"],
  [holding(TFJS.wasm), "its WebAssembly backend"],
  [wasm, "the WebAssembly file"],
  [names.filter((name) => name === "sw.js"), "the service worker"],
]) {
  if (list.length === 0) problems.push(`${what} was not found in dist/.`);
}
for (const name of [...page, ...workers]) {
  if (Object.values(TFJS).some((mark) => text.get(name).includes(mark)))
    problems.push(`${name}, of the page or the worker's start, contains TensorFlow.js.`);
}
for (const name of names.filter((script) => script.endsWith(".js"))) {
  if (importsOf(name).some((target) => workerFiles.includes(target))) {
    problems.push(`${name} imports the worker's own file, which WebKit would then run twice.`);
  }
}
for (const [name, content] of text) {
  const origins = content.match(/\bhttps?:\/\/[a-z0-9.-]+/gi) ?? [];
  for (const origin of new Set(origins)) {
    const isNamedOnly = later.includes(name) && NEVER_LOADED_BY_TFJS.has(origin.toLowerCase());
    if (!NEVER_LOADED.has(origin) && !isNamedOnly) problems.push(`${name} names another origin: ${origin}`);
  }
}
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
