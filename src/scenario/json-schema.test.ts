import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scenarioJsonSchema } from "./json-schema";

describe("the published JSON Schema", () => {
  it("is up to date (npx tsx scripts/write-schema.ts writes it)", () => {
    const published = readFileSync(new URL("../../public/scenario.schema.json", import.meta.url), "utf8");
    expect(published).toBe(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  });
});
