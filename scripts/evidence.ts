import { readBaseline } from "../bench/report";
import { comparisonTable, readPeers } from "./evidence/comparison";
import { glimpseTable, recordShipped } from "./evidence/glimpse";
import { measured, readRecord, recordRuns } from "./evidence/networks";
import { networkTable, readDocument, tabularTable, withPart, writeDocument } from "./evidence/document";
import { measureAll } from "./evidence/rows";
import { speedTable } from "./evidence/speed";
import { gpuTable, smallGlimpseSentence, updatesTable } from "./evidence/updates";
import { recordVariance, varianceTable } from "./evidence/variance";

/*
 * Measures what the learners do and writes it down: `npm run evidence`. The tables of docs/evidence.md, and the record
 * that the page shows beside each preset (src/scenario/evidence/recorded.json), come from here.
 *
 *   npm run evidence                       everything, which takes hours
 *   npm run evidence -- tabular            the tabular learners only
 *   npm run evidence -- variance           how much gradient estimates scatter
 *   npm run evidence -- shipped            the test errors of the shipped glimpse networks
 *   npm run evidence -- <preset> …         these presets only, and --seeds A..B instead of 1..20; short links work too
 *   npm run evidence -- tables             nothing: the tables of what is recorded are written again
 *
 * Every run of a network is written down as soon as it is measured, beside the other seeds that are recorded by code that
 * rounds alike (CHECKPOINT_FORM): after a change to a preset, measure all of them. Exits with 1 if a claim about a tabular
 * learner does not hold.
 */
const words = process.argv.slice(2);
const at = words.indexOf("--seeds");
const [first, last] = at < 0 ? [1, 20] : words.splice(at, 2)[1].split("..").map(Number);
const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i);

const PARTS = new Set(["tabular", "variance", "shipped", "tables"]);
const asked = words.length > 0 ? words : [...PARTS, ...measured];

if (asked.includes("tabular")) {
  const rows = await measureAll();
  writeDocument(withPart(readDocument(), "tabular", tabularTable(rows)));
  if (rows.some(({ holds }) => holds === false)) process.exitCode = 1;
}
if (asked.includes("variance")) await recordVariance();
if (asked.includes("shipped")) await recordShipped();
for (const address of asked.filter((word) => !PARTS.has(word))) await recordRuns(address, seeds);

const record = readRecord();
const bench = readBaseline();
for (const [name, part] of [
  ["networks", networkTable(record)],
  ["comparison", comparisonTable(record, readPeers())],
  ["variance", varianceTable()],
  ["shipped", glimpseTable()],
  ["full-speed", speedTable(bench)],
  ["gpu", gpuTable(bench)],
  ["updates", `${updatesTable(bench)}\n\n${smallGlimpseSentence(bench)}`],
]) {
  writeDocument(withPart(readDocument(), name, part));
}
