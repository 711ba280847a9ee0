import type { Gaze } from "../../core/glimpse";
import { wilsonInterval } from "../../core/wilson";
import recorded from "./shipped.json" with { type: "json" };

/** One test of a shipped network on MNIST's whole test set, as `npm run evidence -- shipped` measured it. */
export interface ShippedTest {
  readonly preset: string;
  readonly gaze: Gaze;
  readonly glimpses: number;
  readonly wrong: number;
  readonly count: number;
  readonly backend: string;
  readonly date: string;
}

/** Everything recorded, by `npm run evidence` only. */
export const shippedTests: readonly ShippedTest[] = recorded as ShippedTest[];

const percent = (share: number): string => (100 * share).toFixed(2);

/** The test errors of a preset's network in a sentence for the page; undefined where nothing was measured. */
export function shippedSentence(preset: string): string | undefined {
  const tests = shippedTests.filter((test) => test.preset === preset);
  const own = tests.find(({ gaze }) => gaze === "learned");
  if (!own) return undefined;
  const [low, high] = wilsonInterval(own.wrong, own.count);
  const others = tests
    .filter((test) => test !== own)
    .map(({ gaze, wrong, count }) => {
      return `${percent(wrong / count)} % with the gaze ${{ random: "at random", centre: "in the middle", scan: "on a fixed scan", learned: "" }[gaze]}`;
    });
  const error = `${percent(own.wrong / own.count)} % of ${own.count.toLocaleString("en")} held-out digits wrong`;
  const interval = `95 % interval ${percent(low)} to ${percent(high)} %`;
  const controls = others.length > 0 ? `; ${others.join(", ")}` : "";
  return `Measured (${own.date}, ${own.backend}): ${error} after ${own.glimpses} glimpses, each looked at once (${interval})${controls}.`;
}
