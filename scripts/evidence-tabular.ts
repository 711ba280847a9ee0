import { measureAll } from "./evidence/rows";

/* Prints the table of docs/evidence.md: `npx tsx scripts/evidence-tabular.ts`. Exits with 1 if a claim does not hold. */

const rows = await measureAll();
console.log("| what | settings | to be met | measured | |\n|---|---|---|---|---|");
for (const { what, settings, reference, measured, holds } of rows) {
  const verdict = holds === null ? "–" : holds ? "holds" : "FAILS";
  console.log(`| ${what} | ${settings} | ${reference} | ${measured} | ${verdict} |`);
}
process.exitCode = rows.some(({ holds }) => holds === false) ? 1 : 0;
