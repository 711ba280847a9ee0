import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { openSite, type Site } from "./browser";
import { measureDevice } from "./device";
import { measureDrawing } from "./figure-drawing";
import { measureFirstVisit } from "./first-visit";
import { measureFullSpeed, subjects } from "./full-speed";
import { measureLearners, measurePlanning } from "./in-node";
import { measureLighthouse } from "./lighthouse";
import { measureLinks } from "./links";
import { measureNetworks } from "./networks";
import { readBaseline, table, writeBaseline, type Figure } from "./report";
import { measureSmallGlimpse } from "./small-glimpse";
import { measureSoak } from "./soak";
import { measureSolving } from "./solving";
import { measureTimeTravel } from "./time-travel";
import { weigh } from "./weight";

/*
 * Measures how fast everything is and compares with what was recorded: `npm run bench [-- part …] [-- --record]`.
 * Nothing fails for being slow: how fast a machine is at the moment is not a property of the code.
 */

type Part = (site: Site, record: boolean) => Figure[] | Promise<Figure[]>;

const parts: Readonly<Record<string, Part>> = {
  "full-speed": async (site) => {
    const figures: Figure[] = [];
    for (const subject of subjects) figures.push(...(await measureFullSpeed(site, subject)));
    return figures;
  },
  learners: measureLearners,
  planning: measurePlanning,
  drawing: measureDrawing,
  "time-travel": measureTimeTravel,
  "first-visit": measureFirstVisit,
  lighthouse: measureLighthouse,
  networks: measureNetworks,
  solving: measureSolving,
  "small-glimpse": measureSmallGlimpse,
  device: measureDevice,
  links: measureLinks,
  weight: weigh,
  soak: measureSoak,
};

/** Half an hour: only when it is asked for. */
const SELDOM = "soak";

const given = process.argv.slice(2);
const record = given.includes("--record");
const wanted = given.filter((name) => name !== "--record");
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown) {
  console.error(`There is no part called “${unknown}”. Parts: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

const site = await openSite();
const machine = `${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}, Chromium ${site.browser.version()}`;
const before = loadavg()[0];
const figures: Figure[] = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(parts).filter((name) => name !== SELDOM)) {
  console.error(`Measuring: ${name} …`);
  figures.push(...(await parts[name](site, record)));
}
await site.close();

const load: [number, number] = [before, loadavg()[0]];
const recorded = readBaseline();
console.log(
  `${machine}\nProcesses that wanted a core: ${load.map((n) => n.toFixed(1)).join(" before, ")} after`,
);
if (Math.max(...load) > 1.5) {
  console.log("The machine is busy: judge by what counts processor time, not by what counts time or frames.");
}
if (recorded.machine) {
  console.log(`Recorded at ${recorded.when}: ${recorded.machine}; ${recorded.load?.join(" before, ")} after`);
}
console.log(`\n${table(figures, recorded)}`);
if (record) {
  const when = execFileSync("git", ["log", "-1", "--format=%cs %h"], { encoding: "utf8" }).trim();
  const values = Object.fromEntries(figures.map(({ name, value }) => [name, Number(value.toPrecision(4))]));
  writeBaseline({
    machine,
    when,
    load: [Number(load[0].toFixed(1)), Number(load[1].toFixed(1))],
    figures: values,
  });
}
