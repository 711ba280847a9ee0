import { describe, expect, it } from "vitest";
import { LONGEST_IN_QR, qrPicture } from "./qr";

describe("the QR code", () => {
  it("has a quiet zone and the three finders", () => {
    const { size, path } = qrPicture("https://example.org/#cliff-walking");
    expect(size).toBeGreaterThan(21 + 8);
    for (const [x, y] of [
      [4, 4],
      [size - 5, 4],
      [4, size - 5],
    ]) {
      expect(path).toContain(`M${x} ${y}h`);
    }
    expect(path).not.toMatch(/M[0-3] /);
  });

  it("takes the longest link it is offered for", () => {
    expect(qrPicture(`https://example.org/#${"x".repeat(LONGEST_IN_QR - 21)}`).size).toBeLessThanOrEqual(
      177 + 8,
    );
  });
});
