import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scenarioJsonSchema } from "./json-schema";
import { parseStop } from "./view";

describe("the published JSON Schema", () => {
  it("is up to date (npx tsx scripts/write-schema.ts writes it)", () => {
    const published = readFileSync(new URL("../../public/scenario.schema.json", import.meta.url), "utf8");
    expect(published).toBe(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  });

  it("allows the stop conditions that the parser takes, and no others", () => {
    interface Form {
      readonly required?: readonly string[];
      readonly properties: Readonly<Record<string, unknown>>;
    }
    const { stop } = scenarioJsonSchema().properties as { stop: { oneOf: Form[] } };
    const stops = { ticks: 1, sweeps: 1, episodes: 1, converged: true, solved: true };
    const names = Object.keys(stops) as (keyof typeof stops)[];
    for (let subset = 0; subset < 2 ** names.length; subset++) {
      const chosen = names.filter((_, i) => Math.floor(subset / 2 ** i) % 2 === 1);
      const matching = stop.oneOf.filter(
        ({ required = [], properties }) =>
          required.every((name) => chosen.some((given) => given === name)) &&
          chosen.every((name) => name in properties),
      );
      const parsed = parseStop(Object.fromEntries(chosen.map((name) => [name, stops[name]])));
      expect(matching.length === 1, chosen.join()).toBe(parsed.ok);
    }
  });
});
