import { existsSync, readFileSync, statSync } from "node:fs";
import { fail, ok, type Result } from "../core/result";
import type { Scenario } from "../core/scenario";
import { algoSpec } from "../algos";
import { decodeLink } from "../scenario/link";
import { presets } from "../scenario/presets";
import { LIMITS, parseScenarioText } from "../scenario/schema";
import { readArguments, USAGE, type Arguments } from "./arguments";
import { report } from "./report";
import { runToEnd } from "./run";

/** The command `npm run -s headless -- …`: exit code 0 with a report on stdout, or 2 with one line on stderr. */
async function main(words: string[]): Promise<void> {
  const read = readArguments(words);
  if (!read.ok) return refuse(read.error);
  if (read.value.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (read.value.list) {
    process.stdout.write(presets.map(({ id }) => `${id}\n`).join(""));
    return;
  }
  const prepared = prepare(read.value);
  if (!prepared.ok) return refuse(prepared.error);
  const scenario = prepared.value;
  const spec = algoSpec(scenario.algo.id);
  if (!spec) return refuse(`There is no algorithm called “${scenario.algo.id}”.`);
  const answer = report(scenario, spec, await runToEnd(scenario));
  if (read.value.json) process.stdout.write(`${JSON.stringify(answer)}\n`);
  else {
    const { ticks, sweeps, episodes, steps } = answer.clock;
    process.stdout.write(
      `${spec.title}, seed ${answer.seed}: ${ticks} ticks, ${sweeps} sweeps, ${episodes} episodes, ${steps} steps. ` +
        `${answer.outcome} Fingerprint ${answer.fingerprint}. Add --json for everything.\n`,
    );
  }
}

/** The scenario with the command line's wishes put in. */
function prepare({ source, stop, seed }: Arguments): Result<Scenario> {
  const found = find(source ?? "");
  if (!found.ok) return found;
  const scenario: Scenario = { ...found.value, ...(seed !== undefined && { seed }), ...(stop && { stop }) };
  const planning = algoSpec(scenario.algo.id)?.family === "planning";
  if (stop?.episodes && planning) return fail("Planning has no episodes; give it --sweeps N or --ticks N.");
  if (!planning && (stop?.converged || stop?.sweeps)) {
    return fail("Only planning has sweeps and converges; give a learner --episodes N or --ticks N.");
  }
  if (stop?.converged)
    scenario.algo = { ...scenario.algo, params: { ...scenario.algo.params, theta: 1e-12 } };
  const ends = planning || scenario.stop?.episodes || scenario.stop?.ticks;
  if (!ends)
    return fail(
      "This scenario has no stop condition that a learner comes to; add --episodes N or --ticks N.",
    );
  return ok(scenario);
}

function find(source: string): Result<Scenario> {
  if (source.includes("#")) return decodeLink(source);
  if (presets.some(({ id }) => id === source.split("?")[0])) return decodeLink(`#${source}`);
  if (!existsSync(source)) {
    return fail(
      `“${source.slice(0, 80)}” is neither a link, nor a file, nor a preset; --list prints the presets.`,
    );
  }
  try {
    if (statSync(source).size > LIMITS.file) return fail(`${source} is too large for a scenario.`);
    return parseScenarioText(readFileSync(source, "utf8"));
  } catch {
    return fail(`The file ${source} cannot be read.`);
  }
}

function refuse(why: string, exitCode = 2): void {
  process.stderr.write(`${why.replaceAll("\n", " ")}\n`);
  process.exitCode = exitCode;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  refuse(error instanceof Error ? error.message : String(error), 1);
});
