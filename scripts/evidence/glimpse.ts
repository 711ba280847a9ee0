import { readFileSync, writeFileSync } from "node:fs";
import type { Gaze } from "../../src/core/glimpse";
import { wilsonInterval } from "../../src/core/wilson";
import { runToEnd } from "../../src/headless/run";
import type { ShippedTest } from "../../src/scenario/evidence/shipped";
import { presetById, presetScenario } from "../../src/scenario/presets";
import { table } from "./table";

const RECORD = new URL("../../src/scenario/evidence/shipped.json", import.meta.url);
const HELD_OUT = 10_000;

/** What is tested: each shipped network with its own gaze, the larger ones with controls on the same core, and the known weakness. */
const TESTS: readonly (readonly [preset: string, gaze: Gaze])[] = [
  ["glimpse-28", "learned"],
  ["glimpse-28", "random"],
  ["glimpse-20px", "learned"],
  ["glimpse-60-translated", "learned"],
  ["glimpse-60-translated", "random"],
  ["glimpse-60-cluttered", "learned"],
  ["glimpse-60-cluttered", "random"],
  ["glimpse-60-cluttered", "centre"],
  ["glimpse-60-cluttered", "scan"],
];

/** Tests every shipped network on the whole test set with the engine of the page, and records it. */
export async function recordShipped(): Promise<void> {
  const tests: ShippedTest[] = [];
  for (const [id, gaze] of TESTS) {
    const preset = presetById(id);
    if (!preset) throw new Error(`There is no preset called ${id}.`);
    const scenario = presetScenario(preset);
    const { evaluation, backend } = await runToEnd(scenario, {
      stay: true,
      evaluate: { count: HELD_OUT, gaze },
    });
    if (!evaluation) throw new Error(`${id} could not be tested.`);
    const { wrong, count } = evaluation;
    const date = new Date().toISOString().slice(0, 10);
    const glimpses = Number(scenario.env.params.glimpses);
    tests.push({ preset: id, gaze, glimpses, wrong, count, backend: backend?.name ?? "", date });
    console.error(`${id}, ${gaze}: ${wrong} of ${count} wrong`);
  }
  writeFileSync(RECORD, `${JSON.stringify(tests, null, 2)}\n`);
}

export function glimpseTable(): string {
  const tests = JSON.parse(readFileSync(RECORD, "utf8")) as ShippedTest[];
  const percent = (share: number) => (100 * share).toFixed(2);
  return table(
    ["preset", "gaze", "glimpses", "test error, %", "95 % interval", "wrong of", "backend, date"],
    tests.map(({ preset, gaze, glimpses, wrong, count, backend, date }) => {
      const [low, high] = wilsonInterval(wrong, count);
      const error = percent(wrong / count);
      return [
        preset,
        gaze,
        String(glimpses),
        error,
        `${percent(low)}–${percent(high)}`,
        `${wrong} of ${count}`,
        `${backend}, ${date}`,
      ];
    }),
  );
}
