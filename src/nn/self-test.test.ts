import { describe, expect, it } from "vitest";
import { EXPECTED, selfTestCase } from "./self-test";
import { train64 } from "./test-training";

describe("the stored numbers of the self-test", () => {
  it("are those that float64 arithmetic gives", () => {
    const { options, batch, learningRate } = selfTestCase();
    const { losses, gradientNorms } = train64(options, batch, learningRate, EXPECTED.losses.length);
    losses.forEach((loss, i) => expect(EXPECTED.losses[i]).toBeCloseTo(loss, 8));
    gradientNorms.forEach((norm, i) => expect(EXPECTED.gradientNorms[i]).toBeCloseTo(norm, 8));
  });
});
