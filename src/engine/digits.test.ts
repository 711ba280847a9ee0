import { deflateSync } from "fflate";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { crc32 } from "../core/crc32";
import { DigitLoader, type FetchBytes } from "./digits";
import type { Shard } from "./digits-manifest";

const A_SHARD = 20;

/** Digits `first` … of a set: label and pixels say which one it is. */
function rawShard(first: number): Uint8Array {
  const raw = new Uint8Array(A_SHARD * 785);
  for (let n = 0; n < A_SHARD; n++) {
    raw[n] = (first + n) % 10;
    raw.fill(first + n, A_SHARD + n * 784, A_SHARD + (n + 1) * 784);
  }
  return raw;
}

/** A place with 60 training digits in three files and 20 to test on; `asked` lists what was fetched. */
class Files {
  readonly content = new Map<string, Uint8Array>();
  readonly asked: string[] = [];
  readonly shards: Shard[] = [];

  constructor() {
    for (const [file, set, first] of [
      ["a.bin", "train", 0],
      ["b.bin", "train", 20],
      ["c.bin", "train", 40],
      ["t.bin", "test", 100],
    ] as const) {
      this.add(file, set, rawShard(first));
    }
  }

  add(file: string, set: Shard["set"], raw: Uint8Array): void {
    const packed = deflateSync(raw);
    this.content.set(file, packed);
    const at = this.shards.findIndex((shard) => shard.file === file);
    const shard = { file, set, count: A_SHARD, bytes: packed.length, crc32: crc32(packed) };
    this.shards.splice(at === -1 ? this.shards.length : at, 1, shard);
    this.list();
  }

  list(changes: object = {}): void {
    const text = JSON.stringify({ version: 1, shards: this.shards, ...changes });
    this.content.set("manifest.json", new TextEncoder().encode(text));
  }

  damage(file: string): void {
    const bytes = this.content.get(file)?.slice() ?? new Uint8Array(1);
    bytes[bytes.length - 1] ^= 1;
    this.content.set(file, bytes);
  }

  readonly fetch: FetchBytes = async (name, { onBytes, anew }) => {
    this.asked.push(anew ? `${name} anew` : name);
    const bytes = this.content.get(name);
    if (!bytes) throw new Error(`${name} is not there.`);
    onBytes?.(bytes.length >> 1);
    await Promise.resolve();
    onBytes?.(bytes.length);
    return bytes;
  };
}

let files: Files;
let loader: DigitLoader;

beforeEach(() => {
  files = new Files();
  loader = new DigitLoader(files.fetch);
});

/** Both sets, which must be there. */
async function whole(...args: Parameters<DigitLoader["load"]>) {
  const { train, test, missing } = await loader.load(...args);
  if (!train || !test || missing !== null) throw new Error(missing ?? "A set is missing.");
  return { train, test };
}

describe("what it loads", () => {
  it("as many training digits as are asked for, in their order, and all to test on", async () => {
    const { train, test } = await whole(45);
    expect([train.count, train.labels.length, train.pixels.length]).toEqual([45, 45, 45 * 784]);
    for (const n of [0, 19, 20, 44]) {
      expect(train.labels[n]).toBe(n % 10);
      expect(new Set(train.pixels.subarray(n * 784, (n + 1) * 784))).toEqual(new Set([n]));
    }
    expect(test.count).toBe(A_SHARD);
    expect(test.pixels[784 * 3]).toBe(103);
  });

  it("fetches only the shards it needs, and later only those that are missing", async () => {
    await whole(20);
    expect(files.asked).toEqual(["manifest.json", "a.bin", "t.bin"]);
    await whole(21);
    expect(files.asked.slice(3)).toEqual(["b.bin"]);
    const { train } = await whole(5);
    expect(files.asked).toHaveLength(4);
    expect(train.count).toBe(5);
  });

  it("says which share of the bytes has come", async () => {
    const shares: number[] = [];
    await whole(60, (share) => shares.push(share));
    expect(shares).toHaveLength(8);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[7]).toBe(1);
    await whole(60, (share) => shares.push(share));
    expect(shares).toHaveLength(8);
  });

  it("two loads at the same time fetch nothing twice, and both hear of it", async () => {
    const second = vi.fn<(share: number) => void>();
    const [few, all] = await Promise.all([whole(10), whole(60, second)]);
    expect([few.train.count, all.train.count]).toEqual([10, 60]);
    expect(files.asked.toSorted()).toEqual(["a.bin", "b.bin", "c.bin", "manifest.json", "t.bin"]);
    expect(second).toHaveBeenLastCalledWith(1);
  });
});

