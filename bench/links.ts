import { Rng } from "../src/core/rng";
import { decodeLink, encodeLink } from "../src/scenario/link";
import { parseScenario } from "../src/scenario/parse";
import { damaged, randomScenario } from "../src/scenario/random-scenario";

/*
 * How long a link takes to read: whole ones and damaged ones, and the largest that fit.
 * `npx tsx bench/links.ts`
 */

const rng = Rng.fromSeed(1);
const links: string[] = [];
let tooLong = 0;
while (links.length < 10_000) {
  const scenario = parseScenario(randomScenario(rng));
  if (!scenario.ok) throw new Error(scenario.error);
  const link = encodeLink(scenario.value);
  if (link.ok) links.push(link.value);
  else tooLong++;
}
const byLength = links.toSorted((a, b) => b.length - a.length);

console.log(`${links.length} random scenarios fit into a link, ${tooLong} did not; lengths:`);
console.log(
  `  median ${byLength[5000].length}, p99 ${byLength[100].length}, longest ${byLength[0].length} characters`,
);
report("whole links", links);
report(
  "damaged links",
  Array.from({ length: 20_000 }, (_, i) => damaged(links[i % links.length], rng)),
);
report("the 100 longest", byLength.slice(0, 100));

function report(what: string, given: string[]): void {
  const times = given
    .map((link) => {
      const from = performance.now();
      decodeLink(link);
      return performance.now() - from;
    })
    .sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
  console.log(`${what.padEnd(16)} median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
}
