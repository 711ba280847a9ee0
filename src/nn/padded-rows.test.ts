import { expect, it } from "vitest";
import { paddedRows } from "./padded-rows";

it("pads to few sizes, each less than half too large", () => {
  const sizes = new Set<number>();
  for (let rows = 1; rows <= 5000; rows++) {
    const size = paddedRows(rows);
    sizes.add(size);
    expect(size).toBeGreaterThanOrEqual(rows);
    if (rows > 64) expect(size).toBeLessThan(1.5 * rows);
    expect(paddedRows(size)).toBe(size);
  }
  expect([...sizes]).toEqual([64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144]);
});
