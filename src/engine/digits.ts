import { inflateSync } from "fflate";
import { crc32 } from "../core/crc32";
import { DIGIT_CLASSES, DIGIT_PIXELS, type Digits, type DigitSets } from "../core/digits";
import { countOf, MANIFEST, readManifest, type Shard } from "./digits-manifest";

export interface FetchOptions {
  /** Bytes the file should have; of a larger one only so much more is taken as shows that it is larger. */
  readonly limit: number;
  /** Hears how many bytes have come so far. */
  readonly onBytes?: (count: number) => void;
  /** Not from a cache: what came before was damaged. */
  readonly anew?: boolean;
}

/** Fetches one of the files of digits. Rejects with a sentence for the user. */
export type FetchBytes = (name: string, options: FetchOptions) => Promise<Uint8Array>;

/** A shard, and where in its set its digits belong. */
interface Part {
  readonly shard: Shard;
  readonly first: number;
  received: number;
  /** Being fetched, or there. */
  loading: Promise<void> | null;
  loaded: boolean;
}

interface Opened {
  readonly parts: readonly Part[];
  readonly train: Digits;
  readonly test: Digits;
}

/** The digits that have come. */
export interface FetchedDigits extends DigitSets {
  /** Which of them have not, and why: sentences for the user. Null where all have. */
  readonly missing: string | null;
}

/** The most that a manifest may have, in bytes. */
const MANIFEST_LIMIT = 100_000;

/**
 * MNIST, fetched as far as it is asked for and kept. All training digits share one array, which a browser fills with
 * memory only where something is written to it.
 */
export class DigitLoader {
  private opening: Promise<Opened> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly fetchBytes: FetchBytes) {}

  /**
   * The first `trainCount` training digits and the whole test set, each if it comes whole; what does not can be tried
   * again, and then only that is fetched. `onShare` hears which share of the bytes that were missing has come, 0 to 1,
   * last of all 1 if they all have and less if not; nothing where none were missing. Rejects, with a sentence for the
   * user, only where there are not as many digits. The arrays are views of large ones: never post or clone them.
   */
  async load(trainCount: number, onShare: (share: number) => void = () => {}): Promise<FetchedDigits> {
    const opened = await this.open().catch((error: unknown) => reasonOf(error));
    if (typeof opened === "string") {
      onShare(0);
      return { train: null, test: null, missing: missingSays({ train: opened, test: opened }) };
    }
    const { train, test, parts } = opened;
    if (trainCount > train.count) throw new Error(`There are only ${train.count} training digits.`);
    const missing = parts.filter(
      ({ shard, first, loaded }) => !loaded && (shard.set === "test" || first < trainCount),
    );
    const bytes = missing.reduce((sum, { shard }) => sum + shard.bytes, 0);
    const report = () => {
      if (bytes > 0) onShare(missing.reduce((sum, { received }) => sum + received, 0) / bytes);
    };
    this.listeners.add(report);
    const why: Reasons = {};
    await Promise.all(
      missing.map((part) => {
        const { set } = part.shard;
        return this.fetchOnce(part, set === "train" ? train : test).catch((error: unknown) => {
          why[set] ??= reasonOf(error);
        });
      }),
    );
    this.listeners.delete(report);
    const says = missingSays(why);
    if (says !== null) report(); // what came of a file that failed does not count
    return {
      train: why.train === undefined ? firstOf(train, trainCount) : null,
      test: why.test === undefined ? test : null,
      missing: says,
    };
  }

  private open(): Promise<Opened> {
    this.opening ??= this.fetchManifest().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private async fetchManifest(): Promise<Opened> {
    const shards = readManifest(await this.fetchBytes(MANIFEST, { limit: MANIFEST_LIMIT }));
    if (!shards) {
      throw new Error("The list of the files of digits is damaged or missing.");
    }
    const next = { train: 0, test: 0 };
    const parts = shards.map((shard) => {
      const first = next[shard.set];
      next[shard.set] += shard.count;
      return { shard, first, received: 0, loading: null, loaded: false };
    });
    return { parts, train: emptySet(countOf(shards, "train")), test: emptySet(countOf(shards, "test")) };
  }

  /** Two loads at the same time share what both need. */
  private fetchOnce(part: Part, into: Digits): Promise<void> {
    part.loading ??= this.fetchPart(part, into).catch((error: unknown) => {
      part.loading = null;
      part.received = 0;
      throw error;
    });
    return part.loading;
  }

  private async fetchPart(part: Part, into: Digits): Promise<void> {
    const { shard, first } = part;
    const onBytes = (count: number) => {
      part.received = Math.min(count, shard.bytes);
      for (const report of this.listeners) report();
    };
    const options = { limit: shard.bytes, onBytes };
    let raw = unpacked(shard, await this.fetchBytes(shard.file, options));
    raw ??= unpacked(shard, await this.fetchBytes(shard.file, { ...options, anew: true }));
    if (!raw) {
      throw new Error(`A file of digits, ${shard.file}, is damaged, and was so again when fetched anew.`);
    }
    into.labels.set(raw.subarray(0, shard.count), first);
    into.pixels.set(raw.subarray(shard.count), first * DIGIT_PIXELS);
    part.loaded = true;
  }
}

/** Why a set has not come. */
type Reasons = { [Set in Shard["set"]]?: string };

function missingSays({ train, test }: Reasons): string | null {
  if (train !== undefined && test !== undefined) return `There are no digits. ${train}`;
  if (train !== undefined) return `There are no training digits, only those to test on. ${train}`;
  return test === undefined ? null : `There are no held-out digits to test the run on. ${test}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function emptySet(count: number): Digits {
  return { count, pixels: new Uint8Array(count * DIGIT_PIXELS), labels: new Uint8Array(count) };
}

function firstOf({ pixels, labels }: Digits, count: number): Digits {
  return { count, pixels: pixels.subarray(0, count * DIGIT_PIXELS), labels: labels.subarray(0, count) };
}

/** The labels and then the pixels of a shard's file; null if it is damaged. */
function unpacked({ bytes, crc32: expected, count }: Shard, packed: Uint8Array): Uint8Array | null {
  if (packed.length !== bytes || crc32(packed) !== expected) return null;
  const length = count * (1 + DIGIT_PIXELS);
  try {
    // With room for one byte more, so that a longer one shows: fflate writes no further.
    const raw = inflateSync(packed, { out: new Uint8Array(length + 1) });
    const areLabels = raw.subarray(0, count).every((label) => label < DIGIT_CLASSES);
    return raw.length === length && areLabels ? raw : null;
  } catch {
    return null;
  }
}