describe("when something is wrong", () => {
  it("passes on why a file could not be fetched; the next try fetches only what is missing", async () => {
    const kept = files.content.get("b.bin") as Uint8Array;
    files.content.delete("b.bin");
    await expect(whole(60)).rejects.toThrow("b.bin is not there.");
    files.content.set("b.bin", kept);
    files.asked.length = 0;
    expect((await whole(60)).train.labels[25]).toBe(5);
    expect(files.asked).toEqual(["b.bin"]);
  });

  it.each([
    ["c.bin", ["test"], /^There are no training digits, only those to test on. c.bin is not there.$/],
    ["t.bin", ["train"], /^There are no held-out digits to test the run on. t.bin is not there.$/],
    ["manifest.json", [], /^There are no digits. manifest.json is not there.$/],
  ])(
    "without %s it hands out the sets that are whole, and says what is missing",
    async (file, there, says) => {
      files.content.delete(file);
      const shares: number[] = [];
      const { missing, ...sets } = await loader.load(60, (share) => shares.push(share));
      expect(Object.entries(sets).flatMap(([name, set]) => (set ? [name] : []))).toEqual(there);
      for (const set of Object.values(sets))
        if (set) expect(set.count).toBe(set === sets.train ? 60 : A_SHARD);
      expect(missing).toMatch(says);
      expect(shares.at(-1)).toBeLessThan(1);
    },
  );

  it("says so where both sets are missing in part", async () => {
    for (const file of ["b.bin", "t.bin"]) files.content.delete(file);
    const { train, test, missing } = await loader.load(60);
    expect([train, test]).toEqual([null, null]);
    expect(missing).toBe("There are no digits. b.bin is not there.");
  });

  it("does not count a damaged file among what has come, and counts it once it has", async () => {
    const right = files.content.get("t.bin") as Uint8Array;
    files.damage("t.bin");
    const shares: number[] = [];
    expect((await loader.load(1, (share) => shares.push(share))).test).toBeNull();
    expect(shares.at(-1)).toBeLessThan(1);
    files.content.set("t.bin", right);
    await whole(1, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
  });

  it("a manifest that could not be fetched is fetched again at the next try", async () => {
    const kept = files.content.get("manifest.json") as Uint8Array;
    files.content.delete("manifest.json");
    await expect(whole(1)).rejects.toThrow("manifest.json is not there.");
    files.content.set("manifest.json", kept);
    expect((await whole(1)).train.count).toBe(1);
  });

  it("a damaged file is fetched once more, not from a cache", async () => {
    const right = files.content.get("a.bin") as Uint8Array;
    files.damage("a.bin");
    const mending: FetchBytes = (name, options) => {
      if (options.anew) files.content.set("a.bin", right);
      return files.fetch(name, options);
    };
    loader = new DigitLoader(mending);
    expect((await whole(1)).train.labels[0]).toBe(0);
    expect(files.asked).toEqual(["manifest.json", "a.bin", "t.bin", "a.bin anew"]);
  });

  it.each([
    ["a changed byte", () => files.damage("t.bin")],
    ["a file that is too short", () => files.content.set("t.bin", new Uint8Array(5))],
    ["a page that says “not found”", () => files.content.set("t.bin", new TextEncoder().encode("<html>"))],
    ["fewer digits than are promised", () => files.add("t.bin", "test", rawShard(0).subarray(1))],
    ["more digits than are promised", () => files.add("t.bin", "test", new Uint8Array(2_000_000))],
    ["labels beyond 9", () => files.add("t.bin", "test", rawShard(0).fill(10, 3, 4))],
    [
      "what cannot be unpacked",
      () => {
        const bytes = new Uint8Array(30).fill(255);
        files.content.set("t.bin", bytes);
        files.shards[3] = { ...files.shards[3], bytes: 30, crc32: crc32(bytes) };
        files.list();
      },
    ],
  ])("%s is a damaged file, and says so", async (_, spoil) => {
    spoil();
    await expect(whole(1)).rejects.toThrow("A file of digits, t.bin, is damaged");
    expect(files.asked).toContain("t.bin anew");
  });

  it.each([
    ["is no JSON", () => files.content.set("manifest.json", new TextEncoder().encode("<html>"))],
    ["is of another version", () => files.list({ version: 2 })],
    ["has no shards", () => files.list({ shards: [] })],
    ["has nothing to test on", () => files.list({ shards: files.shards.slice(0, 3) })],
    ["has a shard that is none", () => files.list({ shards: [...files.shards, null] })],
    ["names a file elsewhere", () => files.list({ shards: [{ ...files.shards[0], file: "../a.bin" }] })],
    [
      "has more digits than MNIST",
      () => files.list({ shards: [...files.shards, { ...files.shards[0], count: 60_000 }] }),
    ],
    [
      "has a count that is none",
      () => files.list({ shards: [...files.shards, { ...files.shards[0], count: 1.5 }] }),
    ],
    [
      "has an enormous file",
      () => files.list({ shards: [...files.shards, { ...files.shards[0], bytes: 1e9 }] }),
    ],
    [
      "has a checksum that is none",
      () => files.list({ shards: [...files.shards, { ...files.shards[0], crc32: 7 }] }),
    ],
  ])("a manifest that %s is damaged", async (_, spoil) => {
    spoil();
    await expect(whole(1)).rejects.toThrow("The list of the files of digits is damaged");
    expect(files.asked).toEqual(["manifest.json"]);
  });

  it("refuses more digits than there are", async () => {
    await expect(loader.load(61)).rejects.toThrow("There are only 60 training digits.");
  });
});
