import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { FetchBytes } from "../engine/digits";

const root = fileURLToPath(new URL("../../", import.meta.url));

let preparing: Promise<void> | null = null;

/** Reads a file of digits in Node; writes them all first where one is missing or damaged. Rejects with a sentence. */
export const readDigitFile: FetchBytes = async (name, { onBytes, anew = false }) => {
  if (anew) preparing = null;
  preparing ??= prepare();
  await preparing;
  const bytes = await readFile(path.join(root, ".cache/digits", name));
  onBytes?.(bytes.length);
  return bytes;
};

async function prepare(): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [path.join(root, "scripts/digits/prepare.mjs")]);
  } catch (error) {
    preparing = null;
    throw new Error((error as { stderr: string }).stderr.trim(), { cause: error });
  }
}
