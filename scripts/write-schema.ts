/** Writes public/scenario.schema.json from the declarations in the code: npx tsx scripts/write-schema.ts */
import { writeFileSync } from "node:fs";
import { scenarioJsonSchema } from "../src/scenario/json-schema";

const file = new URL("../public/scenario.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
