import { describe, expect, it } from "vitest";
import { glimpseSlices } from "./glimpse-layers";
import { EXPECTED, selfTestCase } from "./self-test";
import { RECURRENT_EXPECTED, recurrentCase } from "./self-test-recurrent";
import { glimpseGradient64, trainGlimpse64 } from "./test-glimpse";
import { train64 } from "./test-training";

describe("the stored numbers of the self-test", () => {
  it("are those that float64 arithmetic gives", () => {
    const { options, batch, learningRate } = selfTestCase();
    const { losses, gradientNorms } = train64(options, batch, learningRate, EXPECTED.losses.length);
    losses.forEach((loss, i) => expect(EXPECTED.losses[i]).toBeCloseTo(loss, 8));
    gradientNorms.forEach((norm, i) => expect(EXPECTED.gradientNorms[i]).toBeCloseTo(norm, 8));
  });

  it("are those that it gives for the recurrent network", () => {
    const { options, batch, learningRate } = recurrentCase();
    const updates = RECURRENT_EXPECTED.losses.length;
    const { losses, gradientNorms } = trainGlimpse64(options, batch, learningRate, updates);
    losses.forEach((loss, i) => expect(RECURRENT_EXPECTED.losses[i]).toBeCloseTo(loss, 8));
    gradientNorms.forEach((norm, i) => expect(RECURRENT_EXPECTED.gradientNorms[i]).toBeCloseTo(norm, 8));
  });

  it("would be missed by a backend whose recurrent gradient is zero", () => {
    const { options, batch } = recurrentCase();
    const gradient = glimpseGradient64(options.model, Float64Array.from(options.weights), batch);
    const { weightOffset, biasOffset, outputs } = glimpseSlices(options.model).core;
    gradient.fill(0, weightOffset + outputs * outputs, biasOffset);
    expect(Math.hypot(...gradient)).toBeLessThan(0.9 * RECURRENT_EXPECTED.gradientNorms[0]);
  });
});
