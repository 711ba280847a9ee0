import { algoSpec } from "../src/algos";
import { presets } from "../src/scenario/presets";
import { glimpseTable, recordShipped } from "./evidence/glimpse";
import { readRecord, recordPreset } from "./evidence/networks";
import { networkTable, readDocument, tabularTable, withPart, writeDocument } from "./evidence/document";
import { measureAll } from "./evidence/rows";
import { varianceTable } from "./evidence/variance";

/*
 * Measures what the learners do and writes it down: `npm run evidence`. The tables of docs/evidence.md, and the record
 * that the page shows beside each preset (src/scenario/evidence/recorded.json), come from here.
 *
 *   npm run evidence                       everything, which takes hours
 *   npm run evidence -- tabular            the tabular learners only
 *   npm run evidence -- variance           how much gradient estimates scatter
 *   npm run evidence -- shipped            the test errors of the shipped glimpse networks
 *   npm run evidence -- <preset> …         these presets only, and --seeds A..B instead of 1..20
 *
 * Every preset is written down as soon as it is measured. Exits with 1 if a claim about a tabular learner does not hold.
 */
const words = process.argv.slice(2);
const at = words.indexOf("--seeds");
const [first, last] = at < 0 ? [1, 20] : words.splice(at, 2)[1].split("..").map(Number);
const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Those that train from nothing until they are solved. */
const networks = presets
  .filter(({ scenario }) => algoSpec(scenario.algo.id)?.network && scenario.stop.solved)
  .map(({ id }) => id);
const PARTS = new Set(["tabular", "variance", "shipped"]);
const asked = words.length > 0 ? words : [...PARTS, ...networks];

if (asked.includes("tabular")) {
  const rows = await measureAll();
  writeDocument(withPart(readDocument(), "tabular", tabularTable(rows)));
  if (rows.some(({ holds }) => holds === false)) process.exitCode = 1;
}
if (asked.includes("variance")) writeDocument(withPart(readDocument(), "variance", await varianceTable()));
if (asked.includes("shipped")) await recordShipped();
for (const id of asked.filter((word) => !PARTS.has(word))) await recordPreset(id, seeds);

writeDocument(withPart(readDocument(), "networks", networkTable(readRecord())));
writeDocument(withPart(readDocument(), "shipped", glimpseTable()));
