/** The list of the files that MNIST is kept in, as scripts/digits/prepare.mjs writes it. */
export const MANIFEST = "manifest.json";

/** A file of digits: raw deflate of `count` labels and then `count` images, a byte a label and 784 an image. */
export interface Shard {
  readonly file: string;
  readonly set: "train" | "test";
  readonly count: number;
  /** Of the file, packed as it is. */
  readonly bytes: number;
  /** Of the file, 8 hexadecimal digits. */
  readonly crc32: string;
}

/** What MNIST has; nothing larger is ever allocated. */
const MOST = { train: 60_000, test: 10_000 };
const MOST_BYTES = 16_000_000;
const VERSION = 1;

/** The shards that a manifest lists, each set in its order; null if it is damaged, or no manifest. */
export function readManifest(bytes: Uint8Array): readonly Shard[] | null {
  try {
    const { version, shards } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (version !== VERSION || !Array.isArray(shards) || !shards.every(isShard)) return null;
    const isComplete = (["train", "test"] as const).every((set) => {
      const count = countOf(shards, set);
      return count > 0 && count <= MOST[set];
    });
    return isComplete ? shards : null;
  } catch {
    return null;
  }
}

/** The digits of a set. */
export function countOf(shards: readonly Shard[], set: Shard["set"]): number {
  return shards.reduce((sum, shard) => sum + (shard.set === set ? shard.count : 0), 0);
}

function isShard(raw: unknown): raw is Shard {
  if (typeof raw !== "object" || raw === null) return false;
  const { file, set, count, bytes, crc32 } = raw as Record<string, unknown>;
  return (
    isText(file, /^\w[\w.-]*$/) &&
    (set === "train" || set === "test") &&
    isCount(count, MOST[set]) &&
    isCount(bytes, MOST_BYTES) &&
    isText(crc32, /^[0-9a-f]{8}$/)
  );
}

const isText = (raw: unknown, pattern: RegExp) => typeof raw === "string" && pattern.test(raw);
const isCount = (raw: unknown, most: number) =>
  Number.isInteger(raw) && Number(raw) > 0 && Number(raw) <= most;
