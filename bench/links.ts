import { Rng } from "../src/core/rng";
import { decodeLink, encodeLink } from "../src/scenario/link";
import { parseScenario } from "../src/scenario/parse";
import { damaged, randomScenario } from "../src/scenario/random-scenario";
import { ownTime } from "./processor-time";
import { quantile, type Figure } from "./report";

const LINKS = 10_000;
const DAMAGED = 20_000;

/** How long a link takes to read: whole ones, damaged ones, and the longest. */
export function measureLinks(): Figure[] {
  const rng = Rng.fromSeed(1);
  const links: string[] = [];
  while (links.length < LINKS) {
    const scenario = parseScenario(randomScenario(rng));
    if (!scenario.ok) throw new Error(scenario.error);
    const link = encodeLink(scenario.value);
    if (link.ok) links.push(link.value);
  }
  const longest = links.toSorted((a, b) => b.length - a.length).slice(0, 100);
  const broken = Array.from({ length: DAMAGED }, (_, i) => damaged(links[i % links.length], rng));
  const kinds = { whole: links, damaged: broken };
  const figures = Object.entries(kinds).map(([kind, given]): Figure => ({
    name: `reading a link, p99 of ${given.length} (${kind})`,
    value: quantile(given.map(timeToRead), 0.99),
    unit: "ms",
    better: "less",
    aim: 20,
  }));
  const slowest = Math.max(...longest.map(timeToRead));
  return [
    ...figures,
    { name: "reading a link, slowest of the 100 longest", value: slowest, unit: "ms", better: "less" },
  ];
}

/** Processor time, ms: other work on the machine would otherwise fall into a few of the links. */
function timeToRead(link: string): number {
  const from = ownTime();
  decodeLink(link);
  return (ownTime() - from) * 1000;
}
