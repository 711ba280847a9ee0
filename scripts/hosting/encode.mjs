import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXT = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"]);
const TOO_SHORT = 512; // bytes: compressed, they would hardly be fewer

const [brotli, deflate] = [promisify(brotliCompress), promisify(gzip)];
/** As hard as hosts work on what they compress once, not as hard as possible. */
const ENCODERS = {
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes) => deflate(bytes),
};

/** Compressed contents, by encoding, file and time of its last change. */
const kept = new Map();

/** The best encoding that a browser's accept-encoding header names; undefined if none, or if it would not pay. */
function encodingFor(file, size, accepted = "") {
  if (!TEXT.has(path.extname(file)) || size < TOO_SHORT) return undefined;
  const names = accepted
    .split(",")
    .map((part) => part.trim().split(";"))
    .filter(([, quality]) => !/^\s*q=0(\.0*)?$/.test(quality ?? ""));
  return Object.keys(ENCODERS).find((encoding) => names.some(([name]) => name === encoding));
}

/** The bytes of a file as they are to be sent, with the headers that say how they are encoded. */
export async function encoded(file, accepted) {
  const { size, mtimeMs } = await stat(file);
  const encoding = encodingFor(file, size, accepted);
  const vary = TEXT.has(path.extname(file)) ? { vary: "accept-encoding" } : {};
  if (!encoding) return { bytes: await readFile(file), headers: vary };
  const key = `${encoding} ${file} ${mtimeMs}`;
  if (!kept.has(key)) kept.set(key, readFile(file).then(ENCODERS[encoding]));
  return { bytes: await kept.get(key), headers: { ...vary, "content-encoding": encoding } };
}
