import { describe, expect, it } from "vitest";
import { migrate, type Migration } from "./migrations";

/** Made-up future versions: 2 renames the seed, 3 moves it into an object. */
const steps: Migration[] = [
  ({ seed, ...rest }) => ({ ...rest, randomSeed: seed }),
  ({ randomSeed, ...rest }) => ({ ...rest, random: { seed: randomSeed } }),
];

describe("migrations", () => {
  it("raise an old document step by step and leave it as it was", () => {
    const old = Object.freeze({ v: 1, seed: 7 });
    expect(migrate(old, steps)).toEqual({ ok: true, value: { v: 3, random: { seed: 7 } } });
    expect(old).toEqual({ v: 1, seed: 7 });
  });

  it("start at the document's version", () => {
    expect(migrate({ v: 2, randomSeed: 7 }, steps)).toEqual({
      ok: true,
      value: { v: 3, random: { seed: 7 } },
    });
    expect(migrate({ v: 3, random: {} }, steps)).toEqual({ ok: true, value: { v: 3, random: {} } });
  });

  it.each([{ v: 4 }, { v: 1e300 }])("refuse a newer document: %j", (raw) => {
    expect(migrate(raw, steps)).toMatchObject({ ok: false, error: expect.stringMatching(/newer Bellman/) });
  });

  it.each([null, 1, "v", [], {}, { v: 0 }, { v: 1.5 }, { v: "1" }, { v: NaN }, Object.create({ v: 1 })])(
    "refuse a document without a version: %j",
    (raw) => {
      expect(migrate(raw, steps).ok).toBe(false);
    },
  );

  it("turn a step that trips over damaged data into a sentence", () => {
    const trips: Migration = (raw) => ({ seed: (raw.env as { id: string }).id.length });
    expect(migrate({ v: 1 }, [trips])).toMatchObject({ ok: false, error: expect.stringMatching(/damaged/) });
  });
});
